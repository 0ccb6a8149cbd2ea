/** What people may subscribe to. */
export const EVENT_TYPES = [
  'cv.parsed',
  'cv.created',
  'cv.updated',
  'cv.deleted',
  'render.completed',
  'share.opened',
  'import.completed',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Sent on request only, so that a subscriber can see whether it is reached. */
export const TEST_EVENT = 'webhook.test';

/** A value that may stand in an event: ids, counts and codes, never what a CV says. */
export type EventData = Readonly<Record<string, string | number | boolean | null>>;

/** Something that happened to a person's things. */
export interface DomainEvent {
  /** Whose things: whose subscribers are told. */
  userId: string;
  type: EventType;
  /** What it happened to: the CV's id, the job's id; `<identity>.<format>` for a render. */
  subjectId: string;
  data: EventData;
}

/** Where the API shows what an event is about; null if it is not there any more. */
export function eventHref(type: string, subjectId: string): string | null {
  switch (type) {
    case 'cv.parsed':
    case 'cv.created':
    case 'cv.updated':
    case 'share.opened':
      return `/api/v1/cvs/${subjectId}`;
    case 'render.completed':
      return `/api/v1/renders/${subjectId}`;
    case 'import.completed':
      return `/api/v1/jobs/${subjectId}`;
    default:
      return null;
  }
}
