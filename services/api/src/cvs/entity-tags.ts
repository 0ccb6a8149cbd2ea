import { createHash } from 'node:crypto';

/** Tag of a CV as a whole. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/**
 * Tag of another representation of a CV (some fields of it, in another language): begins with the revision, so that a change
 * may be made conditional on it as well.
 */
export function representationTag(revision: number, body: string | Uint8Array): string {
  return `"${revision}.${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/** Whether `If-Match` names this revision, by the tag of whatever representation; true if there is no such header. */
export function matchesRevision(ifMatch: string | undefined, revision: number): boolean {
  return (
    ifMatch === undefined ||
    tagsOf(ifMatch).some((tag) => tag === '*' || tag.replace(/\.[\w-]+"$/, '"') === etagOf(revision))
  );
}

/** Whether `If-None-Match` names this tag, compared weakly (RFC 9110, section 13.1.2). */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && tagsOf(ifNoneMatch).some((tag) => ['*', etag].includes(tag.replace(/^W\//, '')));
}

function tagsOf(header: string): string[] {
  return header.split(',').map((tag) => tag.trim());
}
