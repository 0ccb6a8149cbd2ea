import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Closes up what is kept of a request: answers hold CVs, tokens and new API keys. The cipher's key is made of the service's
 * secret and of the idempotency key itself, of which only a hash is stored, so the database alone discloses nothing.
 */
export class Seal {
  private readonly cipherKey: Buffer;
  private readonly hashKey: Buffer;

  /** @param scope whose key it is: no two callers share a seal */
  constructor(secret: string, scope: string, idempotencyKey: string) {
    const material = `${secret}\n${scope}\n${idempotencyKey}`;
    const bytes = Buffer.from(hkdfSync('sha256', material, '', 'discover idempotency', 64));
    this.cipherKey = bytes.subarray(0, 32);
    this.hashKey = bytes.subarray(32);
  }

  close(plain: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.cipherKey, nonce);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws if it was not closed by this seal */
  open(sealed: Buffer): Buffer {
    const decipher = createDecipheriv(CIPHER, this.cipherKey, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  }

  /** A keyed hash: that of a log-in must not let anybody who reads the database try passwords. */
  hash(...parts: readonly (string | Uint8Array)[]): Buffer {
    const hash = createHmac('sha256', this.hashKey);
    for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
    return hash.digest();
  }
}
