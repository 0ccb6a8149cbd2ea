import type { ParseErrorCode, Reading } from '@discover/cv-model';

import type { ParseOptions } from '../parse.js';

/** What goes to a parser process and comes back; errors travel as values, as a class does not cross processes. */
export interface ParseTask {
  bytes: Uint8Array;
  options: ParseOptions;
}

export type ParseOutcome =
  | { ok: true; reading: Reading }
  /** Text recognition is needed, and was to be deferred. */
  | { ok: false; code: 'deferred' }
  /** `defect`: where our own code failed, without its message, which might quote the document. */
  | { ok: false; code: ParseErrorCode; message: string; defect?: string };

/** What a parser process says: that it is warm, and what came of its document. */
export type WorkerMessage = { kind: 'ready' } | { kind: 'outcome'; outcome: ParseOutcome; residentBytes: number };
