/** Bytes of Exif data that are looked at: the tag stands in the first directory. */
const LOOKED_AT = 4096;
const ORIENTATION = 0x0112;

/**
 * How a picture's rows lie, as cameras note it (Exif 3.0, 4.6.5.1, tag Orientation): 1 upright, 3 upside down, 6 and 8 on
 * their sides, the others mirrored. 1 if it does not say.
 *
 * @param exif from the header of its TIFF structure on; some writers put `Exif\0\0` before it
 */
export function exifOrientation(exif: Buffer): number {
  const from = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? 6 : 0;
  const tiff = exif.subarray(from, from + LOOKED_AT);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const long = (at: number): number => (little ? short(at) + short(at + 2) * 65536 : short(at) * 65536 + short(at + 2));
  const directory = long(4);
  for (let entry = 0; entry < Math.min(short(directory), 64); entry++) {
    const at = directory + 2 + 12 * entry;
    const value = short(at + 8);
    if (short(at) === ORIENTATION && value >= 1 && value <= 8) return value;
  }
  return 1;
}
