import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** What comes back for a value that went in: bytes as they were, anything else as JSON keeps it (a Date is a string). */
export type Stored<Value> = Value extends Uint8Array
  ? Buffer
  : Value extends { toJSON(): infer Json }
    ? Json
    : Value extends object
      ? { [Member in keyof Value]: Stored<Value[Member]> }
      : Value;

/** A value ready to be handed out to many callers: JSON values are frozen, bytes must not be written to. */
export interface Held {
  /** `undefined`: the source has no such thing. */
  readonly value: unknown;
  /** What it takes in memory; for JSON an estimate. */
  readonly bytes: number;
}

/** The first byte of what lies in L2: one of these, plus {@link COMPRESSED}. */
const BYTES = 0;
const COMPRESSED = 1;
const JSON_TEXT = 2;
const ABSENT = 4;

const COMPRESS_OVER_BYTES = 1_024;
/** Up to here compressing (about 0.1 ms) costs less than handing it to another thread does. */
const COMPRESS_HERE_BYTES = 64 * 1_024;
/** A value from L2 that claims to be larger than this is damaged. */
const MAX_BYTES = 64 * 1_024 * 1_024;
/** Objects take about twice the room of their JSON. */
const OBJECT_FACTOR = 2;

const compressElsewhere = promisify(zstdCompress);
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** A value on its way into the cache: as callers get it, and as it is kept in L2 before compression. */
export interface Prepared {
  readonly held: Held;
  readonly format: number;
  readonly body: Buffer;
}

/** @throws TypeError if the value is neither bytes nor something that JSON can express. */
export function prepare(value: unknown): Prepared {
  if (value === undefined || value === null) {
    return { held: { value: undefined, bytes: 0 }, format: ABSENT, body: Buffer.alloc(0) };
  }
  if (value instanceof Uint8Array) {
    const body = own(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
    return { held: { value: body, bytes: body.length }, format: BYTES, body };
  }
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError(`A ${typeof value} cannot be cached.`);
  const body = Buffer.from(json);
  // Parsed again, so that a miss hands out the same shape as a hit.
  return { held: fromJson(json, body.length), format: JSON_TEXT, body };
}

/** What is written to L2: the flag byte and the body, compressed where that makes it smaller. */
export async function encode({ format, body }: Prepared): Promise<Buffer> {
  if (body.length > COMPRESS_OVER_BYTES) {
    const here = body.length <= COMPRESS_HERE_BYTES;
    const compressed = here ? zstdCompressSync(body, compression) : await compressElsewhere(body, compression);
    if (compressed.length < body.length) return Buffer.concat([Buffer.of(format | COMPRESSED), compressed]);
  }
  return Buffer.concat([Buffer.of(format), body]);
}

/** @throws if these are not bytes that {@link encode} made. */
export function decode(encoded: Buffer): Held {
  const flag = encoded[0] ?? -1;
  const rest = encoded.subarray(1);
  const body = flag & COMPRESSED ? zstdDecompressSync(rest, { maxOutputLength: MAX_BYTES }) : own(rest);
  switch (flag & ~COMPRESSED) {
    case BYTES:
      return { value: body, bytes: body.length };
    case JSON_TEXT:
      return fromJson(body.toString(), body.length);
    case ABSENT:
      return { value: undefined, bytes: 0 };
    default:
      throw new TypeError(`Unknown flag ${flag}.`);
  }
}

function fromJson(json: string, length: number): Held {
  return { value: freeze(JSON.parse(json)), bytes: OBJECT_FACTOR * length };
}

/** One caller’s change to a shared value would be seen by all others: it throws instead. */
function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** A small view would keep the large block alive that it was cut from, and the cache’s size would be a lie. */
function own(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength <= 2 * bytes.length) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
