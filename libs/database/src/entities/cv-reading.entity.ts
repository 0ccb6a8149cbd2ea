import type { Reading } from '@discover/cv-model';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** What the parser said of a version that it made: confidence, provenance, what it could not map. Partitioned by owner. */
@Entity('cv_readings')
export class CvReading {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('uuid', { name: 'cv_id' })
  cvId: string;

  @PrimaryColumn('integer')
  version: number;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  /** The reading without its document, which is the version's. */
  @Column('json')
  reading: Omit<Reading, 'document'>;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
