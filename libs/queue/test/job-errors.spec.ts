import { AppError } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';
import { ForbiddenException, ServiceUnavailableException } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';

import { forBullmq, isPermanent, PermanentJobError, readFailure } from '../src/job-errors.js';

describe('isPermanent', () => {
  it.each<[error: unknown, permanent: boolean]>([
    [new PermanentJobError('x'), true],
    [new UnrecoverableError('x'), true],
    [new AppError('not_found', 'x'), true],
    [new AppError('rate_limited', 'x'), true],
    [new AppError('unavailable', 'x'), false],
    [new AppError('internal_error', 'x'), false],
    [new ForbiddenException(), true],
    [new ServiceUnavailableException(), false],
    [new Error('x'), false],
    ['text', false],
    [undefined, false],
  ])('%s: %s', (error, permanent) => expect(isPermanent(error)).toBe(permanent));
});

it('an error’s code survives the queue', () => {
  const error = new AppError('corrupt_document', 'The file is damaged: it ends in the middle.\nPage 3.');
  const kept = forBullmq(error);
  expect(kept).toBeInstanceOf(UnrecoverableError);
  expect(kept.cause).toBe(error);
  expect(readFailure(kept.message)).toEqual({ code: error.code, message: error.message });
});

it('what is no code is no code', () => {
  expect(readFailure('connect: refused')).toEqual({ code: 'internal_error', message: 'connect: refused' });
  expect(readFailure(forBullmq('thrown text').message)).toEqual({ code: 'internal_error', message: 'thrown text' });
});
