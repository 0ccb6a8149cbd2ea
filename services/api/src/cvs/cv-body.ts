import type { CvRecord, CvSummary } from '@discover/database';

import type { CvSummaryView } from './cvs.dto.js';
import { etagOf } from './entity-tags.js';

/** Bytes before the body in which a cached CV carries its revision, in decimal, padded. */
const HEADER = 12;

/**
 * A CV as it is sent: the bytes of its JSON, and its revision for the entity tag. Both are one Buffer, which is what the
 * cache keeps best: a cached read then neither parses nor serialises anything.
 */
export class CvBody {
  private constructor(readonly stored: Buffer) {}

  static of(cv: CvRecord): CvBody {
    const summary = JSON.stringify(summaryView(cv));
    // The document is already JSON text: it is put in as it stands.
    const body = `${summary.slice(0, -1)},"document":${cv.documentText}}`;
    return new CvBody(Buffer.from(String(cv.revision).padEnd(HEADER) + body));
  }

  static fromStored(stored: Buffer): CvBody {
    return new CvBody(stored);
  }

  get revision(): number {
    return Number(this.stored.toString('latin1', 0, HEADER));
  }

  get bytes(): Buffer {
    return this.stored.subarray(HEADER);
  }

  get etag(): string {
    return etagOf(this.revision);
  }
}

export function summaryView(cv: CvSummary): CvSummaryView {
  const { id, title, status, language, version } = cv;
  return {
    id,
    title,
    status,
    language,
    version,
    createdAt: cv.createdAt.toISOString(),
    updatedAt: cv.updatedAt.toISOString(),
  };
}
