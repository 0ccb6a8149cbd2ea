import { beforeAll, describe, expect, it } from '@jest/globals';
import { applyPatch, type PatchOperation } from '@discover/cv-model';

import { Client, type CvAnswer } from '../src/index.js';

const url = process.env.E2E_URL!;
const IMMUTABLE = 'private, max-age=31536000, immutable';

interface Version {
  version: number;
  cause: string;
  createdAt: string;
  size: number;
}

const first = {
  basics: { name: 'Ada', label: 'Engineer' },
  work: [
    { name: 'One', position: 'Lead', startDate: '2019-03', summary: 'Led it.' },
    { name: 'Two', position: 'Developer', startDate: '2015-01', summary: 'Wrote it.' },
  ],
};
const second = {
  ...first,
  work: [{ name: 'New', position: 'Head' }, first.work[1], { ...first.work[0], endDate: '2026-01' }],
};

describe('versions', () => {
  let client: Client;
  let id: string;
  beforeAll(async () => {
    client = await Client.registered(url);
    const created = await client.call<CvAnswer>('/cvs', { method: 'POST', json: { title: 'v', document: first } });
    id = created.body.id;
    await client.call(`/cvs/${id}`, { method: 'PUT', json: { document: second } });
    await client.call(`/cvs/${id}`, { method: 'PATCH', json: { title: 'only the title' } });
    await client.call(`/cvs/${id}`, { method: 'PATCH', json: { document: { basics: { label: null } } } });
  });

  it('are made by each change of the document, and listed in pages', async () => {
    const { body, headers } = await client.call<{ items: Version[]; nextCursor: string }>(
      `/cvs/${id}/versions?limit=2`,
    );
    expect(body.items).toMatchObject([
      { version: 3, cause: 'patched' },
      { version: 2, cause: 'replaced', size: JSON.stringify(second).length },
    ]);
    const next = /<\/api\/v1([^>]+)>; rel="next"/.exec(headers.get('link')!)![1]!;
    const rest = await client.call<{ items: Version[]; nextCursor: null }>(next);
    expect(rest.body).toMatchObject({ items: [{ version: 1, cause: 'created' }], nextCursor: null });
    expect((await client.call(`/cvs/${id}/versions?cursor=abc`)).body.code).toBe('invalid_cursor');
  });

  it('are read, and never change', async () => {
    const version = await client.call<Version & { document: unknown }>(`/cvs/${id}/versions/1`);
    expect(version.body).toMatchObject({ version: 1, cause: 'created', document: first });
    expect(version.headers.get('cache-control')).toBe(IMMUTABLE);
    const headers = { 'if-none-match': version.headers.get('etag')! };
    expect((await client.call(`/cvs/${id}/versions/1`, { headers })).status).toBe(304);
    expect((await client.call(`/cvs/${id}/versions/2`, { headers })).status).toBe(200);
  });

  it('differ by a JSON Patch that makes one into the other', async () => {
    const patch = await client.call<PatchOperation[]>(`/cvs/${id}/versions/1/diff/2`);
    expect(patch.headers.get('content-type')).toMatch(/^application\/json-patch\+json/);
    expect(patch.headers.get('cache-control')).toBe(IMMUTABLE);
    expect(applyPatch(first, patch.body)).toEqual(second);
    expect(patch.body).toEqual([
      { op: 'add', path: '/work/0', value: { name: 'New', position: 'Head' } },
      { op: 'move', from: '/work/2', path: '/work/1' },
      { op: 'add', path: '/work/2/endDate', value: '2026-01' },
    ]);
    const back = await client.call<PatchOperation[]>(`/cvs/${id}/versions/2/diff/1`);
    expect(applyPatch(second, back.body)).toEqual(first);
    expect((await client.call(`/cvs/${id}/versions/2/diff/2`)).body).toEqual([]);
  });

  it('are restored to the byte, as the newest version, if nobody changed the CV meanwhile', async () => {
    const before = await client.call<CvAnswer>(`/cvs/${id}`);
    const restore = (etag: string) =>
      client.call<CvAnswer>(`/cvs/${id}/versions/1/restore`, { method: 'POST', headers: { 'if-match': etag } });
    expect((await restore('"1"')).status).toBe(412);
    const restored = await restore(before.headers.get('etag')!);
    expect([restored.status, restored.body.version]).toEqual([200, before.body.version + 1]);
    const textOf = async (version: number) =>
      (await client.call(`/cvs/${id}/versions/${version}`)).bytes.toString().replace(/^.*?"document":/, '');
    expect(await textOf(restored.body.version)).toBe(await textOf(1));
    const read = await client.call<CvAnswer>(`/cvs/${id}`);
    expect(read.bytes.equals(restored.bytes)).toBe(true);
    const { body } = await client.call<{ items: Version[] }>(`/cvs/${id}/versions?limit=1`);
    expect(body.items[0]).toMatchObject({ version: restored.body.version, cause: 'restored' });
  });

  it('of which there are none are not found', async () => {
    const paths = [`/cvs/${id}/versions/99`, `/cvs/${id}/versions/1/diff/99`, `/cvs/${id}/versions/99/diff/1`];
    for (const path of paths) expect((await client.call(path)).status).toBe(404);
    expect((await client.call(`/cvs/${id}/versions/99/restore`, { method: 'POST' })).status).toBe(404);
    for (const path of [`/cvs/${id}/versions/0`, `/cvs/${id}/versions/x`, `/cvs/${id}/versions/2147483648`])
      expect((await client.call(path)).status).toBe(422);
  });

  it('are for their owner', async () => {
    const other = await Client.registered(url);
    for (const path of ['/versions', '/versions/1', '/versions/1/diff/2'])
      expect((await other.call(`/cvs/${id}${path}`)).status).toBe(404);
    expect((await other.call(`/cvs/${id}/versions/1/restore`, { method: 'POST' })).status).toBe(404);
  });
});
