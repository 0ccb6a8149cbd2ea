import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** An uploaded original; its bytes are in object storage. */
@Entity('files')
export class StoredFile {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** Key in the bucket `originals`. */
  @Column('text')
  key: string;

  /** As the person called it; shown, never used as a path. */
  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  /** Hexadecimal. */
  @Column('text')
  sha256: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
