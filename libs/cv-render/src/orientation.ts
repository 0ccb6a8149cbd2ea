/**
 * How a JPEG's rows lie, as cameras note it (Exif 3.0, 4.6.5.1, tag Orientation): 1 upright, 3 upside down, 6 and 8 on
 * their sides, the others mirrored. 1 if it does not say.
 */
export function orientationOf(jpeg: Buffer): number {
  const start = jpeg.indexOf('Exif\0\0', 0, 'latin1');
  // The segment stands at the beginning of the file.
  if (start < 0 || start > 4096) return 1;
  const tiff = jpeg.subarray(start + 6, start + 6 + 4096);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const long = (at: number): number => (little ? short(at) + short(at + 2) * 65536 : short(at) * 65536 + short(at + 2));
  const directory = long(4);
  for (let entry = 0; entry < Math.min(short(directory), 64); entry++) {
    const at = directory + 2 + 12 * entry;
    const value = short(at + 8);
    if (short(at) === 0x0112 && value >= 1 && value <= 8) return value;
  }
  return 1;
}

/**
 * The transform (SVG's `matrix`) that sets such a picture upright in a frame of this size, when it is drawn at `width`
 * and `height` as they come back.
 */
export function uprightTransform(
  orientation: number,
  width: number,
  height: number,
): { matrix: string; width: number; height: number } {
  const matrices: Record<number, readonly number[]> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, width, 0],
    7: [0, -1, -1, 0, width, height],
    8: [0, -1, 1, 0, 0, height],
  };
  const matrix = `matrix(${(matrices[orientation] ?? matrices[1]!).join(' ')})`;
  return orientation >= 5 ? { matrix, width: height, height: width } : { matrix, width, height };
}
