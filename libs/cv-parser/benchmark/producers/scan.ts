import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';

import jpeg from 'jpeg-js';

import type { Random } from '../people/random.js';
import { findProgram, run } from './programs.js';

/** Grey values, row by row. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Resolutions of cheap and better scanners, dots per inch. */
const RESOLUTIONS = [130, 150, 170] as const;

/** The pages of a PDF as a scanner sees them: slightly turned, with noise and a greyish paper. */
export async function scan(
  pdfFile: string,
  workFolder: string,
  random: Random,
): Promise<{ pages: Picture[]; resolution: number }> {
  const resolution = random.any(RESOLUTIONS);
  const stem = `scan-${random.integer(1, 1e9)}`;
  await run(findProgram('pdftoppm')!, ['-r', String(resolution), '-gray', pdfFile, join(workFolder, stem)]);
  const files = (await readdir(workFolder)).filter((file) => file.startsWith(stem)).sort();
  const pages: Picture[] = [];
  for (const file of files) {
    const path = join(workFolder, file);
    pages.push(distort(readGreymap(await readFile(path)), random));
    await rm(path);
  }
  return { pages, resolution };
}

/** Binary portable greymap («P5»), as pdftoppm writes it. */
function readGreymap(bytes: Buffer): Picture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm gave no greymap.');
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) };
}

const MAX_SKEW_DEGREES = 1.6;

function distort({ width, height, pixels }: Picture, random: Random): Picture {
  const angle = ((random.next() * 2 - 1) * MAX_SKEW_DEGREES * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const paper = random.integer(228, 255);
  const noise = random.integer(4, 26);
  const turned = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const value = sample(
        pixels,
        width,
        height,
        width / 2 + dx * cosine + dy * sine,
        height / 2 - dx * sine + dy * cosine,
      );
      turned[y * width + x] = Math.max(0, Math.min(255, (value * paper) / 255 + (random.next() - 0.5) * noise));
    }
  }
  return { width, height, pixels: turned };
}

/** Bilinear; white outside of the page. */
function sample(pixels: Uint8Array, width: number, height: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const [right, down] = [x - left, y - top];
  const at = top * width + left;
  const above = pixels[at]! * (1 - right) + pixels[at + 1]! * right;
  const below = pixels[at + width]! * (1 - right) + pixels[at + width + 1]! * right;
  return above * (1 - down) + below * down;
}

/** With 16 shades of grey, as office scanners save. */
export function toPng({ width, height, pixels }: Picture): Buffer {
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = pixels[y * width + x]! >> 4;
      const at = y * stride + 1 + (x >> 1);
      rows[at] = rows[at]! | (x % 2 === 0 ? shade << 4 : shade);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function toJpeg({ width, height, pixels }: Picture, quality: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let index = 0; index < pixels.length; index++) data.fill(pixels[index]!, index * 4, index * 4 + 3);
  return jpeg.encode({ width, height, data }, quality).data;
}

/** A PDF with one picture on each page and no text, as scanners write it. */
export function toPdf(pages: readonly Picture[], resolution: number, quality: number): Buffer {
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${3 + index * 3} 0 R`).join(' ')}] >>`,
    ),
  ];
  for (const page of pages) {
    const number = objects.length + 1;
    const [width, height] = [(page.width * 72) / resolution, (page.height * 72) / resolution].map((points) =>
      points.toFixed(2),
    );
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << /P ${number + 2} 0 R >> >> /Contents ${number + 1} 0 R >>`,
      ),
    );
    objects.push(stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`)));
    objects.push(
      stream(
        `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode `,
        toJpeg(page, quality),
      ),
    );
  }
  return assemble(objects);
}

const stream = (entries: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<< ${entries}/Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);

function assemble(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, body] of objects.entries()) {
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += object.length;
    parts.push(object);
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
