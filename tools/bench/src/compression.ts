// What codecs of Node make of CVs, and in what time: `node tools/run.mjs node tools/bench/dist/compression.js`. The figures behind the
// choice of libs/cache (docs/adr/0033).
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  deflateRawSync,
  inflateRawSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';

import { resume } from './documents/resumes.js';

interface Codec {
  readonly pack: (body: Buffer) => Buffer;
  readonly unpack: (packed: Buffer) => Buffer;
}

const CODECS: Readonly<Record<string, Codec>> = {
  'zstd 1': zstd(1),
  'zstd 3': zstd(3),
  'brotli 1': brotli(1),
  'brotli 4': brotli(4),
  'deflate 1': { pack: (body) => deflateRawSync(body, { level: 1 }), unpack: inflateRawSync },
};
const SIZES = [300, 512, 1_024, 2_048, 4_096, 16_384, 65_536];
const BODIES = 200;
const ROUNDS = 9;

function zstd(level: number): Codec {
  const options = { params: { [constants.ZSTD_c_compressionLevel]: level } };
  return { pack: (body) => zstdCompressSync(body, options), unpack: zstdDecompressSync };
}

function brotli(quality: number): Codec {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: quality } };
  return { pack: (body) => brotliCompressSync(body, options), unpack: brotliDecompressSync };
}

/** The beginning of so many bytes of CVs of invented people, one after the other. */
function bodyOf(size: number, number: number): Buffer {
  let text = '';
  for (let next = number; text.length < size; next += 1) text += JSON.stringify(resume(next));
  return Buffer.from(text).subarray(0, size);
}

/** In microseconds. */
function timed<T>(times: number[], work: () => T): T {
  const begin = process.hrtime.bigint();
  const result = work();
  times.push(Number(process.hrtime.bigint() - begin) / 1_000);
  return result;
}

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

for (const size of SIZES) {
  const bodies = Array.from({ length: BODIES }, (_, number) => bodyOf(size, number));
  for (const [name, { pack, unpack }] of Object.entries(CODECS)) {
    const [packing, unpacking]: [number[], number[]] = [[], []];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round += 1)
      for (const body of bodies) {
        const packed = timed(packing, () => pack(body));
        bytes += packed.length;
        timed(unpacking, () => unpack(packed));
      }
    const share = Math.round((100 * bytes) / (ROUNDS * BODIES * size));
    const times = `${median(packing).toFixed(0)} µs, back in ${median(unpacking).toFixed(0)} µs`;
    console.log(`${size} bytes by ${name}: ${share} % in ${times}`);
  }
}
