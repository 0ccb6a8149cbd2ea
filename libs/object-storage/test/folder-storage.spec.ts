import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { contentDisposition, FolderStorage } from '../src/index.js';
import { describeObjectStorage } from './conformance.js';

const newFolder = () => mkdtemp(join(tmpdir(), 'discover-objects-'));

describeObjectStorage('FolderStorage', async () => {
  const folder = await newFolder();
  const storage = new FolderStorage(folder, 'http://127.0.0.1:3000/files');
  return {
    storage,
    // What the API does with such a URL.
    fetchPresigned: async (url) => {
      const grant = await storage.verify(url.slice('http://127.0.0.1:3000/files/'.length));
      const object = grant === null ? null : await storage.get(grant.bucket, grant.key);
      if (object === null) return null;
      const disposition = contentDisposition(grant?.download);
      return { content: await buffer(object.stream), contentType: object.contentType, disposition };
    },
    dispose: () => rm(folder, { recursive: true }),
  };
});

describe('FolderStorage', () => {
  let folder: string;
  let storage: FolderStorage;
  const text = { contentType: 'text/plain' };

  beforeEach(async () => {
    folder = await newFolder();
    storage = new FolderStorage(folder, '/files');
    await storage.prepare();
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('has room for an object whose key is a folder of another’s', async () => {
    await storage.put('renders', 'a', Buffer.from('one'), text);
    await storage.put('renders', 'a/b', Buffer.from('two'), text);
    await expect(storage.head('renders', 'a')).resolves.toMatchObject({ size: 3 });
    await expect(storage.head('renders', 'a/b')).resolves.toMatchObject({ size: 3 });
  });

  it('tells a file that was cut short from one that is whole', async () => {
    await storage.put('renders', 'cut', Buffer.from('content'), text);
    await truncate(join(folder, 'renders/cut~'), 20);
    await expect(storage.get('renders', 'cut')).rejects.toMatchObject({ code: 'damaged' });
  });

  it('removes what uploads left that never ended, and only when no upload can still be at it', async () => {
    for (const name of ['old', 'new']) await writeFile(join(folder, '.partial', name), 'x');
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
    await utimes(join(folder, '.partial/old'), twoDaysAgo, twoDaysAgo);
    await storage.prepare();
    await expect(readdir(join(folder, '.partial'))).resolves.toEqual(['new']);
  });

  it('leaves no partial file and no empty folder behind', async () => {
    await storage.put('renders', 'a/b/c', Buffer.from('x'), text);
    await expect(storage.put('renders', 'a/b/d', Buffer.from('xx'), { ...text, maxBytes: 1 })).rejects.toMatchObject({
      code: 'too_large',
    });
    await storage.delete('renders', 'a/b/c');
    await expect(readdir(join(folder, 'renders'))).resolves.toEqual([]);
    await expect(readdir(join(folder, '.partial'))).resolves.toEqual([]);
  });

  it('signs with one secret in all processes of the folder, and refuses what was signed elsewhere', async () => {
    const url = await storage.presign('renders', 'a', { expiresInSeconds: 60 });
    const token = url.slice('/files/'.length);
    await expect(new FolderStorage(folder, '/files').verify(token)).resolves.toEqual({ bucket: 'renders', key: 'a' });
    await writeFile(join(folder, '.signing-secret'), '0'.repeat(64));
    await expect(new FolderStorage(folder, '/files').verify(token)).resolves.toBeNull();
    await expect(storage.verify('garbage')).resolves.toBeNull();
  });

  it('is not ready without its folder', async () => {
    const elsewhere = new FolderStorage(join(folder, 'missing'), '/files');
    await expect(elsewhere.check()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
