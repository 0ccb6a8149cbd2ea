import { AppError, ERROR_CODES, type ErrorCode, type Failure } from '@discover/contracts';
import { HttpException } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';

/** Thrown by a handler when trying again cannot help: the job becomes a dead letter at once. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';
}

/** What stands in the queue as the failure of a cancelled job. */
export const CANCELLED = 'cancelled';

/** Thrown by a handler to be run again after a while: nothing has failed, and no attempt is spent. */
export class PostponedError extends Error {
  override readonly name = 'PostponedError';
  constructor(readonly delayMs: number) {
    super(`to be run again in ${delayMs} ms`);
  }
}

/** The reason of a job's `signal` when somebody cancelled the job. */
export class JobCancelledError extends Error {
  override readonly name = 'JobCancelledError';
  constructor() {
    super(CANCELLED);
  }
}

/** The reason of a job's `signal` when the process stops and cannot wait for it: the job is done elsewhere. */
export class ShutdownError extends Error {
  override readonly name = 'ShutdownError';
  constructor() {
    super('the worker stops');
  }
}

/** Whether the class of an error says that another attempt would end the same way. */
export function isPermanent(error: unknown): boolean {
  if (error instanceof PermanentJobError || error instanceof UnrecoverableError) return true;
  if (error instanceof AppError) return isClientFault(ERROR_CODES[error.code][0]);
  // What Nest's own pipes throw.
  return error instanceof HttpException && isClientFault(error.getStatus());
}

const isClientFault = (status: number) => status >= 400 && status < 500;

/** The error in the form that BullMQ keeps: its class says whether to try again, its message carries the error's code. */
export function forBullmq(error: unknown): Error {
  const message = failureText(error);
  const kept = isPermanent(error) ? new UnrecoverableError(message) : new Error(message);
  kept.cause = error;
  if (error instanceof Error && error.stack !== undefined) kept.stack = error.stack;
  return kept;
}

function failureText(error: unknown): string {
  if (error instanceof AppError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

/** The failure that {@link forBullmq} wrote into a job. */
export function readFailure(reason: string): Failure {
  const [, code, message] = /^([a-z_]+): ([\s\S]*)$/.exec(reason) ?? [];
  if (code !== undefined && message !== undefined && code in ERROR_CODES) return { code: code as ErrorCode, message };
  return { code: 'internal_error', message: reason };
}
