import type { Slice } from '../conservation/slice.js';
import type { TextDocument } from '../document/model.js';

/** An address on the web or by mail that a narrow column breaks in two lines. */
export interface WrappedAddress {
  text: string;
  slices: [Slice, Slice];
}

const ADDRESS_LIKE = /@|\/|^www\.|\.\p{L}{2,}/u;
const CONTINUES = /[-_./@=?&]$/;
const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/|$)/u;
const REST = /^[\p{Ll}\p{N}_./=?&%#-][\p{L}\p{N}_./=?&%#@~+-]*$/u;
/** How near to its column's edge a line must come, in multiples of its type's size, to be one that was broken there. */
const FULL = 1.2;

/** Finds the two parts of broken addresses among lines that follow each other. */
export function findWrapped(source: TextDocument, own: readonly Slice[]): WrappedAddress[] {
  return own.flatMap((slice, index) => {
    const next = own[index + 1];
    if (!next || next.start - slice.end > 2) return [];
    const [first] = slice.match(/\S+(?=\s*$)/u)?.groups ?? [];
    const [rest] = next.match(/^\s*(\S+)(?=\s*$)/u)?.groups.slice(1) ?? [];
    if (!first || !rest || !ADDRESS_LIKE.test(first.raw) || !REST.test(rest.raw)) return [];
    if (first.raw.includes('@') ? rest.raw.includes('@') || rest.raw.includes('/') : /^www\.|@/.test(rest.raw))
      return [];
    if (DOMAIN.test(rest.raw) && !CONTINUES.test(first.raw)) return [];
    if (!CONTINUES.test(first.raw) && !/^[-_./@]/.test(rest.raw) && !isFull(source, slice, own)) return [];
    return [{ text: first.raw + rest.raw, slices: [first, rest] }];
  });
}

function isFull(source: TextDocument, slice: Slice, own: readonly Slice[]): boolean {
  const [line] = source.linesIn(slice);
  if (!line?.box || line.column === null) return false;
  const peers = own.flatMap((other) => source.linesIn(other)).filter((other) => other.region === line.region);
  return line.box[2] > Math.max(...peers.map((other) => other.box?.[2] ?? 0)) - FULL * line.look.size;
}
