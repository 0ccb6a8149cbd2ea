import { Cache, keys, tags } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { placeTranslation, type Resume, type Translation } from '@discover/cv-model';
import {
  Database,
  deleteTranslation,
  findTranslation,
  findVersions,
  listTranslations,
  lockCv,
  putTranslation,
  type CvRecord,
  type Handle,
  type TranslationRecord,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

import { changedMeanwhile, noSuchCv } from '../cvs/cv-lock.js';
import { CvsService } from '../cvs/cvs.service.js';
import { matchesRevision } from '../cvs/entity-tags.js';
import { merged, sourcesOf } from './texts.js';
import type { PatchTranslationRequest, TranslationsView, TranslationView } from './translations.dto.js';

/** Languages of one CV. */
const MAX_LANGUAGES = 50;

export interface TaggedTranslation {
  view: TranslationView;
  /** Changes with the translation and with the document. */
  revisions: { translation: number; cv: number };
}

interface Change extends PatchTranslationRequest {
  language: string;
  ifMatch: string | undefined;
  /** Whether texts that are not named stay. */
  keep: boolean;
}

/** One CV in several languages. */
@Injectable()
export class TranslationsService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly cvs: CvsService,
  ) {}

  /** @throws AppError `not_found` */
  async list(ownerId: string, cvId: string): Promise<TranslationsView> {
    const document = await this.cvs.document(ownerId, cvId);
    const translations = await this.database.read(ownerId, (handle) => listTranslations(handle, ownerId, cvId));
    return {
      source: document['x-discover']?.language ?? null,
      items: translations.map(({ language, texts, updatedAt }) => {
        const { placed, untranslated } = placeTranslation(document, texts);
        return {
          language,
          updatedAt: updatedAt.toISOString(),
          texts: placed.length,
          outdated: placed.filter(({ outdated }) => outdated).length,
          untranslated: untranslated.length,
        };
      }),
    };
  }

  /** @throws AppError `not_found` */
  async read(ownerId: string, cvId: string, language: string): Promise<TaggedTranslation> {
    const { body } = await this.cvs.read(ownerId, cvId);
    const found = await this.database.read(ownerId, (handle) => findTranslation(handle, ownerId, cvId, language));
    if (!found) throw noSuchTranslation();
    const { document } = JSON.parse(body.bytes.toString()) as { document: Resume };
    return { view: viewOf(found, document), revisions: { translation: found.revision, cv: body.revision } };
  }

  /** @throws AppError `not_found`, `validation_failed`, `precondition_failed` */
  async change(ownerId: string, cvId: string, change: Change): Promise<TaggedTranslation & { created: boolean }> {
    const { language } = change;
    const result = await this.database.transaction(ownerId, async (handle) => {
      // Held until the commit: nobody changes the document, or another of its translations, meanwhile.
      const cv = await lockCv(handle, ownerId, cvId);
      if (!cv) throw noSuchCv();
      const existing = await this.existing(handle, cv, change);
      const document = JSON.parse(cv.documentText) as Resume;
      const source = await documentOf(handle, cv, change.sourceVersion);
      const texts: Translation = {
        ...(change.keep && existing ? merged(document, existing.texts, change.values) : {}),
        ...sourcesOf(source, language, change.values),
      };
      const stored = await putTranslation(handle, { userId: ownerId, cvId, language, texts });
      return { stored, document, cv, created: !existing };
    });
    await this.cache.invalidate([keys.translation(ownerId, cvId, language)], [tags.cv(ownerId, cvId)]);
    const { stored, document, cv, created } = result;
    return {
      view: viewOf(stored, document),
      revisions: { translation: stored.revision, cv: cv.revision },
      created,
    };
  }

  /** @throws AppError `not_found` */
  async remove(ownerId: string, cvId: string, language: string): Promise<void> {
    const removed = await this.database.transaction(ownerId, async (handle) => {
      if (!(await lockCv(handle, ownerId, cvId))) throw noSuchCv();
      return deleteTranslation(handle, ownerId, cvId, language);
    });
    if (!removed) throw noSuchTranslation();
    await this.cache.invalidate([keys.translation(ownerId, cvId, language)], [tags.cv(ownerId, cvId)]);
  }

  private async existing(
    handle: Handle,
    cv: CvRecord,
    { language, ifMatch }: Change,
  ): Promise<TranslationRecord | undefined> {
    const translations = await listTranslations(handle, cv.userId, cv.id);
    const existing = translations.find((translation) => translation.language === language);
    if (ifMatch !== undefined && !(existing && matchesRevision(ifMatch, existing.revision))) throw changedMeanwhile();
    if (!existing && translations.length >= MAX_LANGUAGES)
      throw new AppError('validation_failed', `A CV can be in ${MAX_LANGUAGES} languages; delete one of them first.`);
    return existing;
  }
}

/** @throws AppError `validation_failed` */
async function documentOf(handle: Handle, cv: CvRecord, version: number | undefined): Promise<Resume> {
  if (version === undefined || version === cv.version) return JSON.parse(cv.documentText) as Resume;
  const [found] = await findVersions(handle, cv.userId, cv.id, [version]);
  if (found) return JSON.parse(found.documentText) as Resume;
  const problem = { pointer: '/sourceVersion', code: 'invalid_value', message: 'The CV has no such version.' };
  throw new AppError('validation_failed', '1 field is not valid: see `errors`.', { problems: [problem] });
}

function viewOf(translation: TranslationRecord, document: Resume): TranslationView {
  const { placed, lost, untranslated } = placeTranslation(document, translation.texts);
  return {
    language: translation.language,
    createdAt: translation.createdAt.toISOString(),
    updatedAt: translation.updatedAt.toISOString(),
    texts: Object.fromEntries(
      placed.map(({ pointer, text, current, outdated, source }) => [
        pointer,
        { text, source: current, outdated, translatedFrom: source },
      ]),
    ),
    untranslated: [...untranslated],
    lost: lost.map((pointer) => {
      const { text, source } = translation.texts[pointer]!;
      return { pointer, text, translatedFrom: source };
    }),
  };
}

function noSuchTranslation(): AppError {
  return new AppError('not_found', 'There is no such CV of yours, or it is not translated into this language.');
}
