import { AppError } from '@discover/contracts';
import type { Ending } from '@discover/queue';

/**
 * What a job answered that somebody waited for.
 *
 * @throws AppError `unavailable` if it did not end in time, else the code that the queue gave it up with
 */
export function endingOf<Result>(ending: Ending<Result> | null): Result {
  if (ending?.type === 'completed') return ending.result;
  if (ending?.type === 'failed') throw new AppError(ending.failure.code, ending.failure.message);
  throw new AppError('unavailable', 'There is more to do than can be done at once. Try again in a moment.', {
    retryAfterSeconds: 5,
  });
}
