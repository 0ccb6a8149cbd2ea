import type { Resume } from '@discover/cv-model';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type VersionCause = 'created' | 'imported' | 'replaced' | 'patched' | 'restored';

/** A document as it was after one change. Written once, never changed. Partitioned by owner like the CV. */
@Entity('cv_versions')
export class CvVersion {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('uuid', { name: 'cv_id' })
  cvId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('json')
  document: Resume;

  @Column('text')
  cause: VersionCause;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
