import { Readable } from 'node:stream';

import { AppError } from '@discover/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import multipart from '@fastify/multipart';

/** A file on its way in. */
export interface Upload {
  stream: Readable;
  /** As the person called it, or null for a bare body. */
  fileName: string | null;
  /** Other fields of the form, if it was one. */
  fields: Readonly<Record<string, string>>;
}

/** Marks a route whose body may be of any type: `@RouteConfig(TAKES_FILES)`. */
export const TAKES_FILES = { takesFiles: true };

/** Lets routes that take files have their body as a stream, as a form (field `file`) or bare; other routes go on refusing what is not JSON. */
export async function acceptUploads(fastify: FastifyInstance, maxBytes: number): Promise<void> {
  // One byte more than is allowed may pass, so that the storage, which counts for bare bodies too, is the one to refuse.
  await fastify.register(multipart, {
    limits: { fileSize: maxBytes + 1, files: 1, fields: 10, fieldSize: 1_000, parts: 11 },
    throwFileSizeLimit: false,
  });
  // Fastify reads text by itself, which a text file need not be decoded for.
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser('*', (request, payload, done) => {
    if ('takesFiles' in request.routeOptions.config) done(null, payload);
    else done(new AppError('unsupported_media_type', 'Send JSON, with `Content-Type: application/json`.'));
  });
}

/** The file of a request. @throws AppError `bad_request` if it has none */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (request.isMultipart()) return readForm(request);
  const { body } = request;
  if (body instanceof Readable) return { stream: body, fileName: null, fields: {} };
  // A JSON body was parsed before anyone could know that it is the file itself.
  if (typeof body === 'object' && body !== null)
    return { stream: Readable.from([Buffer.from(JSON.stringify(body))]), fileName: null, fields: {} };
  throw noFile();
}

async function readForm(request: FastifyRequest): Promise<Upload> {
  const file = await request.file().catch(malformed);
  if (file?.fieldname !== 'file') throw noFile();
  const fields = Object.entries(file.fields).flatMap(([name, field]) =>
    field && 'value' in field && typeof field.value === 'string' ? [[name, field.value] as const] : [],
  );
  return { stream: file.file, fileName: file.filename || null, fields: Object.fromEntries(fields) };
}

/** What the form's parser throws without a code is a form that it cannot read. */
function malformed(error: unknown): never {
  if (typeof (error as { code?: unknown }).code === 'string') throw error;
  throw new AppError(
    'bad_request',
    'The form cannot be read: its `Content-Type` must name a boundary that the body keeps to.',
    { cause: error },
  );
}

function noFile(): AppError {
  return new AppError(
    'bad_request',
    'Send the file as the form field `file` (other fields before it), or as the body itself.',
  );
}
