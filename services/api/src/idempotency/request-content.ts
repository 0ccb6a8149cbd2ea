import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';

import { AppError } from '@discover/contracts';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

import type { Seal } from './seal.js';

type Fields = MultipartFile['fields'];

/**
 * The files of a request, hashed while whoever handles it reads them: a form's boundary differs each time that it is sent, so
 * its bytes say nothing. The digest is of the fields and, for each file, its name and SHA-256.
 */
export class RequestContent {
  private readonly files: { name: string; sha256: string | null }[] = [];
  private fields: Fields = {};
  /** The hash that an earlier run of the request has noted, or null. */
  private expected: Buffer | null = null;

  private constructor(private readonly seal: Seal) {}

  /** Puts itself between the request and its handler; null for a request whose body is no stream. */
  static watch(request: FastifyRequest, seal: Seal): RequestContent | null {
    const content = new RequestContent(seal);
    if (request.isMultipart()) content.watchForm(request);
    else if (request.body instanceof Readable) request.body = content.hashed(request.body, '');
    else return null;
    return content;
  }

  expect(contentHash: Buffer | null): void {
    this.expected = contentHash;
  }

  /** Of what has been read to its end so far; null while a file is half read, or none was. */
  digest(): Buffer | null {
    if (this.files.length === 0 || this.files.some((file) => file.sha256 === null)) return null;
    const fields = Object.entries(this.fields).flatMap(([name, field]) =>
      [field].flat().flatMap((one) => (one?.type === 'field' ? [[name, one.value]] : [])),
    );
    fields.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    return this.seal.hash(JSON.stringify([fields, this.files]));
  }

  /** @throws AppError `idempotency_key_reused` if what was read is not what was read then */
  assertSame(contentHash: Buffer | null): void {
    const digest = this.digest();
    if (contentHash && digest && !contentHash.equals(digest)) throw keyReused();
  }

  /** Whether what was read is not what an earlier run had read. */
  differs(): boolean {
    const digest = this.digest();
    return this.expected !== null && digest !== null && !this.expected.equals(digest);
  }

  /** Reads the files of a request that nobody will handle, to know whether they are the ones that were answered. */
  async readAll(request: FastifyRequest): Promise<void> {
    if (request.isMultipart()) {
      for await (const part of request.parts()) if (part.type === 'file') await drain(part.file);
    } else if (request.body instanceof Readable) await drain(request.body);
  }

  /** Shadows, on this request alone, the ways to its files. */
  private watchForm(request: FastifyRequest): void {
    const file = request.file.bind(request);
    const files = request.files.bind(request);
    const parts = request.parts.bind(request);
    request.file = async (options) => {
      const one = await file(options);
      return one && this.watched(one);
    };
    const { watched } = this;
    request.files = async function* (options) {
      for await (const one of files(options)) yield watched(one);
    };
    request.parts = async function* (options) {
      for await (const part of parts(options)) yield part.type === 'file' ? watched(part) : part;
    };
  }

  private readonly watched = (file: MultipartFile): MultipartFile => {
    this.fields = file.fields;
    const source = file.file;
    const stream = this.hashed(source, file.filename) as typeof source;
    Object.defineProperty(stream, 'truncated', { get: () => source.truncated });
    file.file = stream;
    return file;
  };

  private hashed(source: Readable, name: string): Readable {
    const file: { name: string; sha256: string | null } = { name, sha256: null };
    this.files.push(file);
    const hash = createHash('sha256');
    const stream = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
      flush(done) {
        file.sha256 = hash.digest('hex');
        done();
      },
    });
    source.once('error', (error) => stream.destroy(error));
    // Whoever refuses the file still has the rest of the request to read.
    stream.once('close', () => source.resume());
    return source.pipe(stream);
  }
}

export function keyReused(): AppError {
  return new AppError(
    'idempotency_key_reused',
    'This `Idempotency-Key` was sent with another request before. Use a new key for a new request.',
  );
}

async function drain(stream: Readable): Promise<void> {
  for await (const _ of stream);
}
