import { PHOTO_FORMATS, PHOTO_MEDIA_TYPES, type PhotoFormat } from '@discover/cv-render';

/**
 * The best format that a client names in `Accept` (RFC 9110, 12.5.1); JPEG, which everything shows, for one that names none
 * or takes anything.
 */
export function preferredFormat(accept: string | undefined): PhotoFormat {
  const qualities = qualitiesOf(accept ?? '');
  const qualityOf = (format: PhotoFormat): number => {
    const wildcard = format === 'jpg' ? (qualities.get('image/*') ?? qualities.get('*/*') ?? 0) : 0;
    return qualities.get(PHOTO_MEDIA_TYPES[format]) ?? wildcard;
  };
  const [best] = PHOTO_FORMATS.map((format) => ({ format, quality: qualityOf(format) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return best?.format ?? 'jpg';
}

function qualitiesOf(accept: string): Map<string, number> {
  return new Map(
    accept.split(',').map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [type, quality === undefined ? 1 : Number(quality) || 0];
    }),
  );
}
