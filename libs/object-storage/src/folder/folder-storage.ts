import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';

import { ObjectStorageError } from '../errors.js';
import { inspectBody } from '../inspect-body.js';
import { assertExpiry, assertFolderPrefix, assertKey, assertPrefix } from '../keys.js';
import {
  buckets,
  type Bucket,
  type ListedObject,
  type ObjectContent,
  type ObjectDescription,
  type ObjectStorage,
  type PresignOptions,
  type PutOptions,
  type StoredObject,
} from '../object-storage.js';
import { encodeFooter, readFooter } from './object-file.js';
import { sharedSecret, signToken, verifyToken, type ReadGrant } from './signed-token.js';

/** Not allowed in keys: keeps the object `a` apart from the folder of `a/b`. */
const SUFFIX = '~';
const PARTIAL = '.partial';
const PARTIAL_LIFETIME_MS = 24 * 3600 * 1000;

/** Objects as files of one machine, or of a volume that machines share. */
export class FolderStorage implements ObjectStorage {
  private readonly root: string;
  private secret: Promise<string> | undefined;

  /** @param publicUrl where the API serves presigned reads: `<publicUrl>/<token>`, checked by {@link verify} */
  constructor(
    folder: string,
    private readonly publicUrl: string,
  ) {
    this.root = resolve(folder);
  }

  async put(bucket: Bucket, key: string, body: Readable | Uint8Array, options: PutOptions): Promise<StoredObject> {
    const inspected = inspectBody(body, options);
    try {
      assertKey(bucket, key);
      return await attempt(async () => {
        const partial = join(this.root, PARTIAL, randomUUID());
        // What is in scratch belongs to requests in hand, which a loss of power ends as well.
        const durable = bucket !== 'scratch';
        try {
          await this.writePartial(partial, inspected, options.contentType, durable);
          await this.moveInto(partial, this.fileOf(bucket, key), durable);
        } catch (error) {
          await rm(partial, { force: true });
          throw error;
        }
        const sha256 = inspected.sha256();
        return { size: inspected.size(), sha256, etag: sha256 };
      });
    } finally {
      if (body instanceof Readable) body.destroy();
    }
  }

