export type ObjectStorageErrorCode =
  /** The key, prefix or expiry is not one that the port allows. */
  | 'invalid_argument'
  /** The body is larger than `maxBytes`; nothing was stored. */
  | 'too_large'
  /** The body is not of the length or SHA-256 that was announced; nothing was stored. */
  | 'content_mismatch'
  /** The stored bytes or their description are damaged, or were not written through this port. */
  | 'damaged'
  /** The storage does not answer, or refuses us; worth another try. */
  | 'unavailable';

export class ObjectStorageError extends Error {
  constructor(
    readonly code: ObjectStorageErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ObjectStorageError';
  }
}
