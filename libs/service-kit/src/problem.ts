import { AppError, ERROR_CODES, type ErrorCode } from '@discover/contracts';
import { HttpException } from '@nestjs/common';

/** Problem details of RFC 9457, with our code, the request's id and the bad fields. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  requestId: string;
  errors?: AppError['problems'][number][];
}

/** Codes of Fastify, and statuses of Nest, for errors that are raised before our code sees the request. */
const FASTIFY_CODES: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_request',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'bad_request',
  FST_PARTS_LIMIT: 'bad_request',
  FST_FIELDS_LIMIT: 'bad_request',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
};
const STATUS_CODES: Record<number, ErrorCode> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'unavailable',
};

/** Any thrown thing as an error with a code: the one mapping. What we did not foresee is `internal_error` and says nothing of itself. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const known = FASTIFY_CODES[code ?? ''] ?? (status === undefined ? undefined : STATUS_CODES[status]);
  if (known) return new AppError(known, message ?? ERROR_CODES[known][1], { cause: error });
  return new AppError(
    'internal_error',
    'The error is recorded under this request id. Try again; if it stays, tell us the id.',
    { cause: error },
  );
}

export function toProblem(error: AppError, requestId: string): Problem {
  const [status, title] = ERROR_CODES[error.code];
  return {
    type: `https://discover.example/problems/${error.code.replaceAll('_', '-')}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.problems.length > 0 && { errors: [...error.problems] }),
  };
}
