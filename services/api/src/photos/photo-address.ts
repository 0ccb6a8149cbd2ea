import type { Resume } from '@discover/cv-model';

/** Where a photo of a CV is read: what `basics.image` says of it. The hash names the content, so that what is behind one address never changes. */
export function photoAddress(publicUrl: string, cvId: string, hash: string): string {
  return `${publicUrl}${pathOf(cvId)}${hash}`;
}

/** The photo that a document shows, if it is one that its CV keeps; under whatever name we were reached when it was put there. */
export function photoHashOf(document: Resume, cvId: string): string | undefined {
  const image: unknown = document.basics?.image;
  if (typeof image !== 'string') return undefined;
  const [before, hash, ...more] = image.split(pathOf(cvId));
  const isAddress = before !== undefined && /^https?:\/\/[^/?#]+$/.test(before) && more.length === 0;
  return isAddress && hash !== undefined && /^[0-9a-f]{32}$/.test(hash) ? hash : undefined;
}

/** The document with this image, or without one. */
export function withImage(document: Resume, image: string | undefined): Resume {
  const { image: _, ...basics } = document.basics ?? {};
  return { ...document, basics: image === undefined ? basics : { ...basics, image } };
}

function pathOf(cvId: string): string {
  return `/api/v1/cvs/${cvId}/photo?v=`;
}
