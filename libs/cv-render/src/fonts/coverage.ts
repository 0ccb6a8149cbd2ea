import { readFileSync } from 'node:fs';

import type { Covers } from '../view/text.js';
import { regularFontFiles } from './catalog.js';

/**
 * The code points that every choice of fonts can draw: those that each text family has, and those of the families that
 * step in. Read from the fonts' `cmap` tables (OpenType 1.9, formats 4 and 12); 140 KB once per thread.
 */
export function loadCoverage(): Covers {
  const { text, stepIn } = regularFontFiles();
  const textSets = text.map(codePointsOf);
  const stepInSets = stepIn.map(codePointsOf);
  const covered = new Uint8Array(0x110000 / 8);
  for (const codePoint of new Set([...textSets, ...stepInSets].flatMap((set) => [...set]))) {
    if (textSets.every((set) => set.has(codePoint)) || stepInSets.some((set) => set.has(codePoint))) {
      covered[codePoint >> 3]! |= 1 << (codePoint & 7);
    }
  }
  return (codePoint) => (covered[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0;
}

function codePointsOf(file: string): Set<number> {
  const font = readFileSync(file);
  const codePoints = new Set<number>();
  const cmap = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addFormat4(font, subtable, codePoints);
    if (format === 12) addFormat12(font, subtable, codePoints);
  }
  return codePoints;
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table «${tag}».`);
}

/** Segment mapping to delta values: the Basic Multilingual Plane. */
function addFormat4(font: Buffer, table: number, codePoints: Set<number>): void {
  const doubled = font.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const ranges = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = font.readUInt16BE(ends + segment);
    const start = font.readUInt16BE(starts + segment);
    const range = font.readUInt16BE(ranges + segment);
    const delta = font.readUInt16BE(deltas + segment);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : font.readUInt16BE(ranges + segment + range + 2 * (code - start));
      if ((glyph & 0xffff) !== 0) codePoints.add(code);
    }
  }
}

/** Segmented coverage: all of Unicode. */
function addFormat12(font: Buffer, table: number, codePoints: Set<number>): void {
  const groups = font.readUInt32BE(table + 12);
  for (let index = 0; index < groups; index++) {
    const group = table + 16 + 12 * index;
    const end = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= end; code++) codePoints.add(code);
  }
}
