import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it is written: what it says of itself need not be true. */
export interface ZipEntry {
  name: string;
  content?: Uint8Array;
  /** Bytes as they stand in the file, in place of the compressed content. */
  raw?: Uint8Array;
  method?: number;
  flags?: number;
  crc?: number;
  compressedSize?: number;
  size?: number;
  /** Where the directory says that the entry begins. */
  offset?: number;
}

interface Written {
  entry: ZipEntry;
  name: Buffer;
  data: Uint8Array;
  fields: { flags: number; method: number; crc: number; compressedSize: number; size: number };
}

/** A ZIP container, entry by entry as told. */
export function zip(
  entries: readonly ZipEntry[],
  end: { entries?: number; offset?: number; comment?: string } = {},
): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const written = write(entry);
    const local = localHeader(written);
    parts.push(local, written.data);
    directory.push(directoryHeader(written, entry.offset ?? offset));
    offset += local.length + written.data.length;
  }
  const central = Buffer.concat(directory);
  const comment = Buffer.from(end.comment ?? '', 'latin1');
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE((end.entries ?? entries.length) & 0xffff, 8);
  tail.writeUInt16LE((end.entries ?? entries.length) & 0xffff, 10);
  tail.writeUInt32LE(central.length, 12);
  tail.writeUInt32LE(end.offset ?? offset, 16);
  tail.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...parts, central, tail, comment]));
}

function write(entry: ZipEntry): Written {
  const content = entry.content ?? new Uint8Array();
  const { method = 8 } = entry;
  const data = entry.raw ?? (method === 8 ? deflateRawSync(content, { level: 1 }) : content);
  return {
    entry,
    name: Buffer.from(entry.name, 'utf8'),
    data,
    fields: {
      flags: entry.flags ?? 0,
      method,
      crc: entry.crc ?? crc32(content),
      compressedSize: entry.compressedSize ?? data.length,
      size: entry.size ?? content.length,
    },
  };
}

function localHeader({ name, fields }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeFields(header, 6, fields);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryHeader({ name, fields }: Written, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  writeFields(header, 8, fields);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset >>> 0, 42);
  return Buffer.concat([header, name]);
}

function writeFields(
  header: Buffer,
  at: number,
  { flags, method, crc, compressedSize, size }: Written['fields'],
): void {
  header.writeUInt16LE(flags, at);
  header.writeUInt16LE(method, at + 2);
  header.writeUInt32LE(crc >>> 0, at + 8);
  header.writeUInt32LE(compressedSize >>> 0, at + 12);
  header.writeUInt32LE(size >>> 0, at + 16);
}
