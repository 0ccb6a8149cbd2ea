import type { Translation } from '@discover/cv-model';

import type { Handle } from '../handle.js';

/** A CV's texts in another language. */
export interface TranslationRecord {
  /** BCP 47 tag. */
  language: string;
  texts: Translation;
  /** Counts the changes of this translation, from 1. */
  revision: number;
  createdAt: Date;
  updatedAt: Date;
}

const RECORD = `language, texts, revision, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** In the order of their languages. */
export async function listTranslations(handle: Handle, userId: string, cvId: string): Promise<TranslationRecord[]> {
  return handle.query<TranslationRecord>(
    'translation_list',
    `SELECT ${RECORD} FROM cv_translations WHERE user_id = $1 AND cv_id = $2 ORDER BY language`,
    [userId, cvId],
  );
}

export async function findTranslation(
  handle: Handle,
  userId: string,
  cvId: string,
  language: string,
): Promise<TranslationRecord | null> {
  const [row] = await handle.query<TranslationRecord>(
    'translation_find',
    `SELECT ${RECORD} FROM cv_translations WHERE user_id = $1 AND cv_id = $2 AND language = $3`,
    [userId, cvId, language],
  );
  return row ?? null;
}

/** Stores a translation in place of the one there was; the caller holds the CV by `lockCv`. */
export async function putTranslation(
  handle: Handle,
  translation: { userId: string; cvId: string; language: string; texts: Translation },
): Promise<TranslationRecord> {
  const [row] = await handle.query<TranslationRecord>(
    'translation_put',
    `INSERT INTO cv_translations AS t (user_id, cv_id, language, texts) VALUES ($1, $2, $3, $4::json)
     ON CONFLICT (user_id, cv_id, language)
     DO UPDATE SET texts = excluded.texts, revision = t.revision + 1, updated_at = now()
     RETURNING ${RECORD}`,
    [translation.userId, translation.cvId, translation.language, JSON.stringify(translation.texts)],
  );
  return row!;
}

/** Answers whether there was one. */
export async function deleteTranslation(
  handle: Handle,
  userId: string,
  cvId: string,
  language: string,
): Promise<boolean> {
  const rows = await handle.query(
    'translation_delete',
    'DELETE FROM cv_translations WHERE user_id = $1 AND cv_id = $2 AND language = $3 RETURNING language',
    [userId, cvId, language],
  );
  return rows.length > 0;
}
