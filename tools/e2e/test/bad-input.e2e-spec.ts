import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { Client } from '../src/index.js';
import { document, GIF, samplePdf } from './documents.js';

const MIB = 1024 * 1024;

/** Objects in a bucket of the folder storage. */
async function stored(bucket: string): Promise<number> {
  const files = await readdir(join(process.env.E2E_FOLDER!, 'objects', bucket), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return files.filter((file) => file.isFile()).length;
}

describe('bad input', () => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.registered(process.env.E2E_URL!);
  });

  const files: [what: string, status: number, code: string, bytes: () => Promise<Uint8Array>, name: string][] = [
    ['an empty file', 422, 'empty_document', async () => new Uint8Array(), 'cv.pdf'],
    [
      'a file of 30 MB',
      413,
      'too_large',
      async () => Buffer.concat([await samplePdf(), Buffer.alloc(30 * MIB)]),
      'cv.pdf',
    ],
    ['an encrypted PDF', 422, 'encrypted_document', () => document('hostile-encrypted.pdf'), 'cv.pdf'],
    ['a GIF called .pdf', 415, 'unsupported_media_type', async () => GIF, 'cv.pdf'],
    [
      'a truncated DOCX',
      422,
      'corrupt_document',
      async () => (await document('es-styles.docx')).subarray(0, 6_000),
      'cv.docx',
    ],
    ['a truncated PDF', 422, 'corrupt_document', async () => (await samplePdf()).subarray(0, 700), 'cv.pdf'],
    ['a text of spaces', 422, 'empty_document', async () => Buffer.from('  \n\t\n '), 'cv.txt'],
  ];

  it.each(files)('%s: %i %s, and nothing is stored', async (_what, status, code, bytes, name) => {
    const before = await stored('originals');
    for (const path of ['/cvs/import', '/parse']) {
      const answer = await client.call(path, {
        method: 'POST',
        file: { bytes: await bytes(), name },
        headers: { prefer: 'wait=20' },
      });
      expect([path, answer.status, answer.body.code]).toEqual([path, status, code]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(answer.body).toMatchObject({
        status,
        requestId: answer.headers.get('x-request-id'),
        detail: expect.stringMatching(/\w{3,}/),
      });
    }
    expect((await client.call('/cvs')).body).toEqual({ items: [], nextCursor: null });
    expect(await stored('originals')).toBe(before);
    expect(await stored('scratch')).toBe(0);
  });

  it.each([
    [
      'an unknown field of the document',
      { title: 't', document: { basics: { naem: 'x' } } },
      422,
      'validation_failed',
      '/document/basics/naem',
    ],
    [
      'an unknown field of the request',
      { title: 't', document: {}, colour: 'red' },
      422,
      'validation_failed',
      '/colour',
    ],
    [
      'a bad date',
      { title: 't', document: { work: [{ startDate: 'May' }] } },
      422,
      'validation_failed',
      '/document/work/0/startDate',
    ],
    ['a missing title', { document: {} }, 422, 'validation_failed', '/title'],
    ['no object at all', [], 422, 'validation_failed', ''],
  ])('%s is named by its place and nothing is stored', async (_what, json, status, code, pointer) => {
    const answer = await client.call<{ code: string; errors: { pointer: string }[] }>('/cvs', { method: 'POST', json });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.errors.map((error) => error.pointer)).toContain(pointer);
    expect((await client.call<{ items: unknown[] }>('/cvs')).body.items).toEqual([]);
  });

  it.each([
    ['JSON that is none', { bytes: Buffer.from('{"title":'), contentType: 'application/json' }, 400, 'bad_request'],
    [
      'a body of another type',
      { bytes: Buffer.from('<cv/>'), contentType: 'application/xml' },
      415,
      'unsupported_media_type',
    ],
    [
      'a body over the limit',
      { bytes: Buffer.from(JSON.stringify({ title: 'x'.repeat(2 * MIB) })), contentType: 'application/json' },
      413,
      'too_large',
    ],
  ])('%s: %#', async (_what, raw, status, code) => {
    const answer = await client.call('/cvs', { method: 'POST', raw });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('answers the services’ own faults nowhere: all are well afterwards', async () => {
    const ports = Object.entries(JSON.parse(process.env.E2E_MANAGEMENT_PORTS!) as Record<string, number>);
    const ready = await Promise.all(
      ports.map(async ([name, port]) => [name, (await fetch(`http://127.0.0.1:${port}/health/ready`)).status]),
    );
    expect(ready).toEqual(ports.map(([name]) => [name, 200]));
    const { status } = await client.import(await samplePdf(), 'cv.pdf');
    expect(status).toBe(201);
  });
});
