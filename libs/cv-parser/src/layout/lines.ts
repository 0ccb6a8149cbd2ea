import type { NewLine, Piece } from '../document/builder.js';
import type { PdfPage } from '../readers/pdf/glyphs.js';
import type { PageLink } from '../readers/pdf/links.js';
import type { Region } from './columns.js';
import type { Fragment, Setting } from './fragments.js';

/** A line before it has its place in the text, with what later steps look at. */
export interface RawLine extends NewLine {
  box: [number, number, number, number];
  columnRight: number;
  baseline: number;
  text: string;
}

/** The lines of a region from top to bottom; fragments on one baseline are the cells of one line. */
export function toLines(region: Region, setting: Setting, regionNumber: number): RawLine[] {
  const rows: Fragment[][] = [];
  for (const fragment of [...region.fragments].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && sameRow(row, fragment)) row.push(fragment);
    else rows.push([fragment]);
  }
  const lines = rows.map((row) => toLine(row, region, setting, regionNumber));
  measureGaps(lines);
  return lines;
}

function sameRow(row: Fragment[], fragment: Fragment): boolean {
  if (row[0]!.raised || fragment.raised) return false;
  return row.some((other) => {
    const offset = Math.abs(other.baseline - fragment.baseline);
    if (offset <= 2) return true;
    // Large type beside small: their middles agree although their baselines do not. They must not stand in each other's way.
    const apart = other.right <= fragment.left + 1 || fragment.right <= other.left + 1;
    return apart && offset < 0.35 * Math.min(other.size, fragment.size);
  });
}

function toLine(row: Fragment[], region: Region, { page, mirrored }: Setting, regionNumber: number): RawLine {
  row.sort((a, b) => a.left - b.left);
  const box: [number, number, number, number] = [
    round(Math.min(...row.map((part) => part.left))),
    round(Math.min(...row.map((part) => part.top))),
    round(Math.max(...row.map((part) => part.right))),
    round(Math.max(...row.map((part) => part.bottom))),
  ];
  return {
    page: page.number,
    cells: row.map((part) => withLinks(part, page.links)),
    gap: 0,
    indent: box[0],
    listItem: hasDrawnBullet(row[0]!, page, mirrored),
    region: regionNumber,
    column: region.side,
    box,
    columnRight: region.right,
    baseline: row[0]!.baseline,
    text: row.map((part) => part.text).join('\t'),
  };
}

/** Size of a list's drawn marker, and its distance from the text, in multiples of the type's size. */
const BULLET_SIZE: readonly [number, number] = [0.12, 0.55];
const BULLET_DISTANCE = 1.3;

/** Whether a small filled shape stands right before the line, at the height of its letters. */
function hasDrawnBullet(first: Fragment, page: PdfPage, mirrored: boolean): boolean {
  if (first.glyphs[0]!.look.bold) return false;
  const { size, left, baseline } = first;
  return page.shapes.some((shape) => {
    if (shape.kind === 'image' || shape.pale) return false;
    const sides = [shape.right - shape.left, shape.bottom - shape.top];
    if (sides.some((side) => side < BULLET_SIZE[0] * size || side > BULLET_SIZE[1] * size)) return false;
    const distance = left - (mirrored ? page.width - shape.left : shape.right);
    const middle = baseline - (shape.top + shape.bottom) / 2;
    return distance > 0 && distance < BULLET_DISTANCE * size && middle > 0 && middle < 0.8 * size;
  });
}

function withLinks(fragment: Fragment, links: PageLink[]): Piece[] {
  const near = links.filter((link) => link.top < fragment.bottom && link.bottom > fragment.top);
  if (near.length === 0) return fragment.glyphs;
  return fragment.glyphs.map((glyph) => {
    const x = (glyph.left + glyph.right) / 2;
    const y = (glyph.top + glyph.bottom) / 2;
    const link = near.find((area) => x >= area.left && x <= area.right && y >= area.top - 1 && y <= area.bottom + 1);
    return link ? { ...glyph, url: link.url } : glyph;
  });
}

/** Space above each line in multiples of the region's usual line pitch, less one: see `Line.gap`. */
function measureGaps(lines: RawLine[]): void {
  const pitches = lines.slice(1).map((line, index) => line.baseline - lines[index]!.baseline);
  const sorted = [...pitches].filter((pitch) => pitch > 1).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length * 0.2)] ?? 12;
  lines.forEach((line, index) => {
    const pitch = index === 0 ? usual * 2 : pitches[index - 1]!;
    line.gap = Math.max(0, Math.round((pitch / usual - 1) * 100) / 100);
  });
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
