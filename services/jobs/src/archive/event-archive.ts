import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import {
  Database,
  EVENT_TABLES,
  keepFigures,
  noteArchiveRemoved,
  oldArchives,
  oldMonths,
  readMonth,
  sealMonth,
  type ArchiveRecord,
  type EventMonth,
} from '@discover/database';
import type { ObjectStorage } from '@discover/object-storage';
import type { Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import type { JobsConfig } from '../config.js';
import { JOBS_CONFIG, LOGGER, OBJECT_STORAGE } from '../tokens.js';

/** Tries of one month whose rows became fewer while it was read. */
const MOST_TRIES = 3;

/** Moves months of events that are over for long to object storage. Each month is there, or there, whatever breaks. */
@Injectable()
export class EventArchive {
  constructor(
    private readonly database: Database,
    @Inject(OBJECT_STORAGE) private readonly storage: ObjectStorage,
    @Inject(JOBS_CONFIG) private readonly config: Pick<JobsConfig, 'events'>,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The oldest months first: the statistics take events from where the archives end. */
  async archive(signal: AbortSignal): Promise<{ partitions: number; rows: number; bytes: number }> {
    const total = { partitions: 0, rows: 0, bytes: 0 };
    for (const table of EVENT_TABLES) {
      const months = await this.database.readPrimary('archive', (handle) =>
        oldMonths(handle, table, this.config.events.months),
      );
      for (const month of months) {
        signal.throwIfAborted();
        const { rows, size } = await this.archiveMonth(month);
        total.partitions++;
        total.rows += rows;
        total.bytes += size;
        this.logger.info({ partition: month.name, rows, size }, 'a month of events was archived');
      }
    }
    return total;
  }

  /** Removes archives that have served their time; answers how many. */
  async removeOld(): Promise<number> {
    const old = await this.database.readPrimary('archive', (handle) =>
      oldArchives(handle, this.config.events.archiveMonths),
    );
    for (const { id, key } of old) {
      await this.storage.delete('archives', key);
      await this.database.transaction(null, (handle) => noteArchiveRemoved(handle, id));
    }
    return old.length;
  }

  private async archiveMonth(month: EventMonth): Promise<ArchiveRecord> {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      const archive = await this.store(month);
      await this.verify(archive);
      await this.database.transaction(null, (handle) => keepFigures(handle, month));
      if (await this.database.transaction(null, (handle) => sealMonth(handle, month, archive))) return archive;
    }
    throw new Error(`The rows of ${month.name} change while it is archived.`);
  }

  /** Written anew, it replaces what an earlier try has left. */
  private store(month: EventMonth): Promise<ArchiveRecord> {
    const { table, first, until } = month;
    const key = `${table}/${first.toISOString().slice(0, 7)}.ndjson.gz`;
    return this.database.transaction(null, async (handle) => {
      let rows = 0;
      const lines = async function* () {
        for await (const page of readMonth(handle, month)) {
          rows += page.length;
          yield `${page.join('\n')}\n`;
        }
      };
      const gzip = createGzip();
      const written = pipeline(Readable.from(lines()), gzip);
      const [stored] = await Promise.all([
        this.storage.put('archives', key, gzip, { contentType: 'application/gzip' }),
        written,
      ]);
      return { table, first, until, key, rows, size: stored.size, sha256: stored.sha256 };
    });
  }

  /** Reads it back. @throws if it is not what was written */
  private async verify({ key, rows, sha256 }: ArchiveRecord): Promise<void> {
    const object = await this.storage.get('archives', key);
    if (!object) throw new Error(`The archive ${key} is not there.`);
    const hash = createHash('sha256');
    let lines = 0;
    await pipeline(
      object.stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createGunzip(),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) for (const byte of chunk) if (byte === NEWLINE) lines++;
      },
    );
    if (lines !== rows || hash.digest('hex') !== sha256)
      throw new Error(`The archive ${key} is not what was written: ${lines} of ${rows} rows.`);
  }
}

const NEWLINE = 10;
