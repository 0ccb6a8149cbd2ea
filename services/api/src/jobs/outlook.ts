import type { QueueName } from '@discover/contracts';
import type { JobProducer, JobState, QueuePace } from '@discover/queue';

/** What only the queue can tell of a job that has not ended. */
export interface Outlook {
  /** Jobs that are served before it; null unless it waits. */
  position: number | null;
  /** 0 … 100. */
  progress: number;
  /** Seconds until its end; null if nobody can tell. */
  etaSeconds: number | null;
  expectedAt: string | null;
}

export const NO_OUTLOOK: Outlook = { position: null, progress: 0, etaSeconds: null, expectedAt: null };

/** Never throws: while the queue is away there is no outlook. */
export async function outlookOf(producer: JobProducer, queue: QueueName, id: string): Promise<Outlook> {
  try {
    const [state, pace] = await Promise.all([producer.state(queue, id), producer.pace(queue)]);
    return state === null ? NO_OUTLOOK : outlook(state, pace, Date.now());
  } catch {
    return NO_OUTLOOK;
  }
}

export function outlook(
  job: Pick<JobState, 'state' | 'position' | 'progress' | 'startedAt'>,
  pace: QueuePace,
  now: number,
): Outlook {
  const ms = remainingMs(job, pace, now);
  return {
    position: job.position,
    progress: job.state === 'active' && typeof job.progress === 'number' ? job.progress : 0,
    etaSeconds: ms === null ? null : Math.ceil(ms / 1000),
    expectedAt: ms === null ? null : new Date(now + ms).toISOString(),
  };
}

/**
 * What the last jobs took, once for the job itself and once for every round of jobs before it: a round is as many as are in
 * hand now, which is as many as the workers take while others wait. Null where that says nothing: no job has ended lately, no
 * worker is there, it waits for another try, or it has taken longer than the others did already.
 */
function remainingMs(
  job: Pick<JobState, 'state' | 'position' | 'startedAt'>,
  { active, meanRunMs }: QueuePace,
  now: number,
): number | null {
  if (meanRunMs === null) return null;
  if (job.position !== null) return active === 0 ? null : (Math.floor(job.position / active) + 1) * meanRunMs;
  if (job.state !== 'active' || job.startedAt === null) return null;
  const left = meanRunMs - (now - job.startedAt.getTime());
  return left > 0 ? left : null;
}
