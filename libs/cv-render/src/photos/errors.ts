export type PhotoErrorCode =
  /** No PNG, JPEG, WebP or AVIF. */
  | 'unsupported_media_type'
  /** Cut off, or its pixels cannot be decoded. */
  | 'corrupt_picture'
  /** More pixels than are decoded, or memory that they would take. */
  | 'picture_too_large'
  | 'picture_too_small'
  | 'timeout';

/** A photo that was refused. The message says what to do, and nothing of the picture. */
export class PhotoError extends Error {
  override readonly name = 'PhotoError';

  constructor(
    readonly code: PhotoErrorCode,
    message: string,
  ) {
    super(message);
  }
}
