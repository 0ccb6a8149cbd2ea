import { resumeSchema } from '@discover/cv-model';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

import { describeApiKeys } from '../api-keys/describe-api-keys.js';
import { ResumeDocument } from '../cvs/cvs.dto.js';
import { describeIdempotency } from '../idempotency/describe-idempotency.js';
import { ProblemView } from './answers.decorator.js';

/** Serves the description of the API (OpenAPI 3.1) at `/api/v1/openapi.json`, and pages to browse and try it at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const document = describeApi(app);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'api/v1/openapi.json',
    yamlDocumentUrl: 'api/v1/openapi.yaml',
    customSiteTitle: 'Help Them Discover You: API',
  });
}

export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Help Them Discover You')
    .setDescription(
      'Reads the CV that people have, lets them shape it, and renders it. Errors are problem details (RFC 9457) with a `code`.',
    )
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? convert(schema, schemaType) : undefined,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const schemas = ((document.components ??= {}).schemas ??= {});
  schemas.Problem = convert(ProblemView, 'output').components.Problem!;
  describeIdempotency(document);
  describeApiKeys(document);
  return document;
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A schema by itself and those that it names, which become components. */
function convert(schema: z.ZodType, io: 'input' | 'output'): { schema: object; components: Schemas } {
  const {
    $defs = {},
    $schema: _,
    ...rest
  } = z.toJSONSchema(z.object({ value: schema }), {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    // What a custom check accepts cannot be told from the check.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === ResumeDocument) Object.assign(jsonSchema, inlineResumeSchema());
    },
  });
  const components = Object.fromEntries(
    Object.entries($defs).map(([name, definition]) => [name, rewrite(definition)]),
  ) as Schemas;
  const value = (rest.properties as Record<string, object>).value!;
  return { schema: rewrite(value) as object, components };
}

/** `#/$defs/X` as OpenAPI writes it, without the identifiers of a schema that stands alone. */
function rewrite(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rewrite);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string'
        ? member.replace(/^#\/\$defs\//, '#/components/schemas/')
        : rewrite(member),
    ]),
  );
}

/** The resume's schema with its one definition put in place: references into itself would not survive being a component. */
function inlineResumeSchema(): object {
  const { $schema: _s, $id: _i, definitions, ...schema } = resumeSchema;
  const inline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inline);
    if (typeof value !== 'object' || value === null) return value;
    if ('$ref' in value)
      return (definitions as Record<string, unknown>)[String(value.$ref).replace('#/definitions/', '')];
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inline(member)]));
  };
  return inline(schema) as object;
}
