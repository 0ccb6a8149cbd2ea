import type { EventType } from '@discover/contracts';
import { recordEvent, type ChangedCv, type Handle, type VersionCause } from '@discover/database';

/** Tells its owner's subscribers, with the transaction, what became of a CV. */
export async function announce(
  handle: Handle,
  type: Extract<EventType, 'cv.created' | 'cv.updated' | 'cv.deleted'>,
  { userId, id, version, isHeard = true }: Pick<ChangedCv, 'userId' | 'id' | 'version' | 'isHeard'>,
  cause?: VersionCause,
): Promise<void> {
  if (!isHeard) return;
  await recordEvent(handle, { userId, type, subjectId: id, data: { version, ...(cause && { cause }) } });
}
