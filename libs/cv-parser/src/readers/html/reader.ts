import type { Deadline, Limits } from '../../limits.js';
import type { FlowContent } from '../flow/blocks.js';
import { decodeText } from '../text.js';
import { toFlows } from './blocks.js';
import { parseHtml } from './dom.js';

/** Reads a web page, as saved by a browser or written by a word processor. */
export function readHtml(bytes: Uint8Array, limits: Limits, deadline: Deadline): FlowContent {
  return readHtmlText(decodeHtml(bytes), limits, deadline);
}

export function readHtmlText(html: string, limits: Limits, deadline: Deadline): FlowContent {
  return { flows: toFlows(parseHtml(html, limits, deadline), deadline), pages: 1, date: null };
}

/** By a byte order mark, by what the page says of itself, or else by what the bytes can be. */
function decodeHtml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return decodeText(bytes);
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const [, label] = /<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head) ?? [];
  // A page whose declaration can be read at all is not in UTF-16, whatever it says.
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return decodeText(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}
