import { hostile, latin1, type HostileCase, type Outcome } from './case.js';
import { Random } from './random.js';

/** What damage may do to a document. Never `timeout`: no damage is a reason to take long. */
const DAMAGED: readonly Outcome[] = [
  'reading',
  'corrupt_document',
  'empty_document',
  'unsupported_media_type',
  'encrypted_document',
  'too_large',
  'too_many_pages',
];

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** A place and a length within the document, at most `share` of it. */
function chunk(bytes: Uint8Array, random: Random, share = 0.3): { start: number; end: number } {
  const start = random.below(bytes.length);
  return { start, end: Math.min(bytes.length, start + 1 + random.below(Math.ceil(bytes.length * share))) };
}

const replaced =
  (find: RegExp, by: (found: string, random: Random) => string): Damage =>
  (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1');
    return latin1(text.replace(find, (found) => (random.next() < 0.5 ? by(found, random) : found)));
  };

const NUMBERS = ['0', '-1', '1', '65536', '2147483647', '4294967295', '-2147483648', '99999999999999999999', '1e308'];

const DAMAGES: Readonly<Record<string, Damage>> = {
  'a bit flipped': (bytes, random) => {
    const copy = bytes.slice();
    copy[random.below(copy.length)]! ^= 1 << random.below(8);
    return copy;
  },
  'a bit in a thousand flipped': (bytes, random) =>
    bytes.map((byte) => (random.next() < 0.008 ? byte ^ (1 << random.below(8)) : byte)),
  'bytes made noise': (bytes, random) => bytes.map((byte) => (random.next() < 0.02 ? random.below(256) : byte)),
  'a part made zeros': (bytes, random) => {
    const { start, end } = chunk(bytes, random);
    return bytes.slice().fill(0, start, end);
  },
  'cut off': (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'without its start': (bytes, random) => bytes.slice(1 + random.below(bytes.length - 1)),
  'a part twice': (bytes, random) => {
    const { start, end } = chunk(bytes, random);
    return join(bytes.subarray(0, end), bytes.subarray(start));
  },
  'a part left out': (bytes, random) => {
    const { start, end } = chunk(bytes, random);
    return join(bytes.subarray(0, start), bytes.subarray(end));
  },
  'a part a hundred times': (bytes, random) => {
    const { start, end } = chunk(bytes, random, 0.01);
    return join(
      bytes.subarray(0, end),
      ...Array.from({ length: 99 }, () => bytes.subarray(start, end)),
      bytes.subarray(end),
    );
  },
  'two parts exchanged': (bytes, random) => {
    const half = Math.floor(bytes.length / 2);
    const at = random.below(half);
    return join(bytes.subarray(half + at), bytes.subarray(at, half + at), bytes.subarray(0, at));
  },
  'its numbers absurd': replaced(/\b\d{1,6}\b/g, (_found, random) => random.pick(NUMBERS)),
  'its names exchanged': replaced(/\/[A-Z][A-Za-z]{2,12}\b/g, (_found, random) =>
    random.pick(['/Kids', '/Parent', '/Length', '/Filter', '/Contents', '/Type', '/Font', '/XObject', '/Prev']),
  ),
};

/** Damaged variants of a document, one of each kind of damage for each seed. */
export function damaged(name: string, original: () => Uint8Array, seeds: readonly number[]): HostileCase[] {
  return Object.entries(DAMAGES).flatMap(([damage, apply], kind) =>
    seeds.map((seed) =>
      hostile(`${name}, ${damage} (seed ${seed})`, DAMAGED, () =>
        apply(original(), new Random(seed * 1_009 + kind * 31 + name.length)),
      ),
    ),
  );
}

/** The document cut off at places all over it. */
export function truncated(name: string, original: () => Uint8Array, places: number): HostileCase[] {
  return Array.from({ length: places }, (_, index) => {
    const share = (index + 1) / (places + 1);
    return hostile(`${name}, cut off after ${Math.round(share * 100)} %`, DAMAGED, () => {
      const bytes = original();
      return bytes.slice(0, Math.floor(bytes.length * share));
    });
  });
}

/** The first half of one document and the second half of another. */
export function spliced(first: string, a: () => Uint8Array, second: string, b: () => Uint8Array): HostileCase {
  return hostile(`the first half of ${first}, the second of ${second}`, DAMAGED, () => {
    const [start, end] = [a(), b()];
    return join(start.subarray(0, start.length >> 1), end.subarray(end.length >> 1));
  });
}
