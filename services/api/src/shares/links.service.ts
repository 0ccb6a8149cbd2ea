import { AppError } from '@discover/contracts';
import { maskResume, type Resume } from '@discover/cv-model';
import {
  Database,
  findLink,
  openLink,
  recordEvent,
  uncountOpening,
  type OpenedLink,
  type SharedLink,
} from '@discover/database';
import type { ObjectContent } from '@discover/object-storage';
import { Injectable } from '@nestjs/common';

import { CvPhotos } from '../photos/cv-photos.js';
import { orderOf } from '../renders/design.js';
import { RendersService } from '../renders/renders.service.js';
import { LinkPasswords } from './link-passwords.js';
import { linkTokenHash } from './link-tokens.js';

/** Whoever opens a link: what they bring, and where from. */
export interface Opening {
  token: string;
  password: string | undefined;
  /** IP address; counts their wrong passwords. */
  address: string;
}

/** A CV as a link shows it. */
export interface ShownCv {
  link: SharedLink;
  opened: OpenedLink;
  document: Resume;
}

/** What links show, to whoever has them. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly passwords: LinkPasswords,
    private readonly renders: RendersService,
    private readonly photos: CvPhotos,
  ) {}

  /** Counts as one view. @throws AppError `not_found`, `share_gone`, `share_expired` and what the password check throws */
  async open(opening: Opening): Promise<ShownCv> {
    const link = await this.admit(opening);
    const shown = await this.show(link, false);
    // The image's own address asks for an account.
    return { ...shown, document: await this.photos.inlined(link.ownerId, link.cvId, shown.document) };
  }

  /** Counts as one view and download; one that could not be made does not count. */
  async download(
    opening: Opening,
    template: string,
    signal: AbortSignal,
  ): Promise<{ shown: ShownCv; content: ObjectContent }> {
    const link = await this.admit(opening);
    const shown = await this.show(link, true);
    try {
      const order = orderOf(link.ownerId, shown.document, {
        template,
        format: 'pdf',
        options: {},
        ...(await this.photos.ofRender(link.ownerId, link.cvId, shown.document)),
      });
      return { shown, content: await this.renders.bytes({ plan: link.ownerPlan }, order, signal) };
    } catch (error) {
      await this.database.transaction(link.ownerId, (handle) => uncountOpening(handle, link.id));
      throw error;
    }
  }

  private async admit({ token, password, address }: Opening): Promise<SharedLink> {
    const hash = linkTokenHash(token);
    const link = hash && (await this.database.readPrimary('link', (handle) => findLink(handle, hash)));
    if (!link) throw new AppError('not_found', 'There is no such link. Check that it is complete.');
    if (link.state === 'expired') throw new AppError('share_expired', 'Ask whoever gave it to you for another one.');
    if (link.state === 'gone') throw gone();
    await this.passwords.check(link, password, address);
    return link;
  }

  private async show(link: SharedLink, download: boolean): Promise<ShownCv> {
    const opened = await this.database.transaction(link.ownerId, async (handle) => {
      const found = await openLink(handle, link.id, download);
      if (!found) throw gone();
      if (found.announce)
        await recordEvent(handle, {
          userId: link.ownerId,
          type: 'share.opened',
          subjectId: link.cvId,
          data: { shareId: link.id, version: found.version },
        });
      return found;
    });
    return { link, opened, document: maskResume(JSON.parse(opened.documentText) as Resume, link.mask) };
  }
}

function gone(): AppError {
  return new AppError('share_gone', 'It was taken back, or was opened as often as it may be.');
}
