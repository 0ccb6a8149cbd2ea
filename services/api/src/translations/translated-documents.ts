import { Cache, keys, policies } from '@discover/cache';
import { placeTranslation, translated, type Resume, type Translation } from '@discover/cv-model';
import { Database, findTranslation } from '@discover/database';
import { Injectable } from '@nestjs/common';

import { CvsService } from '../cvs/cvs.service.js';
import type { TranslationSummary } from './translations.dto.js';

export interface TranslatedDocument {
  document: Resume;
  /** Null if the document is as it was written: that is the language asked for, or there is none nearer. */
  translation: TranslationSummary | null;
}

/** Documents in other languages than they were written in. */
@Injectable()
export class TranslatedDocuments {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly cvs: CvsService,
  ) {}

  /** A CV's document, in `language` if one is named. @throws AppError `not_found` */
  async read(ownerId: string, cvId: string, language: string | undefined): Promise<Resume> {
    const document = await this.cvs.document(ownerId, cvId);
    return language === undefined ? document : (await this.translate(ownerId, cvId, document, language)).document;
  }

  /**
   * The document in `language`; without a translation into it in its wider language (`fr` for `fr-CH`), and what is not
   * translated as it was written.
   */
  async translate(ownerId: string, cvId: string, document: Resume, language: string): Promise<TranslatedDocument> {
    for (const tag of new Set([language, primaryOf(language)])) {
      if (document['x-discover']?.language === tag) break;
      const texts = await this.texts(ownerId, cvId, tag);
      if (!texts) continue;
      const { placed, untranslated } = placeTranslation(document, texts);
      const outdated = placed.filter((text) => text.outdated).map(({ pointer }) => pointer);
      return {
        document: translated(document, placed, tag),
        translation: { language: tag, outdated, untranslated: [...untranslated] },
      };
    }
    return { document, translation: null };
  }

  private async texts(ownerId: string, cvId: string, language: string): Promise<Translation | undefined> {
    return this.cache.get(policies.translation, keys.translation(ownerId, cvId, language), async () => {
      const found = await this.database.read(ownerId, (handle) => findTranslation(handle, ownerId, cvId, language));
      return found?.texts;
    });
  }
}

function primaryOf(language: string): string {
  return language.split('-')[0]!;
}
