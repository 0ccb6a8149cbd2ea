import { canonicalJson } from './canonical.js';
import { alignItems } from './diff-arrays.js';
import type { PatchOperation } from './json-patch.js';
import { escapePointer } from './pointer.js';

/**
 * A JSON Patch (RFC 6902) that makes `before` into `after`: `applyPatch(before, diff(before, after))` equals `after`.
 * Short rather than shortest: items of arrays that moved are moved, items that changed are changed inside, and a part
 * is replaced as a whole where that takes less text. The order of an object's members does not count.
 */
export function diff(before: unknown, after: unknown): PatchOperation[] {
  return diffValues(before, after, '');
}

function diffValues(before: unknown, after: unknown, path: string): PatchOperation[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const whole: PatchOperation[] = [{ op: 'replace', path, value: after }];
  const parts = diffParts(before, after, path);
  return parts && JSON.stringify(parts).length < JSON.stringify(whole).length ? parts : whole;
}

/** By member or item; null where there are none on both sides. */
function diffParts(before: unknown, after: unknown, path: string): PatchOperation[] | null {
  if (Array.isArray(before) && Array.isArray(after)) return diffArrays(before, after, path);
  if (isObject(before) && isObject(after)) return diffObjects(before, after, path);
  return null;
}

function diffObjects(before: Record<string, unknown>, after: Record<string, unknown>, path: string): PatchOperation[] {
  const operations: PatchOperation[] = [];
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key)) operations.push({ op: 'remove', path: `${path}/${escapePointer(key)}` });
  for (const [key, value] of Object.entries(after)) {
    const member = `${path}/${escapePointer(key)}`;
    if (Object.hasOwn(before, key)) operations.push(...diffValues(before[key], value, member));
    else operations.push({ op: 'add', path: member, value });
  }
  return operations;
}

/**
 * First what goes, from the end; then what comes and what moves, each put behind the item that it follows in `after`, which
 * is in its place already; last the changes inside, when every item has its final index.
 */
function diffArrays(before: readonly unknown[], after: readonly unknown[], path: string): PatchOperation[] {
  const alignment = alignItems(before, after);
  if (!alignment) return [{ op: 'replace', path, value: after }];
  const { origins, settled } = alignment;
  const operations: PatchOperation[] = [];
  const kept = new Set(origins);
  /** The array as the operations so far leave it: items of `before` by their index, new ones by -1 - their index. */
  const current = before.map((_, index) => index);
  for (let index = before.length - 1; index >= 0; index--) {
    if (kept.has(index)) continue;
    operations.push({ op: 'remove', path: `${path}/${index}` });
    current.splice(index, 1);
  }
  let previous = -1;
  for (const [index, value] of after.entries()) {
    const origin = origins[index];
    if (origin === undefined) {
      operations.push({ op: 'add', path: `${path}/${++previous}`, value });
      current.splice(previous, 0, -1 - index);
      continue;
    }
    const from = current.indexOf(origin);
    if (settled.has(origin)) {
      previous = from;
      continue;
    }
    // Taken out before the item that it follows, it makes that one move up.
    const to = from <= previous ? previous : previous + 1;
    if (from !== to) operations.push({ op: 'move', from: `${path}/${from}`, path: `${path}/${to}` });
    current.splice(from, 1);
    current.splice(to, 0, origin);
    previous = to;
  }
  for (const [index, value] of after.entries()) {
    const origin = origins[index];
    if (origin !== undefined) operations.push(...diffValues(before[origin], value, `${path}/${index}`));
  }
  return operations;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
