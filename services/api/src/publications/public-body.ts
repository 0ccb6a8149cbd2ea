import { createHash } from 'node:crypto';

/** Characters of an entity tag: a SHA-256 in base64url, in quotes. */
const TAG_LENGTH = 45;

/** An answer with its entity tag, as one Buffer: what the cache keeps best. */
export class PublicBody {
  private constructor(readonly stored: Buffer) {}

  static of(text: string): PublicBody {
    const tag = createHash('sha256').update(text).digest('base64url');
    return new PublicBody(Buffer.from(`"${tag}"${text}`));
  }

  static fromStored(stored: Buffer): PublicBody {
    return new PublicBody(stored);
  }

  get etag(): string {
    return this.stored.toString('latin1', 0, TAG_LENGTH);
  }

  get bytes(): Buffer {
    return this.stored.subarray(TAG_LENGTH);
  }
}
