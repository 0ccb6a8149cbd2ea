import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ListedObject, ObjectStorage } from '../src/index.js';

export interface Subject {
  readonly storage: ObjectStorage;
  /** Reads a presigned URL as its holder would: content and headers, or null if it is refused. */
  fetchPresigned(url: string): Promise<{ content: Buffer; contentType: string; disposition: string } | null>;
  dispose(): Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const text = { contentType: 'text/plain' };

/** In chunks, as an upload arrives. */
const streamed = (content: Buffer) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < content.length; at += 64 * 1024) yield content.subarray(at, at + 64 * 1024);
    })(),
  );

/** What every adapter of the port must do. */
export function describeObjectStorage(name: string, create: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject;
    let storage: ObjectStorage;

    beforeAll(async () => {
      subject = await create();
      storage = subject.storage;
      await storage.prepare();
    }, 60_000);

    afterAll(() => subject.dispose());

    const read = async (key: string) => {
      const object = await storage.get('originals', key);
      return object === null ? null : buffer(object.stream);
    };
    const listed = async (prefix: string) => {
      const objects: ListedObject[] = [];
      for await (const object of storage.list('originals', prefix)) objects.push(object);
      return objects;
    };

    it('gives back what was put, with its size, type and hash', async () => {
      const content = Buffer.from('Curriculum vitae');
      const stored = await storage.put('originals', 'cv/1.pdf', content, { contentType: 'application/pdf' });
      expect(stored).toMatchObject({ size: 16, sha256: sha256(content) });
      const description = { ...stored, contentType: 'application/pdf' };
      await expect(storage.head('originals', 'cv/1.pdf')).resolves.toMatchObject(description);
      await expect(storage.get('originals', 'cv/1.pdf')).resolves.toMatchObject(description);
      await expect(read('cv/1.pdf')).resolves.toEqual(content);
    });

    it.each([
      ['nothing', 0],
      ['a stream of less than a part', 3 * MEBIBYTE],
      ['a stream of several parts', 20 * MEBIBYTE + 1],
    ])(
      'keeps %s to the byte',
      async (what, size) => {
        const content = randomBytes(size);
        const key = `sizes/${what.replaceAll(' ', '-')}`;
        const stored = await storage.put('originals', key, streamed(content), text);
        expect(stored).toMatchObject({ size, sha256: sha256(content) });
        const object = await storage.get('originals', key);
        expect(object).toMatchObject({ size, sha256: sha256(content) });
        expect(sha256(await buffer(object!.stream))).toBe(sha256(content));
      },
      30_000,
    );

    it('verifies a hash and a length that were announced', async () => {
      const large = randomBytes(9 * MEBIBYTE);
      const announced = { ...text, sha256: sha256(large), contentLength: large.length };
      await expect(storage.put('originals', 'announced', streamed(large), announced)).resolves.toMatchObject({
        sha256: sha256(large),
      });
      const refused = { code: 'content_mismatch' };
      for (const wrong of [{ sha256: sha256(Buffer.from('other')) }, { contentLength: 5 }]) {
        for (const content of [Buffer.from('small'.repeat(2)), large]) {
          await expect(
            storage.put('originals', 'refused', streamed(content), { ...text, ...wrong }),
          ).rejects.toMatchObject(refused);
          await expect(storage.head('originals', 'refused')).resolves.toBeNull();
        }
      }
    }, 30_000);

    it('stops reading a body that is too large, keeps nothing of it, and keeps what was there', async () => {
      await storage.put('originals', 'bounded', Buffer.from('before'), text);
      for (const maxBytes of [MEBIBYTE, 10 * MEBIBYTE]) {
        let given = 0;
        const endless = Readable.from(
          (function* () {
            for (;;) {
              given += 256 * 1024;
              yield Buffer.alloc(256 * 1024);
            }
          })(),
        );
        await expect(storage.put('originals', 'bounded', endless, { ...text, maxBytes })).rejects.toMatchObject({
          code: 'too_large',
        });
        expect(endless.destroyed).toBe(true);
        expect(given).toBeLessThan(maxBytes + 16 * MEBIBYTE);
      }
      await expect(read('bounded')).resolves.toEqual(Buffer.from('before'));
      const { done } = await storage.list('scratch', 'staging/')[Symbol.asyncIterator]().next();
      expect(done).toBe(true);
    }, 30_000);

    it('stores nothing of a body that fails half-way', async () => {
      const broken = Readable.from(
        (function* () {
          yield Buffer.alloc(MEBIBYTE);
          throw new Error('connection reset');
        })(),
      );
      await expect(storage.put('originals', 'broken', broken, text)).rejects.toThrow('connection reset');
      await expect(storage.head('originals', 'broken')).resolves.toBeNull();
    });

    it('replaces an object at one moment', async () => {
      const [before, after] = [Buffer.alloc(2 * MEBIBYTE, 'a'), Buffer.alloc(MEBIBYTE, 'b')];
      await storage.put('originals', 'replaced', before, text);
      const reading = await storage.get('originals', 'replaced');
      await storage.put('originals', 'replaced', after, text);
      expect(sha256(await buffer(reading!.stream))).toBe(sha256(before));
      expect(sha256((await read('replaced'))!)).toBe(sha256(after));
    });

    it('keeps one of two objects that are put at once, whole', async () => {
      const contents = [Buffer.alloc(MEBIBYTE, 'a'), Buffer.alloc(2 * MEBIBYTE, 'b')];
      await Promise.all(contents.map((content) => storage.put('originals', 'raced', streamed(content), text)));
      expect(contents.map(sha256)).toContain(sha256((await read('raced'))!));
    });

    it('knows what is not there', async () => {
      await expect(storage.get('originals', 'never/was')).resolves.toBeNull();
      await expect(storage.head('originals', 'never/was')).resolves.toBeNull();
      await expect(storage.delete('originals', 'never/was')).resolves.toBeUndefined();
      await expect(listed('never/')).resolves.toEqual([]);
    });

    it('keeps the buckets apart', async () => {
      await storage.put('renders', 'apart', Buffer.from('render'), text);
      await expect(storage.head('originals', 'apart')).resolves.toBeNull();
    });

    it('lists by prefix in the order of the keys, and deletes below a prefix', async () => {
      const keys = ['user-1/a/2', 'user-1/a/10', 'user-1/b', 'user-1-old/a', 'user-10/a', 'user-1/a-b'];
      for (const key of keys) await storage.put('originals', key, Buffer.from(key), text);
      expect((await listed('user-1')).map((object) => object.key)).toEqual([...keys].sort());
      const [only, ...others] = await listed('user-1/b');
      expect(others).toEqual([]);
      expect(only).toMatchObject({ key: 'user-1/b', size: 8 });
      expect(Math.abs(Date.now() - only!.modifiedAt.getTime())).toBeLessThan(60_000);
      await expect(storage.deletePrefix('originals', 'user-1/')).resolves.toBe(4);
      expect((await listed('user-1')).map((object) => object.key)).toEqual(['user-1-old/a', 'user-10/a']);
      await expect(storage.deletePrefix('originals', 'user-1')).rejects.toMatchObject({ code: 'invalid_argument' });
      await storage.delete('originals', 'user-10/a');
      await expect(storage.head('originals', 'user-10/a')).resolves.toBeNull();
    });

    it('lists more than one page', async () => {
      const keys = Array.from({ length: 1_001 }, (_, index) => `many/${String(index).padStart(4, '0')}`);
      for (let at = 0; at < keys.length; at += 50) {
        await Promise.all(keys.slice(at, at + 50).map((key) => storage.put('originals', key, Buffer.from('x'), text)));
      }
      expect((await listed('many/')).map((object) => object.key)).toEqual(keys);
      await expect(storage.deletePrefix('originals', 'many/')).resolves.toBe(1_001);
    }, 60_000);

    it.each([
      '',
      '/etc/passwd',
      '../secret',
      'a/../b',
      'a//b',
      'a/',
      './a',
      'a\\b',
      'a~',
      'a\0b',
      '.hidden',
      'ü',
      'x'.repeat(201),
      'a/'.repeat(300) + 'a',
    ])('refuses the key %j', async (key) => {
      const refused = { code: 'invalid_argument' };
      await expect(storage.put('originals', key, Buffer.from('x'), text)).rejects.toMatchObject(refused);
      await expect(storage.get('originals', key)).rejects.toMatchObject(refused);
      await expect(storage.delete('originals', key)).rejects.toMatchObject(refused);
      await expect(storage.presign('originals', key, { expiresInSeconds: 60 })).rejects.toMatchObject(refused);
    });

    it('gives a URL that reads this object, under a name, until it expires', async () => {
      await storage.put('originals', 'signed.pdf', Buffer.from('%PDF'), { contentType: 'application/pdf' });
      const url = await storage.presign('originals', 'signed.pdf', { expiresInSeconds: 1, download: 'Zoë "CV".pdf' });
      await expect(subject.fetchPresigned(url)).resolves.toEqual({
        content: Buffer.from('%PDF'),
        contentType: 'application/pdf',
        disposition: `attachment; filename="Zo_ _CV_.pdf"; filename*=UTF-8''Zo%C3%AB%20%22CV%22.pdf`,
      });
      // The next letter: at the end of a signature in base64 it stands for the same bytes.
      const forged = url.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1));
      await expect(subject.fetchPresigned(forged)).resolves.toBeNull();
      const expired = Date.now() + 2_100;
      while (Date.now() < expired) await new Promise((resolve) => setTimeout(resolve, expired - Date.now()));
      await expect(subject.fetchPresigned(url)).resolves.toBeNull();
      await expect(
        storage.presign('originals', 'signed.pdf', { expiresInSeconds: 8 * 24 * 3600 }),
      ).rejects.toMatchObject({
        code: 'invalid_argument',
      });
    }, 15_000);

    it('is ready', async () => {
      await expect(storage.check()).resolves.toBeUndefined();
    });
  });
}
