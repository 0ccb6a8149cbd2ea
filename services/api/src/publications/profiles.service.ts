import { text } from 'node:stream/consumers';

import { Cache, keys, policies } from '@discover/cache';
import { AppError, type Plan } from '@discover/contracts';
import { maskResume, type MaskField, type Resume } from '@discover/cv-model';
import { Database, findProfile, type CvPhoto, type Visibility } from '@discover/database';
import type { ObjectContent } from '@discover/object-storage';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { ApiConfig } from '../config.js';
import type { CvBody } from '../cvs/cv-body.js';
import { CvsService } from '../cvs/cvs.service.js';
import { CvPhotos } from '../photos/cv-photos.js';
import { photoHashOf, withImage } from '../photos/photo-address.js';
import { noPhoto } from '../photos/send-photo.js';
import { orderOf, type RenderOrder } from '../renders/design.js';
import { RendersService } from '../renders/renders.service.js';
import { API_CONFIG, LOGGER } from '../tokens.js';
import { profileHtml } from './page.js';
import { PublicBody } from './public-body.js';
import { isSlug } from './slugs.js';

/** What a slug leads to. */
export interface Profile {
  ownerId: string;
  cvId: string;
  /** The present one; the one that was asked for may be an older one. */
  slug: string;
  visibility: Visibility;
  template: string;
  mask: MaskField[];
  revision: number;
  /** ISO 8601 */
  createdAt: string;
  ownerPlan: Plan;
}

interface ProfileCv {
  document: Resume;
  language: string | null;
  updatedAt: string;
}

/** Profiles as everybody sees them. What is made of one is kept under its revision and the CV's: a change of either makes it anew. */
@Injectable()
export class ProfilesService {
  private readonly publicUrl: string;

  constructor(
    private readonly database: Database,
    private readonly cache: Cache,
    private readonly cvs: CvsService,
    private readonly renders: RendersService,
    private readonly photos: CvPhotos,
    @Inject(API_CONFIG) config: ApiConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.publicUrl = config.http.publicUrl;
  }

  /** @throws AppError `not_found`, also for a private one */
  async find(slug: string): Promise<Profile> {
    const profile = isSlug(slug)
      ? await this.cache.get(policies.publication, keys.publication(slug), () => this.load(slug))
      : undefined;
    if (!profile) throw new AppError('not_found', 'There is no such profile.');
    return profile;
  }

  async json(profile: Profile): Promise<PublicBody> {
    return this.kept(profile, 'json', async (body) => {
      const { document, language, updatedAt } = this.shownOf(profile, body);
      return JSON.stringify({ slug: profile.slug, url: this.urlOf(profile), language, updatedAt, document });
    });
  }

  async page(profile: Profile, signal: AbortSignal): Promise<PublicBody> {
    return this.kept(profile, 'page', async (body) => {
      const { document, updatedAt } = this.shownOf(profile, body);
      const order = await this.orderIn('html', profile, body);
      const rendered = await text((await this.renders.bytes({ plan: profile.ownerPlan }, order, signal)).stream);
      return profileHtml(rendered, document, {
        url: this.urlOf(profile),
        image: `${this.urlOf(profile)}/og.png?v=${profile.revision}-${body.revision}`,
        created: profile.createdAt,
        modified: updatedAt,
        indexed: profile.visibility === 'public',
      });
    });
  }

  /** The picture for previews of links, and its entity tag. */
  async picture(
    profile: Profile,
    signal: AbortSignal,
  ): Promise<{ etag: string; content: () => Promise<ObjectContent> }> {
    const { body } = await this.cvs.read(profile.ownerId, profile.cvId);
    const order = await this.orderIn('og', profile, body);
    return {
      etag: `"${order.identity}"`,
      content: () => this.renders.bytes({ plan: profile.ownerPlan }, order, signal),
    };
  }

  /**
   * Has the page and its picture made, and the PDF that its owner will send along, so that they are there when the first
   * reader comes. Nobody waits for this: what cannot be prepared now is made when it is first asked for.
   */
  async prepare(slug: string): Promise<void> {
    try {
      const profile = await this.find(slug);
      const { body } = await this.cvs.read(profile.ownerId, profile.cvId);
      const orders = await Promise.all([
        this.orderIn('html', profile, body),
        this.orderIn('og', profile, body),
        this.ownersPdf(profile, documentOf(body).document),
      ]);
      await Promise.all(orders.map((order) => this.renders.prepare(order)));
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return;
      this.logger.warn({ err: error }, 'a published page could not be prepared');
    }
  }

  /** The photo, unless it is masked. @throws AppError `not_found` */
  async photo({ ownerId, cvId, mask }: Profile): Promise<CvPhoto> {
    const { body } = await this.cvs.read(ownerId, cvId);
    const hash = photoHashOf(maskResume(documentOf(body).document, mask), cvId);
    const photo = hash === undefined ? null : await this.photos.find(ownerId, cvId, hash);
    if (!photo) throw noPhoto();
    return photo;
  }

  /** What of the CV is to be seen; its photo by an address that everybody may ask. */
  private shownOf(profile: Profile, body: CvBody): ProfileCv {
    const cv = documentOf(body);
    const document = maskResume(cv.document, profile.mask);
    const hash = photoHashOf(document, profile.cvId);
    return {
      ...cv,
      document: hash === undefined ? document : withImage(document, `${this.urlOf(profile)}/photo?v=${hash}`),
    };
  }

  private async orderIn(format: 'html' | 'og', profile: Profile, body: CvBody): Promise<RenderOrder> {
    const { ownerId, cvId, template, mask } = profile;
    const photo = await this.photos.ofRender(ownerId, cvId, maskResume(documentOf(body).document, mask));
    return orderOf(ownerId, this.shownOf(profile, body).document, { template, format, options: {}, ...photo });
  }

  private async ownersPdf({ ownerId, cvId, template }: Profile, document: Resume): Promise<RenderOrder> {
    const photo = await this.photos.ofRender(ownerId, cvId, document);
    return orderOf(ownerId, document, { template, format: 'pdf', options: {}, ...photo });
  }

  private urlOf({ slug }: Profile): string {
    return `${this.publicUrl}/u/${slug}`;
  }

  private async kept(profile: Profile, what: string, make: (body: CvBody) => Promise<string>): Promise<PublicBody> {
    const { ownerId, cvId } = profile;
    const { body } = await this.cvs.read(ownerId, cvId);
    const key = keys.publicProfile(ownerId, cvId, `${what}-${profile.revision}-${body.revision}`);
    const stored = await this.cache.get(
      policies.publicProfile,
      key,
      async () => PublicBody.of(await make(body)).stored,
    );
    return PublicBody.fromStored(stored!);
  }

  /** From the primary: its owner, who may have changed it just now, is not the one who asks. */
  private async load(slug: string): Promise<Profile | null> {
    const found = await this.database.readPrimary('profile', (handle) => findProfile(handle, slug));
    if (!found) return null;
    const { ownerId, cvId, visibility, template, mask, revision, ownerPlan } = found;
    const createdAt = found.createdAt.toISOString();
    return { ownerId, cvId, slug: found.slug, visibility, template, mask, revision, createdAt, ownerPlan };
  }
}

function documentOf(body: CvBody): ProfileCv {
  return JSON.parse(body.bytes.toString()) as ProfileCv;
}
