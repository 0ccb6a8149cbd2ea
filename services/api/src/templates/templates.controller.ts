import { AppError } from '@discover/contracts';
import { templates } from '@discover/cv-render';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';

import { AllowAccess } from '../auth/access.decorator.js';
import { Answers } from '../openapi/answers.decorator.js';

const TemplateView = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    version: z.number().int(),
    columns: z.number().int(),
    atsSafe: z.boolean().describe('Whether applicant tracking systems read it well.'),
    photo: z.boolean(),
    optionsSchema: z.looseObject({}).describe('JSON Schema of the options of a render with it.'),
  })
  .meta({ id: 'Template' });
type TemplateView = z.infer<typeof TemplateView>;

const TemplatesView = z.object({ items: z.array(TemplateView) }).meta({ id: 'Templates' });

@ApiTags('Templates')
@Controller('templates')
@AllowAccess('public')
export class TemplatesController {
  @Get()
  @Header('cache-control', 'public, max-age=300, stale-while-revalidate=3600')
  @Answers('List the templates', { 200: TemplatesView }, [], 'public')
  list(): { items: readonly TemplateView[] } {
    return { items: templates };
  }

  @Get(':id')
  @Header('cache-control', 'public, max-age=300, stale-while-revalidate=3600')
  @Answers('Read a template', { 200: TemplateView }, ['not_found'], 'public')
  read(@Param('id') id: string): TemplateView {
    const template = templates.find((candidate) => candidate.id === id);
    if (!template) throw new AppError('not_found', 'There is no such template: GET /api/v1/templates lists them.');
    return template;
  }
}
