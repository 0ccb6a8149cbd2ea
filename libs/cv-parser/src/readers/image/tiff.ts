import type { Limits } from '../../limits.js';
export function isTiff(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0x49 && b === 0x49 && c === 42 && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && d === 42);
}
export function tiffPages(bytes: Uint8Array, _limits: Limits): Uint8Array[][] {
  return [[bytes]];
}
