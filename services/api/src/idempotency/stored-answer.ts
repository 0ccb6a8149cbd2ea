import { deserialize, serialize } from 'node:v8';

import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Headers that are part of an answer; the others are of the moment at which it is sent. */
const KEPT_HEADERS = [
  'cache-control',
  'content-disposition',
  'content-type',
  'etag',
  'last-modified',
  'link',
  'location',
  'preference-applied',
  'retry-after',
  'vary',
  'www-authenticate',
  'x-cache-status',
];

/** An answer that was given, to be given again. */
export class StoredAnswer {
  private constructor(
    private readonly status: number,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly body: string | Buffer | null,
  ) {}

  static of(reply: FastifyReply, body: string | Buffer | null): StoredAnswer {
    const headers = KEPT_HEADERS.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)] as const];
    });
    return new StoredAnswer(reply.statusCode, Object.fromEntries(headers), body);
  }

  static read(bytes: Buffer): StoredAnswer {
    const { status, headers, body } = deserialize(bytes) as StoredAnswer;
    return new StoredAnswer(status, headers, body);
  }

  bytes(): Buffer {
    return serialize({ status: this.status, headers: this.headers, body: this.body });
  }

  send(reply: FastifyReply): void {
    void reply
      .code(this.status)
      .headers(this.headers)
      .header('idempotency-replayed', 'true')
      .send(this.body ?? undefined);
  }
}

/** Thrown to end a request before it is handled: it was answered before. */
export class AnsweredBefore extends Error {
  constructor(readonly answer: StoredAnswer) {
    super('The request was answered before.');
    this.name = 'AnsweredBefore';
  }
}

@Catch(AnsweredBefore)
export class AnsweredBeforeFilter implements ExceptionFilter<AnsweredBefore> {
  catch({ answer }: AnsweredBefore, host: ArgumentsHost): void {
    answer.send(host.switchToHttp().getResponse<FastifyReply>());
  }
}
