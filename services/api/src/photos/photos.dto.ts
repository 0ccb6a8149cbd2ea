import { PHOTO_FORMATS, PHOTO_MEDIA_TYPES, PHOTO_SIZES } from '@discover/cv-render';
import { z } from 'zod';

const size = z
  .enum(PHOTO_SIZES.map(String) as [string, ...string[]])
  .optional()
  .describe('Edge of a square in pixels; a smaller one if the picture has no more. Without it, all of the picture.');

export const PublicPhotoQuery = z.object({ size, v: z.string().optional() });
export type PublicPhotoQuery = z.infer<typeof PublicPhotoQuery>;

export const PhotoQuery = z.strictObject({
  size,
  v: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'This is not the hash of a photo.')
    .optional()
    .describe('The photo with this hash, as `basics.image` names it; without it, the one that the CV shows.'),
});
export type PhotoQuery = z.infer<typeof PhotoQuery>;

export const PhotoView = z
  .object({
    url: z.string().describe('What `basics.image` says from now on.'),
    hash: z.string().describe('Names its content.'),
    width: z.number().int().describe('Of the one with all of the picture, in pixels.'),
    height: z.number().int(),
    sizes: z.array(z.number().int()).describe('Edges of its squares in pixels: `?size=`.'),
  })
  .meta({ id: 'Photo' });
export type PhotoView = z.infer<typeof PhotoView>;

/** A picture as a form in the OpenAPI description; the bare body is told in words. */
export const PHOTO_BODY = {
  type: 'object',
  required: ['file'] as string[],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description:
        'JPEG, PNG, WebP or AVIF of at most 10 MiB and 50 million pixels. It may also be sent bare, as the body itself.',
    },
  },
} as const;

export const PHOTO = {
  content: PHOTO_FORMATS.map((format) => PHOTO_MEDIA_TYPES[format]),
  description: 'The photo, in the best format that `Accept` names.',
};
