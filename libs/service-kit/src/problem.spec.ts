import { AppError, ERROR_CODES } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { z } from 'zod';

import { toAppError, toProblem } from './problem.js';
import { validated } from './validation.js';

describe('toAppError', () => {
  it('leaves our own errors as they are', () => {
    const error = new AppError('not_found', 'gone');
    expect(toAppError(error)).toBe(error);
  });

  it.each([
    [Object.assign(new Error('big'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }), 'too_large'],
    [Object.assign(new Error('odd'), { statusCode: 415 }), 'unsupported_media_type'],
    [new NotFoundException(), 'not_found'],
  ])('gives what the framework throws a code: %s', (error, code) => {
    expect(toAppError(error).code).toBe(code);
  });

  it('tells nothing of an error that nobody foresaw', () => {
    const problem = toProblem(toAppError(new Error('password=hunter2 at db.internal')), 'request-1');
    expect(problem).toMatchObject({ status: 500, code: 'internal_error', requestId: 'request-1' });
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|internal\b.*db/);
  });
});

describe('toProblem', () => {
  it('takes status and title from the table of codes', () => {
    const problems = [{ pointer: '/a', code: 'wrong_type', message: 'm' }];
    expect(toProblem(new AppError('validation_failed', 'two fields', { problems }), 'id')).toEqual({
      type: 'https://discover.example/problems/validation-failed',
      title: ERROR_CODES.validation_failed[1],
      status: 422,
      detail: 'two fields',
      code: 'validation_failed',
      requestId: 'id',
      errors: problems,
    });
  });
});

describe('validated', () => {
  it('names nested and unknown fields by JSON pointer', () => {
    const schema = z.object({ list: z.array(z.strictObject({ 'a/b': z.number() })) });
    const attempt = () => validated(schema, { list: [{ 'a/b': 'x', c: 1, d: 2 }] });
    expect(attempt).toThrow(AppError);
    try {
      attempt();
    } catch (error) {
      expect((error as AppError).problems.map(({ pointer, code }) => [pointer, code])).toEqual([
        ['/list/0/a~1b', 'invalid_value'],
        ['/list/0/c', 'unknown_field'],
        ['/list/0/d', 'unknown_field'],
      ]);
    }
    expect.assertions(2);
  });
});
