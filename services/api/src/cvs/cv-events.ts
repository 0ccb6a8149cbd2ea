import type { EventType } from '@discover/contracts';
import { recordEvent, type CvSummary, type Handle, type VersionCause } from '@discover/database';

/** Tells its owner's subscribers, with the transaction, what became of a CV. */
export async function announce(
  handle: Handle,
  type: Extract<EventType, 'cv.created' | 'cv.updated' | 'cv.deleted'>,
  { userId, id, version }: Pick<CvSummary, 'userId' | 'id' | 'version'>,
  cause?: VersionCause,
): Promise<void> {
  await recordEvent(handle, { userId, type, subjectId: id, data: { version, ...(cause && { cause }) } });
}
