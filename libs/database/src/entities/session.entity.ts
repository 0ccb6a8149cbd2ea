import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/**
 * One log-in and the chain of refresh tokens that grew from it. A token is used once; using it gives the next. The
 * hashes of used ones are kept, so that a stolen token is noticed when the second of thief and owner uses it.
 */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** SHA-256 of the refresh token that may be used now. */
  @Column('bytea', { name: 'refresh_hash' })
  refreshHash: Buffer;

  /** SHA-256 of those used before, newest last. */
  @Column('bytea', { name: 'used_hashes', array: true, default: () => "'{}'" })
  usedHashes: Buffer[];

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