  async get(bucket: Bucket, key: string): Promise<ObjectContent | null> {
    const file = await this.open(bucket, key);
    if (file === null) return null;
    try {
      const description = await describe(file);
      if (description.size === 0) {
        await file.close();
        return { ...description, stream: Readable.from([]) };
      }
      return { ...description, stream: file.createReadStream({ start: 0, end: description.size - 1 }) };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async head(bucket: Bucket, key: string): Promise<ObjectDescription | null> {
    const file = await this.open(bucket, key);
    if (file === null) return null;
    try {
      return await describe(file);
    } finally {
      await file.close();
    }
  }

  async delete(bucket: Bucket, key: string): Promise<void> {
    assertKey(bucket, key);
    await attempt(() => rm(this.fileOf(bucket, key), { force: true }));
    await this.removeEmptyFolders(dirname(this.fileOf(bucket, key)), join(this.root, bucket));
  }

  async deletePrefix(bucket: Bucket, prefix: string): Promise<number> {
    assertFolderPrefix(bucket, prefix);
    let count = 0;
    for await (const object of this.list(bucket, prefix)) {
      await this.delete(bucket, object.key);
      count += 1;
    }
    return count;
  }

  async *list(bucket: Bucket, prefix: string): AsyncGenerator<ListedObject, void, undefined> {
    assertPrefix(bucket, prefix);
    const parent = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    yield* this.walk(join(this.root, bucket), parent, prefix);
  }

  async presign(bucket: Bucket, key: string, options: PresignOptions): Promise<string> {
    assertKey(bucket, key);
    assertExpiry(options);
    const grant = options.download === undefined ? { bucket, key } : { bucket, key, download: options.download };
    return `${this.publicUrl}/${signToken(grant, options.expiresInSeconds, await this.signingSecret())}`;
  }

  /** What the token at the end of a presigned URL permits; null if it is forged, garbled or expired. */
  async verify(token: string): Promise<ReadGrant | null> {
    return verifyToken(token, await this.signingSecret());
  }

  /** Also removes what uploads have left that were cut off by a crash. */
  async prepare(): Promise<void> {
    await attempt(async () => {
      for (const folder of [...buckets, PARTIAL]) await mkdir(join(this.root, folder), { recursive: true });
      for (const name of await readdir(join(this.root, PARTIAL))) {
        const partial = join(this.root, PARTIAL, name);
        const age = Date.now() - (await stat(partial)).mtimeMs;
        if (age > PARTIAL_LIFETIME_MS) await rm(partial, { force: true });
      }
    });
  }

  async check(): Promise<void> {
    await attempt(() => access(this.root, constants.R_OK | constants.W_OK | constants.X_OK));
  }

  close(): void {
    // Holds nothing open between calls.
  }

  private fileOf(bucket: Bucket, key: string): string {
    return join(this.root, bucket, ...key.split('/')) + SUFFIX;
  }

  private async writePartial(
    partial: string,
    inspected: ReturnType<typeof inspectBody>,
    contentType: string,
    durable: boolean,
  ): Promise<void> {
    const file = await inFolderOf(partial, () => open(partial, 'wx'));
    try {
      for await (const chunk of inspected.chunks) await file.writeFile(chunk);
      await file.writeFile(encodeFooter({ contentType, sha256: inspected.sha256() }));
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
  }

  private async moveInto(partial: string, target: string, durable: boolean): Promise<void> {
    await inFolderOf(target, () => rename(partial, target));
    if (!durable) return;
    const folder = await open(dirname(target));
    await folder.sync().finally(() => folder.close());
  }

  private async open(bucket: Bucket, key: string): Promise<FileHandle | null> {
    assertKey(bucket, key);
    return attempt(() => open(this.fileOf(bucket, key), 'r').catch(nullIfMissing));
  }

  private async *walk(
    bucketFolder: string,
    parent: string,
    prefix: string,
  ): AsyncGenerator<ListedObject, void, undefined> {
    const folder = join(bucketFolder, parent);
    const entries = (await attempt(() => readdir(folder, { withFileTypes: true }).catch(nullIfMissing))) ?? [];
    const keys = entries
      .filter((entry) => entry.isDirectory() || entry.name.endsWith(SUFFIX))
      .map((entry) => parent + (entry.isDirectory() ? `${entry.name}/` : entry.name.slice(0, -SUFFIX.length)))
      .filter((key) => key.startsWith(prefix) || prefix.startsWith(key))
      .sort((a, b) => (a < b ? -1 : 1));
    for (const key of keys) {
      if (key.endsWith('/')) {
        yield* this.walk(bucketFolder, key, prefix);
      } else if (key.startsWith(prefix)) {
        const listed = await this.describeListed(join(bucketFolder, key + SUFFIX), key);
        if (listed !== null) yield listed;
      }
    }
  }

  private async describeListed(path: string, key: string): Promise<ListedObject | null> {
    const file = await attempt(() => open(path, 'r').catch(nullIfMissing));
    if (file === null) return null; // Deleted since.
    try {
      const { size, modifiedAt } = await readFooter(file);
      return { key, size, modifiedAt };
    } finally {
      await file.close();
    }
  }

  private async removeEmptyFolders(folder: string, bucketFolder: string): Promise<void> {
    if (!folder.startsWith(bucketFolder + sep)) return;
    const removed = await rmdir(folder).then(
      () => true,
      () => false, // Not empty, or gone.
    );
    if (removed) await this.removeEmptyFolders(dirname(folder), bucketFolder);
  }

  private signingSecret(): Promise<string> {
    this.secret ??= mkdir(this.root, { recursive: true }).then(() => sharedSecret(join(this.root, '.signing-secret')));
    return this.secret;
  }
}

async function describe(file: FileHandle): Promise<ObjectDescription> {
  const { size, sha256, contentType, modifiedAt } = await readFooter(file);
  return { size, sha256, etag: sha256, contentType, modifiedAt };
}

/** Makes the file's folder only where it turns out to be missing: mostly it is there, and asking costs as much as writing. */
async function inFolderOf<T>(file: string, operation: () => Promise<T>): Promise<T> {
  // A concurrent delete may remove the folder, being empty, as soon as it is made.
  for (let attempts = 0; ; attempts += 1) {
    try {
      return await operation();
    } catch (error) {
      if (!isMissing(error) || attempts === 3) throw error;
      await mkdir(dirname(file), { recursive: true });
    }
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function nullIfMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

/** What the file system refuses is «unavailable»; errors of the port itself, and of the body, pass. */
async function attempt<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof ObjectStorageError || code === undefined || syscall === undefined) throw error;
    throw new ObjectStorageError(
      'unavailable',
      `The folder of the object storage cannot be used (${code} at ${syscall}).`,
      { cause: error },
    );
  }
}
