import { ERROR_CODES, type ErrorCode } from '@discover/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

export const ProblemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What happened and what to do.'),
    code: z.string(),
    requestId: z.string().describe('Names this request in our logs.'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON pointer of the bad field.'),
          code: z.string(),
          message: z.string(),
          line: z.number().int().optional().describe('Of a field that is a source text: 1-based.'),
          column: z.number().int().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457).' });

/** Codes that any route which asks for an account can answer. */
const AUTH_CODES: ErrorCode[] = ['unauthenticated', 'invalid_token', 'token_expired', 'token_revoked'];

/** Codes that any route can answer: what is wrong with the request as such, or with us. */
const COMMON_CODES: ErrorCode[] = [
  'bad_request',
  'too_large',
  'unsupported_media_type',
  'rate_limited',
  'internal_error',
  'unavailable',
];

/** A body that is not JSON: its media types. */
export interface BinaryAnswer {
  content: string[];
  description: string;
}

type Success = z.ZodType | BinaryAnswer | null;

/**
 * Documents what a route answers: by status, the schema of its body (null for none), and the error codes that it may give
 * beside those that every route has.
 */
export function Answers(
  summary: string,
  successes: Record<number, Success>,
  codes: ErrorCode[],
  access: 'public' | 'user' = 'user',
): MethodDecorator {
  const all = [...new Set([...codes, ...(access === 'user' ? AUTH_CODES : []), ...COMMON_CODES])];
  const byStatus = Object.groupBy(all, (code) => String(ERROR_CODES[code][0]));
  return applyDecorators(
    ApiOperation({ summary }),
    ...(access === 'user' ? [ApiBearerAuth()] : []),
    ...Object.entries(successes).map(([status, success]) =>
      ApiResponse({ status: Number(status), ...describe(success) }),
    ),
    ...Object.entries(byStatus).map(([status, list]) => problemResponse(Number(status), list ?? [])),
  );
}

function describe(success: Success): object {
  if (success === null) return { description: 'Done; no body.' };
  if ('content' in success) {
    // The parts of a stream of events are described in words: OpenAPI 3.1 has no schema for them.
    const bodyOf = (type: string) =>
      type === 'text/event-stream' ? {} : { schema: { type: 'string', format: 'binary' } };
    return {
      description: success.description,
      content: Object.fromEntries(success.content.map((type) => [type, bodyOf(type)])),
    };
  }
  return { standardSchema: success };
}

function problemResponse(status: number, codes: ErrorCode[]): MethodDecorator {
  const examples = Object.fromEntries(
    codes.map((code) => [
      code,
      {
        summary: ERROR_CODES[code][1],
        value: {
          type: `https://discover.example/problems/${code.replaceAll('_', '-')}`,
          title: ERROR_CODES[code][1],
          status,
          detail: ERROR_CODES[code][1],
          code,
          requestId: '7b1c9f3e-2d47-4a53-9a39-2f3f6f0f8a11',
        },
      },
    ]),
  );
  return ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } },
  });
}
