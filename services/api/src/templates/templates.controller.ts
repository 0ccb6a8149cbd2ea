import { createHash } from 'node:crypto';

import { tags } from '@discover/cache';
import { AppError } from '@discover/contracts';
import { templatePreview, templates } from '@discover/cv-render';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { AllowAccess } from '../auth/access.decorator.js';
import { IfNoneMatch, sendTagged } from '../cvs/send.js';
import { HttpCaching } from '../http-caching/http-caching.js';
import { Answers } from '../openapi/answers.decorator.js';

const TemplateView = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string().describe('Its purpose, in a sentence.'),
    tags: z.array(z.string()).describe('Words to find it by: for whom and for what it is.'),
    version: z.number().int(),
    versions: z.array(z.number().int()).describe('All that can be asked for as `id@version`, the newest first.'),
    columns: z.number().int(),
    atsSafe: z.boolean().describe('Whether applicant tracking systems read it well.'),
    photo: z.boolean(),
    typicalPages: z.array(z.number().int()).length(2).describe('Fewest and most pages that a usual career takes.'),
    preview: z.string().describe('Address of a picture of a sample: PNG, 640 pixels across.'),
    optionsSchema: z.looseObject({}).describe('JSON Schema of the options of a render with it.'),
  })
  .meta({ id: 'Template' });
type TemplateView = z.infer<typeof TemplateView>;

const TemplatesView = z.object({ items: z.array(TemplateView) }).meta({ id: 'Templates' });

const PreviewQuery = z.strictObject({
  v: z.string().max(64).optional().describe('As in `preview` of the template: the answer then never changes.'),
});
type PreviewQuery = z.infer<typeof PreviewQuery>;

const previews = new Map(
  templates.map(({ id }) => {
    const bytes = Buffer.from(templatePreview(id));
    return [id, { bytes, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16) }] as const;
  }),
);
const views = templates.map((template): TemplateView => {
  const preview = `/api/v1/templates/${template.id}/preview.png?v=${previews.get(template.id)!.hash}`;
  return { ...template, typicalPages: [...template.typicalPages], versions: [...template.versions], preview };
});

@ApiTags('Templates')
@Controller('templates')
@AllowAccess('public')
export class TemplatesController {
  constructor(private readonly caching: HttpCaching) {}

  @Get()
  @Answers('List the templates', { 200: TemplatesView }, [], 'public')
  list(@Res({ passthrough: true }) reply: FastifyReply): { items: readonly TemplateView[] } {
    this.caching.share(reply, { kind: 'template', tags: [tags.templates()] });
    return { items: views };
  }

  @Get(':id')
  @Answers('Read a template', { 200: TemplateView }, ['not_found'], 'public')
  read(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): TemplateView {
    const view = viewOf(id);
    this.caching.share(reply, { kind: 'template', tags: [tags.templates()] });
    return view;
  }

  @Get(':id/preview.png')
  @IfNoneMatch()
  @Answers(
    'See a sample by a template',
    { 200: { content: ['image/png'], description: 'The first page of a sample.' }, 304: null },
    ['not_found', 'validation_failed'],
    'public',
  )
  preview(
    @Param('id') id: string,
    @Query({ schema: PreviewQuery }) { v }: PreviewQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const { bytes, hash } = previews.get(viewOf(id).id)!;
    this.caching.share(reply, { kind: v === hash ? 'asset' : 'template', tags: [tags.templates()], query: ['v'] });
    // Pages of other sites may show it.
    void reply.header('cross-origin-resource-policy', 'cross-origin');
    sendTagged(request, reply, { body: bytes, etag: `"${hash}"`, mediaType: 'image/png' });
  }
}

/** @throws AppError `not_found` */
function viewOf(id: string): TemplateView {
  const view = views.find((candidate) => candidate.id === id);
  if (!view) throw new AppError('not_found', 'There is no such template: GET /api/v1/templates lists them.');
  return view;
}
