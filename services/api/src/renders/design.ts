import { createHash } from 'node:crypto';

import { AppError, type ObjectRef, type PayloadOf, type JOBS } from '@discover/contracts';
import type { Resume } from '@discover/cv-model';
import { RenderError, renderIdentity, templates, type RenderFormat } from '@discover/cv-render';

/** What a document shall look like. */
export interface Design {
  template: string;
  format: string;
  options: Record<string, unknown>;
  /** Of a template of the person's own, which is based on `template`. */
  source?: string;
  /** Shown in place of `basics.image`. */
  photo?: ObjectRef;
}

/** A render that is asked for: what it is, and where its bytes are once they are made. */
export interface RenderOrder extends Design {
  userId: string;
  document: Resume;
  /** Hash of all that decides the bytes, and of the person: equal identity, equal bytes, in the same hands. */
  identity: string;
  target: ObjectRef;
}

/** @throws AppError `unknown_template`, `unsupported_format`, `invalid_options` */
export function orderOf(userId: string, document: Resume, design: Design): RenderOrder {
  const content = asAppError(() =>
    renderIdentity({
      document,
      template: design.template,
      format: design.format as RenderFormat,
      options: design.options,
      ...(design.source !== undefined && { source: design.source }),
    }),
  );
  const identity = createHash('sha256')
    .update(`${userId}\n${content}${design.photo ? `\n${design.photo.key}` : ''}`)
    .digest('hex');
  return { ...design, userId, document, identity, target: renderObject(userId, `${identity}.${design.format}`) };
}

/** Renders lie under the person they were made for, so that they go with the account. */
export function renderObject(userId: string, name: string): ObjectRef {
  return { bucket: 'renders', key: `${userId}/${name}` };
}

export function payloadOf({ document, ...order }: RenderOrder): PayloadOf<typeof JOBS.renderCv> {
  return { ...order, document: document as Record<string, unknown> };
}

/** Options from a query, where all is text: lists and numbers where the template's schema says so. */
export function optionsFromQuery(template: string, query: Record<string, unknown>): Record<string, unknown> {
  const schema = templates.find(({ id }) => id === template.split('@')[0])?.optionsSchema as
    { properties?: Record<string, { type?: string }> } | undefined;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typed(value, schema?.properties?.[name]?.type)]),
  );
}

/** What cannot be of the type stays as it is: the schema's own message is the better one. */
function typed(value: unknown, type: string | undefined): unknown {
  const text = String(value);
  switch (type) {
    case 'array':
      return text.split(',').filter(Boolean);
    case 'integer':
    case 'number':
      return text.trim() === '' || Number.isNaN(Number(text)) ? value : Number(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : value;
    default:
      return value;
  }
}

function asAppError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RenderError)
      throw new AppError(error.code, error.message, { problems: error.problems, cause: error });
    throw error;
  }
}
