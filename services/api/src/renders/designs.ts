import { AppError } from '@discover/contracts';
import { Database, findCustomTemplate } from '@discover/database';
import { Injectable } from '@nestjs/common';

import type { Design } from './design.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds the templates that people name: ours by their names, their own by their ids. */
@Injectable()
export class Designs {
  constructor(private readonly database: Database) {}

  /** @throws AppError `unknown_template` if it is none of the person's own; names of ours are looked at by the renderer */
  async templateOf(userId: string, template: string): Promise<Pick<Design, 'template' | 'source'>> {
    if (!UUID.test(template)) return { template };
    const id = template.toLowerCase();
    const found = await this.database.read(userId, (handle) => findCustomTemplate(handle, userId, id));
    if (found) return { template: found.base, source: found.source };
    throw new AppError('unknown_template', 'You have no such template: GET /api/v1/custom-templates lists yours.');
  }
}
