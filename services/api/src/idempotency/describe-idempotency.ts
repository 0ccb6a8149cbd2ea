import { ERROR_CODES, type ErrorCode } from '@discover/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';

const CODES: readonly ErrorCode[] = ['idempotency_in_flight', 'idempotency_key_reused'];

const HEADER = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Sent again with the same key within 24 hours, the same request is done once and answered as before, with `Idempotency-Replayed: true`.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255, pattern: '^[\\x21\\x23-\\x7e]+$' },
  example: '7b1c9f3e-2d47-4a53-9a39-2f3f6f0f8a11',
};

/** Adds to every POST that it takes an idempotency key, and what it answers to one that it cannot take. */
export function describeIdempotency(document: OpenAPIObject): void {
  for (const { post } of Object.values(document.paths)) {
    if (!post) continue;
    post.parameters = [...(post.parameters ?? []), HEADER];
    for (const code of CODES) {
      const status = String(ERROR_CODES[code][0]);
      const known = post.responses[status];
      post.responses[status] = {
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        ...known,
        description: known && 'description' in known ? `${known.description}, \`${code}\`` : `\`${code}\``,
      };
    }
  }
}
