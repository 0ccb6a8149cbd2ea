import type { QueueName } from '@discover/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A job on its way to the queue: written with the work that it belongs to, gone once the queue has it. */
@Entity('outbox')
export class OutboxEntry {
  @PrimaryColumn('uuid', { name: 'job_id' })
  jobId: string;

  @Column('text')
  queue: QueueName;

  @Column('text')
  name: string;

  @Column('json')
  payload: unknown;

  @Column('integer')
  priority: number;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
