import type { FieldProblem } from '@discover/cv-model';

/** HTTP status and short title of every error code that a client can meet. The one place where codes meet HTTP. */
export const ERROR_CODES = {
  bad_request: [400, 'The request cannot be understood'],
  invalid_cursor: [400, 'The cursor is not one of ours'],
  unknown_field: [400, 'A field or parameter is not known'],
  unauthenticated: [401, 'You must say who you are'],
  invalid_credentials: [401, 'E-mail or password is wrong'],
  invalid_token: [401, 'The access token is not valid'],
  token_expired: [401, 'The access token has expired'],
  token_revoked: [401, 'The session has ended'],
  refresh_token_reused: [401, 'The refresh token was used before'],
  share_password_required: [401, 'This link needs a password'],
  share_password_wrong: [401, 'The password of this link is wrong'],
  forbidden: [403, 'You may not do this'],
  not_found: [404, 'There is no such thing, or it is not yours to see'],
  method_not_allowed: [405, 'This method does not exist here'],
  email_taken: [409, 'There is an account with this e-mail already'],
  share_exists: [409, 'It is shared with this person already'],
  slug_taken: [409, 'Another profile has this address, or had it'],
  idempotency_in_flight: [409, 'A request with this idempotency key is still being answered'],
  version_conflict: [409, 'The document was changed in the meantime'],
  too_many: [409, 'There are as many of these as there may be'],
  job_finished: [409, 'The job has ended and cannot be cancelled'],
  share_expired: [410, 'This link has expired'],
  share_gone: [410, 'This link shows nothing any more'],
  precondition_failed: [412, 'The document is not the version that you name'],
  too_large: [413, 'The file or body is too large'],
  unsupported_media_type: [415, 'This kind of file or body is not supported'],
  idempotency_key_reused: [422, 'The idempotency key was used for another request'],
  validation_failed: [422, 'Some fields are not valid'],
  encrypted_document: [422, 'The document is protected by a password'],
  corrupt_document: [422, 'The document is damaged'],
  corrupt_picture: [422, 'The picture is damaged, or is none'],
  picture_too_large: [422, 'The picture has too many pixels'],
  picture_too_small: [422, 'The picture has too few pixels'],
  empty_document: [422, 'The document has no text'],
  too_many_pages: [422, 'The document has too many pages'],
  unknown_template: [422, 'There is no such template'],
  invalid_template: [422, 'The template cannot be compiled'],
  unsupported_format: [422, 'There is no such output format'],
  invalid_options: [422, 'Some options are not valid'],
  cannot_fit: [422, 'The document does not fit into so few pages'],
  batch_failed: [422, 'None of the documents could be read'],
  forbidden_target: [422, 'We may not send anything to this address'],
  render_failed: [422, 'The document could not be rendered'],
  timeout: [422, 'The document took too long'],
  rate_limited: [429, 'Too many requests'],
  internal_error: [500, 'Something went wrong on our side'],
  maintenance: [503, 'The platform is being worked on'],
  unavailable: [503, 'A part of the service cannot be reached'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that a client is meant to see: its code decides the status, its message says what happened and what to do. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Bad fields, each by JSON pointer. */
  readonly problems: readonly FieldProblem[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { problems?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.problems = options.problems ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** An outcome that ended badly, as a value: what jobs hand back instead of throwing when trying again cannot help. */
export interface Failure {
  code: ErrorCode;
  message: string;
  /** Bad fields, each by JSON pointer. */
  problems?: readonly FieldProblem[];
}
