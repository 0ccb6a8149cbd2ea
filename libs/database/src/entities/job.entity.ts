import type { ErrorCode } from '@discover/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export const JOB_STATES = ['queued', 'active', 'succeeded', 'failed', 'cancelled'] as const;
/** `receiving` is a batch whose documents are still coming in: nothing is accepted yet, and nobody is shown it. */
export type JobState = (typeof JOB_STATES)[number] | 'receiving';

/** What an import is asked to do. */
export interface ImportInput {
  /** Null for a document of a batch that was refused as it came in; it never runs. */
  fileId: string | null;
  /** As the person called it; for a document out of a ZIP with its folders. */
  fileName: string;
  title: string | null;
  asOf: string | null;
}

/** A file of a batch that is no document, such as what an operating system leaves in its archives. */
export interface SkippedFile {
  name: string;
  reason: string;
}

export interface BatchInput {
  skipped: SkippedFile[];
}

/** What every kind of accepted work is given, and what it answers. */
export interface JobKinds {
  'cv.import': { input: ImportInput; result: { cvId: string } };
  /** Many documents at once; it has no run of its own, its documents are jobs of the kind `cv.import`. */
  'cv.import-batch': { input: BatchInput; result: null };
  /** All that there is of a person, as a ZIP in the bucket `exports`. */
  'account.export': { input: object; result: { key: string; size: number } };
}
export type JobKind = keyof JobKinds;
export type JobInput<K extends JobKind = JobKind> = JobKinds[K]['input'];
export type JobResult<K extends JobKind = JobKind> = JobKinds[K]['result'];

/** Work that was accepted. This row, and not the queue, is the truth about it. */
@Entity('jobs')
export class Job {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** Name of its contract, which also tells its queue. */
  @Column('text')
  kind: JobKind;

  /** The batch that it belongs to. */
  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId: string | null;

  @Column('text', { default: 'queued' })
  state: JobState;

  @Column('integer')
  priority: number;

  @Column('json')
  input: JobInput;

  @Column('json', { nullable: true })
  result: JobResult | null;

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
