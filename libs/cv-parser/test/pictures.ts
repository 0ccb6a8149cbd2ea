import { crc32, deflateSync } from 'node:zlib';

/** A PNG in shades of grey that says it is of some size, with the rows that it is given. */
export function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Bits of a pixel; the colour type, compression, filter and interlacing are zero.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Rows of white, each after a zero that says that it is stored as it is. */
export function white(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: (width + 1) * height }, (_value, index) => (index % (width + 1) === 0 ? 0 : 255));
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A little-endian TIFF of white pages of one pixel; the last page's successor may be given. */
export function tiff(pages: number, after: number | null = null): Uint8Array {
  const fields: [tag: number, value: number][] = [
    [256, 1],
    [257, 1],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, 1],
    [279, 1],
  ];
  const size = 2 + 12 * fields.length + 4;
  const first = 12;
  const file = Buffer.alloc(first + pages * size);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(first, 4);
  file[8] = 255;
  for (let page = 0; page < pages; page++) {
    const at = first + page * size;
    file.writeUInt16LE(fields.length, at);
    fields.forEach(([tag, value], index) => {
      file.writeUInt16LE(tag, at + 2 + 12 * index);
      file.writeUInt16LE(4, at + 4 + 12 * index);
      file.writeUInt32LE(1, at + 6 + 12 * index);
      file.writeUInt32LE(value, at + 10 + 12 * index);
    });
    file.writeUInt32LE(page + 1 < pages ? at + size : (after ?? 0), at + size - 4);
  }
  return file;
}
