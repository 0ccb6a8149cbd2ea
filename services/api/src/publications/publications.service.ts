import { Cache, keys, tags } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { isTemplate } from '@discover/cv-render';
import {
  Database,
  deletePublication,
  findPublication,
  indexCvs,
  lockCv,
  putPublication,
  slugsOf,
  type Publication,
} from '@discover/database';
import { metrics } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { ApiConfig } from '../config.js';
import { readersOf } from '../cvs/public-cvs.js';
import { API_CONFIG } from '../tokens.js';
import { ProfilesService } from './profiles.service.js';
import type { PublicationView, PutPublicationRequest } from './publications.dto.js';

/** How a CV is published, as its owner decides. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly profiles: ProfilesService,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** @throws AppError `slug_taken`, `unknown_template`, `not_found` if the CV was deleted meanwhile */
  async put(ownerId: string, cvId: string, request: PutPublicationRequest): Promise<PublicationView> {
    if (!isTemplate(request.template))
      throw new AppError('unknown_template', 'There is no such template: GET /api/v1/templates lists them.');
    const { publication, slugs, concerned } = await this.database.transaction(
      () => readersOf(ownerId, true),
      async (handle) => {
        // Locked, so that nobody changes the CV while it is put into search as it is.
        const cv = await lockCv(handle, ownerId, cvId);
        if (!cv) throw new AppError('not_found', 'There is no such CV any more.');
        const before = await slugsOf(handle, ownerId, cvId);
        const put = await putPublication(handle, { ...request, ownerId, cvId });
        if (!put) throw new AppError('slug_taken', 'Choose another one.');
        if (put.visibility === 'public') await indexCvs(handle, [cv]);
        const after = await slugsOf(handle, ownerId, cvId);
        return { publication: put, slugs: after, concerned: [...new Set([...before, ...after])] };
      },
    );
    await this.forget(concerned);
    metrics.publicationsPut.inc({ visibility: publication.visibility });
    if (publication.visibility !== 'private') await this.profiles.prepare(publication.slug);
    return this.view(publication, slugs);
  }

  /** @throws AppError `not_found` */
  async read(ownerId: string, cvId: string): Promise<PublicationView> {
    return this.database.read(ownerId, async (handle) => {
      const publication = await findPublication(handle, ownerId, cvId);
      if (!publication) throw notPublished();
      return this.view(publication, await slugsOf(handle, ownerId, cvId));
    });
  }

  /** @throws AppError `not_found` */
  async remove(ownerId: string, cvId: string): Promise<void> {
    const slugs = await this.database.transaction(
      () => readersOf(ownerId, true),
      async (handle) => {
        const present = await slugsOf(handle, ownerId, cvId);
        if (!(await deletePublication(handle, ownerId, cvId))) throw notPublished();
        return present;
      },
    );
    await this.forget(slugs);
  }

  private async forget(slugs: readonly string[]): Promise<void> {
    await this.cache.invalidate(
      slugs.map((slug) => keys.publication(slug)),
      [tags.publicProfiles()],
    );
  }

  private view(publication: Publication, slugs: readonly string[]): PublicationView {
    const { slug, visibility, template, mask, createdAt, updatedAt } = publication;
    const { publicUrl } = this.config.http;
    return {
      slug,
      visibility,
      template,
      mask,
      url: `${publicUrl}/u/${slug}`,
      jsonUrl: `${publicUrl}/api/v1/public/${slug}`,
      oldSlugs: slugs.filter((other) => other !== slug),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  }
}

function notPublished(): AppError {
  return new AppError('not_found', 'This CV is not published.');
}
