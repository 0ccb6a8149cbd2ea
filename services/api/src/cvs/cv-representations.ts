import { createHash } from 'node:crypto';

import { Cache, Cached, keys, policies, tags } from '@discover/cache';
import type { Resume } from '@discover/cv-model';
import {
  Database,
  findReading,
  listShares,
  listVersions,
  selectCv,
  type CvSelection,
  type CvSummary,
  type Handle,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

import { shareView } from '../shares/share-view.js';
import { TranslatedDocuments } from '../translations/translated-documents.js';
import { versionView } from '../versions/versions.dto.js';
import { objectText, partialDocument, type Include } from './cv-fields.js';
import { noSuchCv } from './cv-lock.js';
import { RepresentationBody } from './representation-body.js';

/** How many versions come with a CV; the others are in their own list. */
const INCLUDED_VERSIONS = 20;

export interface CvQuery {
  selection: CvSelection;
  includes: readonly Include[];
  language: string | undefined;
}

type Member = readonly [name: string, text: string];

/** CVs as somebody wants them: some fields, with relations, in another language. Only what is asked for is read. */
@Injectable()
export class CvRepresentations {
  constructor(
    readonly cache: Cache,
    private readonly database: Database,
    private readonly translations: TranslatedDocuments,
  ) {}

  /** @throws AppError `not_found` */
  async read(ownerId: string, id: string, query: CvQuery): Promise<RepresentationBody> {
    // Shares tell how often their links were opened, by anybody: nothing invalidates that.
    if (query.includes.includes('shares')) return this.make(ownerId, id, query);
    return RepresentationBody.fromStored(await this.stored(ownerId, id, query));
  }

  @Cached(
    policies.representation,
    (ownerId: string, id: string, query: CvQuery) => keys.representation(ownerId, id, nameOf(query)),
    (ownerId, id) => [tags.cv(ownerId, id)],
  )
  private async stored(ownerId: string, id: string, query: CvQuery): Promise<Buffer> {
    return (await this.make(ownerId, id, query)).stored;
  }

  private async make(
    ownerId: string,
    id: string,
    { selection, includes, language }: CvQuery,
  ): Promise<RepresentationBody> {
    const { cv, relations } = await this.database.read(ownerId, async (handle) => {
      const found = await selectCv(handle, ownerId, id, selection);
      if (!found) throw noSuchCv();
      const members: Member[] = [];
      for (const include of includes) members.push([include, await RELATIONS[include](handle, ownerId, id)]);
      return { cv: found, relations: members };
    });
    const document = documentText(selection, cv.document);
    const translation =
      language === undefined || document === null ? null : await this.inLanguage(ownerId, id, document, language);
    const body = objectText([
      ['id', JSON.stringify(cv.id)],
      ...Object.entries(fieldViews(cv.fields)).map(([name, value]): Member => [name, JSON.stringify(value)]),
      ...(document === null ? [] : [['document', translation?.document ?? document] as const]),
      ...(translation ? [['translation', translation.view] as const] : []),
      ...relations,
    ]);
    return RepresentationBody.of(cv.revision, body, translation?.language ?? cv.fields.language ?? null);
  }

  private async inLanguage(
    ownerId: string,
    id: string,
    document: string,
    language: string,
  ): Promise<{ document: string; view: string; language: string | null }> {
    const result = await this.translations.translate(ownerId, id, JSON.parse(document) as Resume, language);
    return {
      document: result.translation ? JSON.stringify(result.document) : document,
      view: JSON.stringify(result.translation),
      language: result.translation?.language ?? null,
    };
  }
}

/** The same for what gives the same answer: names come in any order only in `includes`, whose order the answer has. */
function nameOf(query: CvQuery): string {
  return createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 22);
}

/** Relations as JSON text. */
const RELATIONS: Record<Include, (handle: Handle, ownerId: string, id: string) => Promise<string>> = {
  versions: async (handle, userId, cvId) => {
    const versions = await listVersions(handle, { userId, cvId, before: null, limit: INCLUDED_VERSIONS });
    return JSON.stringify(versions.map(versionView));
  },
  shares: async (handle, ownerId, cvId) => {
    const shares = await listShares(handle, ownerId, cvId);
    return JSON.stringify(shares.map((share) => shareView(share)));
  },
  reading: async (handle, userId, cvId) => (await findReading(handle, userId, cvId)) ?? 'null',
};

/** Null if nothing of the document was asked for. */
function documentText(selection: CvSelection, document: string | (string | null)[]): string | null {
  if (selection.document === 'whole') return document as string;
  return selection.document.length === 0 ? null : partialDocument(selection.document, document as (string | null)[]);
}

function fieldViews(fields: Partial<CvSummary>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
}
