import type { CvStatus } from '../entities/index.js';

/** A CV without its document: what a list shows. */
export interface CvSummary {
  id: string;
  userId: string;
  title: string;
  status: CvStatus;
  language: string | null;
  version: number;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A CV with its document as the JSON text that was stored, so that nobody parses what will only be sent on. */
export interface CvRecord extends CvSummary {
  documentText: string;
}

/** The columns of a CV, as a statement that changes it hands them on. */
export const CV_COLUMNS = 'id, user_id, title, status, language, version, revision, created_at, updated_at, document';
export const CV_SUMMARY = `id, user_id AS "userId", title, status, language, version, revision, created_at AS "createdAt", updated_at AS "updatedAt"`;
export const CV_RECORD = `${CV_SUMMARY}, document::text AS "documentText"`;
