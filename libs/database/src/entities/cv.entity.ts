import type { Resume } from '@discover/cv-model';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const CV_STATUSES = ['draft', 'final', 'archived'] as const;
export type CvStatus = (typeof CV_STATUSES)[number];

/** A CV as it is now. Partitioned by owner. */
@Entity('cvs')
export class Cv {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text')
  title: string;

  @Column('text', { default: 'draft' })
  status: CvStatus;

  /** BCP 47 primary language, or null while unknown. */
  @Column('text', { nullable: true })
  language: string | null;

  /** `json` and not `jsonb`: what a person stored comes back to the byte, with its members in their order. */
  @Column('json')
  document: Resume;

  /** Counts the changes of the document, from 1: the newest of its versions. */
  @Column('integer', { default: 1 })
  version: number;

  /** Counts every change, also of title or status, from 1: the entity tag. */
  @Column('integer', { default: 1 })
  revision: number;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  /** Set for 30 days before a deleted CV is purged. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}
