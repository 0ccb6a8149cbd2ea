/** Edges in pixels of the squares that a photo is made into. */
export const PHOTO_SIZES = [64, 128, 256, 512, 1024] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** In the order of preference, of what is acceptable alike. */
export const PHOTO_FORMATS = ['avif', 'webp', 'jpg'] as const;
export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

export const PHOTO_MEDIA_TYPES: Readonly<Record<PhotoFormat, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
};

/** The one that keeps the picture's proportions, for templates. */
export const FULL = 'full';
/** Its longer edge in pixels, at most. */
export const FULL_EDGE = 1024;

/** A square, or all of the picture. */
export type PhotoCut = PhotoSize | typeof FULL;

/** The squares that are made of a picture whose shorter edge has so many pixels: none is larger than it, but for the next one, which then has its size. */
export function sizesFor(shorterEdge: number): PhotoSize[] {
  const next = PHOTO_SIZES.findIndex((size) => size >= shorterEdge);
  return PHOTO_SIZES.slice(0, next < 0 ? PHOTO_SIZES.length : next + 1);
}
