import type { ErrorCode } from '@discover/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const JOB_STATES = ['queued', 'active', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What an import is asked to do. */
export interface ImportInput {
  fileId: string;
  title: string | null;
  asOf: string | null;
}

/** Work that was accepted. This row, and not the queue, is the truth about it. */
@Entity('jobs')
export class Job {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** Name of its contract, which also tells its queue. */
  @Column('text')
  kind: string;

  @Column('text', { default: 'queued' })
  state: JobState;

  @Column('integer')
  priority: number;

  @Column('json')
  input: ImportInput;

  @Column('json', { nullable: true })
  result: { cvId: string } | null;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode: ErrorCode | null;

  @Column('text', { name: 'error_message', nullable: true })
  errorMessage: string | null;

  /** 0 … 100. */
  @Column('integer', { default: 0 })
  progress: number;

  /**
   * Fencing token: counts the runs. Only the run that holds the newest may end the job, so a worker that was taken for
   * dead and wakes up again cannot write over the one that took its place.
   */
  @Column('integer', { default: 0 })
  fence: number;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
