import { eventHref, type EventData } from '@discover/contracts';

export interface SentEvent {
  id: string;
  type: string;
  subjectId: string;
  data: EventData;
  createdAt: Date;
}

/** The body that is sent: what happened to what and where it can be read, never what a CV says. */
export function payloadOf({ id, type, subjectId, data, createdAt }: SentEvent): string {
  const subject = { id: subjectId, href: eventHref(type, subjectId) };
  return JSON.stringify({ id, type, createdAt: createdAt.toISOString(), subject, data });
}
