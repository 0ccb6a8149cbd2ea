import { Transformer } from '@napi-rs/image';

import { resume } from '../documents/resumes.js';
import { rate } from '../measurement.js';
import { runLoad } from '../load/load.js';
import type { PlatformContext } from './suite.js';

/** Of a telephone's camera, in pixels. */
const CAMERA = { width: 4032, height: 3024 };
/** One at a time is what a person waits for; two keep the renderer's one process for pictures busy. */
const CONNECTIONS = [1, 2];

/** From the upload of a picture to its photo in all sizes and formats, and how it is read. */
export async function measurePhotos(context: PlatformContext): Promise<void> {
  const { account, platform, seconds, signal, tell, record } = context;
  tell('Give CVs photos …');
  const [id] = await account.createCvs([resume(1)]);
  const pictures = Array.from({ length: 4 }, (_, number) => picture(number));
  const requests = pictures.map((bytes) => account.photo(id!, bytes));
  for (const connections of CONNECTIONS) {
    const { all, errors } = await runLoad({ url: platform.url, connections, seconds, requests }, signal);
    const name = `Photo of 12 megapixels from upload to ready, ${connections} at a time`;
    record(rate(name, 'photos/s', all, { errors, notes: [`${Math.round(pictures[0]!.length / 1024)} KiB of JPEG`] }));
  }
}

/** Shades and noise as a camera would see them; another one for each number. */
function picture(number: number): Buffer {
  const { width, height } = CAMERA;
  const pixels = Buffer.alloc(width * height * 4, 255);
  let random = number + 1;
  for (let at = 0, x = 0, y = 0; at < pixels.length; at += 4) {
    random = (random * 1_103_515_245 + 12_345) & 0x7fffffff;
    const noise = random % 13;
    pixels[at] = 128 + 80 * Math.sin(x / 300 + number) + noise;
    pixels[at + 1] = 110 + 80 * Math.cos(y / 200) + noise;
    pixels[at + 2] = 100 + 60 * Math.sin((x + y) / 250) + noise;
    if (++x === width) {
      x = 0;
      y++;
    }
  }
  return Transformer.fromRgbaPixels(pixels, width, height).jpegSync(88);
}
