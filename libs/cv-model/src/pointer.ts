/** JSON Pointer (RFC 6901). */

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The names that a pointer leads through; null if it is none: not empty and not beginning with `/`, or a `~` alone. */
export function parsePointer(pointer: string): string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at `pointer`, or undefined: never something inherited, such as `constructor`. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const part of parsePointer(pointer) ?? [NOWHERE]) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    if (Array.isArray(value) && !isIndex(part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** Whether it can name an item of an array: digits without a leading zero. */
export function isIndex(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

/** No member has this name, as it is not a pointer's part. */
const NOWHERE = '\0';
