import { Readable, Transform } from 'node:stream';

import { AppError } from '@discover/contracts';
import type { FastifyRequest } from 'fastify';

import { readArchive, type ArchiveLimits } from './archive.js';
import { isArchive, junkReason, type Incoming } from './incoming.js';

/** A batch as it comes in: its files one by one, and when they have all come, the other fields of the form. */
export interface BatchUpload {
  files: AsyncIterable<Incoming>;
  fields: Readonly<Record<string, string>>;
}

/** Parts of a form of any kind: more than documents, since what is skipped counts too. */
const MAX_PARTS = 2_000;

/** @throws AppError `bad_request` or `unsupported_media_type` if it is neither a form nor a ZIP */
export function readBatch(request: FastifyRequest, limits: ArchiveLimits): BatchUpload {
  const announced = Number(request.headers['content-length'] ?? 0);
  // The form's own lines come on top of the files.
  if (announced > limits.maxBytes + MAX_PARTS * 1_000) throw tooLarge(limits);
  if (request.isMultipart()) {
    const fields: Record<string, string> = {};
    return { files: readForm(request, limits, fields), fields };
  }
  if (request.body instanceof Readable && isArchive(null, request.headers['content-type']?.split(';')[0] ?? ''))
    return { files: readArchive(request.body, limits), fields: {} };
  throw new AppError(
    'unsupported_media_type',
    'Send the files as form fields `file`, or one ZIP as the body with `Content-Type: application/zip`.',
  );
}

async function* readForm(
  request: FastifyRequest,
  limits: ArchiveLimits,
  fields: Record<string, string>,
): AsyncGenerator<Incoming> {
  const parts = request.parts({ limits: { files: MAX_PARTS, parts: MAX_PARTS, fileSize: limits.maxBytes + 1 } });
  let bytes = 0;
  for await (const part of parts) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    const name = part.filename || 'upload';
    const content = counted(part.file, (size) => (bytes += size));
    const reason = part.fieldname === 'file' ? junkReason(name) : 'not in a field `file`';
    if (isArchive(part.filename, part.mimetype) && reason === null) yield* readArchive(content, limits);
    else if (reason === null) yield { kind: 'document', name, open: async () => content };
    else yield { kind: 'skipped', name, reason };
    // Whatever was not read of it, so that the next part comes.
    content.resume();
    if (bytes > limits.maxBytes) throw tooLarge(limits);
  }
}

function counted(source: Readable, add: (bytes: number) => void): Readable {
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      add(chunk.length);
      done(null, chunk);
    },
  });
  source.once('error', (error) => stream.destroy(error));
  // Whoever refuses the file still has the rest of the form to read.
  stream.once('close', () => source.resume());
  return source.pipe(stream);
}

function tooLarge({ maxBytes }: ArchiveLimits): AppError {
  return new AppError('too_large', `A batch may have at most ${maxBytes / 1024 / 1024} MiB. Send it in parts.`);
}
