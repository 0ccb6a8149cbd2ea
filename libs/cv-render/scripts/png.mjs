import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

/** Colours of a palette of 8 bits. */
const MAX_COLORS = 256;

/**
 * A PNG with a palette (PNG specification, third edition) of a picture with few colours: a page of text. Colours are rounded
 * to 4 bits a channel, so that the shades at the edges of letters become few; those beyond the most frequent 256 become the
 * nearest of them.
 *
 * @param bitmap `data` is red, green, blue and alpha of each pixel, a byte each
 */
export function encodePng({ width, height, data }) {
  const colors = new Uint16Array(width * height);
  const counts = new Map();
  for (let pixel = 0; pixel < colors.length; pixel++) {
    const [red, green, blue] = data.subarray(pixel * 4, pixel * 4 + 3).map((channel) => Math.round(channel / 17));
    colors[pixel] = (red << 8) | (green << 4) | blue;
    counts.set(colors[pixel], (counts.get(colors[pixel]) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_COLORS)
    .map(([color]) => color);
  const indexOf = new Map([...counts.keys()].map((color) => [color, nearest(palette, color)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    // The first byte of a row names its filter: none, which suits palettes.
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(colors[y * width + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, each an index into the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function channelsOf(color) {
  return [color >> 8, (color >> 4) & 15, color & 15].map((channel) => channel * 17);
}

function nearest(palette, color) {
  const exact = palette.indexOf(color);
  if (exact !== -1) return exact;
  const distances = palette.map((candidate) => {
    const other = channelsOf(candidate);
    return channelsOf(color).reduce((sum, channel, index) => sum + (channel - other[index]) ** 2, 0);
  });
  return distances.indexOf(Math.min(...distances));
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
