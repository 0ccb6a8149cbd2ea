import type { PictureHeader } from './header.js';

interface Box {
  type: string;
  content: Buffer;
}

/** The boxes in which those are that describe the picture (ISO/IEC 14496-12, 23008-12). */
const WAY = ['meta', 'iprp', 'ipco'];

/** AVIF (AV1 Image File Format 1.1): the largest of the sizes that its properties name. Undefined for its relatives, such as HEIC. */
export function readAvif(data: Buffer): PictureHeader | undefined {
  const [first] = boxes(data);
  if (first?.type !== 'ftyp' || !brandsOf(first.content).some((brand) => brand === 'avif' || brand === 'avis'))
    return undefined;
  const properties = [...propertiesOf(data)];
  const sizes = properties
    .filter(({ type }) => type === 'ispe')
    .map(({ content }) => ({ width: content.readUInt32BE(4), height: content.readUInt32BE(8) }));
  const largest = sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
  return largest && { format: 'avif', ...largest, orientation: orientationOf(properties) };
}

function brandsOf(content: Buffer): string[] {
  const compatible = content.toString('latin1', 8).match(/.{4}/gs) ?? [];
  return [content.toString('latin1', 0, 4), ...compatible];
}

function* propertiesOf(data: Buffer): Generator<Box> {
  let level = data;
  for (const name of WAY) {
    const found = [...boxes(level)].find(({ type }) => type === name);
    if (!found) return;
    // `meta` has a version and flags before its boxes.
    level = name === 'meta' ? found.content.subarray(4) : found.content;
  }
  yield* boxes(level);
}

function* boxes(data: Buffer): Generator<Box> {
  for (let at = 0; at + 8 <= data.length;) {
    const short = data.readUInt32BE(at);
    const head = short === 1 ? 16 : 8;
    const length = short === 0 ? data.length - at : short === 1 ? Number(data.readBigUInt64BE(at + 8)) : short;
    if (length < head) return;
    yield { type: data.toString('latin1', at + 4, at + 8), content: data.subarray(at + head, at + length) };
    at += length;
  }
}

/** As Exif counts it: turned against the clock by quarters (`irot`), then mirrored (`imir`: 0 upside down, 1 left to right). */
function orientationOf(properties: readonly Box[]): number {
  const valueOf = (name: string) => properties.find(({ type }) => type === name)?.content[0];
  const turns = (valueOf('irot') ?? 0) & 3;
  const mirror = valueOf('imir');
  if (mirror === undefined) return [1, 8, 3, 6][turns]!;
  return ((mirror & 1) === 1 ? [2, 7, 4, 5] : [4, 5, 2, 7])[turns]!;
}
