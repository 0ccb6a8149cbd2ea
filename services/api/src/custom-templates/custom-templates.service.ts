import { AppError } from '@discover/contracts';
import { SAMPLE } from '@discover/cv-render';
import {
  Database,
  deleteCustomTemplate,
  findCustomTemplate,
  insertCustomTemplate,
  listCustomTemplates,
  replaceCustomTemplate,
  type CustomTemplateSummary,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';
import { RendersService } from '../renders/renders.service.js';
import type { CustomTemplateBody, CustomTemplateSummaryView, CustomTemplateView } from './custom-templates.dto.js';

/** Templates of one person: enough to try things out. */
const MAX_TEMPLATES = 50;

/** Templates that people bring along. Each is tried on a sample before it is kept, so that no kept one fails on every CV. */
@Injectable()
export class CustomTemplatesService {
  constructor(
    private readonly database: Database,
    private readonly renders: RendersService,
  ) {}

  async create(caller: Caller, body: CustomTemplateBody, signal: AbortSignal): Promise<CustomTemplateView> {
    await this.tryOut(caller, body, signal);
    const { userId } = caller;
    const template = await this.database.transaction(userId, (handle) =>
      insertCustomTemplate(handle, userId, body, MAX_TEMPLATES),
    );
    if (template) return { ...view(template), source: template.source };
    throw new AppError('too_many', `You have ${MAX_TEMPLATES} templates already. Delete one that you do not need.`);
  }

  async list(userId: string): Promise<CustomTemplateSummaryView[]> {
    return (await this.database.read(userId, (handle) => listCustomTemplates(handle, userId))).map(view);
  }

  async read(userId: string, id: string): Promise<CustomTemplateView> {
    const template = await this.database.read(userId, (handle) => findCustomTemplate(handle, userId, id));
    return template ? { ...view(template), source: template.source } : noSuchTemplate();
  }

  async replace(
    caller: Caller,
    id: string,
    body: CustomTemplateBody,
    signal: AbortSignal,
  ): Promise<CustomTemplateView> {
    const { userId } = caller;
    await this.read(userId, id);
    await this.tryOut(caller, body, signal);
    const template = await this.database.transaction(userId, (handle) =>
      replaceCustomTemplate(handle, userId, id, body),
    );
    return template ? { ...view(template), source: template.source } : noSuchTemplate();
  }

  async remove(userId: string, id: string): Promise<void> {
    const removed = await this.database.transaction(userId, (handle) => deleteCustomTemplate(handle, userId, id));
    if (!removed) noSuchTemplate();
  }

  /** @throws AppError `invalid_template`, `timeout` */
  private async tryOut(caller: Caller, { base, source }: CustomTemplateBody, signal: AbortSignal): Promise<void> {
    const design = { template: base, source, format: 'pdf', options: {} };
    const made = await this.renders.stateless(caller, SAMPLE, design, signal);
    if ('stream' in made) made.stream.destroy();
  }
}

function view({ createdAt, updatedAt, id, name, base, revision }: CustomTemplateSummary): CustomTemplateSummaryView {
  return { id, name, base, revision, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}

function noSuchTemplate(): never {
  throw new AppError('not_found', 'You have no such template: GET /api/v1/custom-templates lists yours.');
}
