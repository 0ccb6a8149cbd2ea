import type { Plan, Role } from '@discover/contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A person with an account. */
@Entity('users')
export class User {
  /** UUID version 7, so that ids sort by age; made by the database. */
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  /** In lower case; unique among accounts that are not deleted. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  /** Argon2id in PHC format. */
  @Column('text', { name: 'password_hash', select: false })
  passwordHash: string;

  @Column('text', { default: 'user' })
  role: Role;

  @Column('text', { default: 'free' })
  plan: Plan;

  /** Where this person's data stays. */
  @Column('text', { name: 'home_region' })
  homeRegion: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}
