import type { Excerpt } from '@discover/database';

const ENTITIES = new Map(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }));

/** A passage as HTML: what people wrote is escaped, what was found is marked. */
export function highlightHtml(pieces: readonly Excerpt[]): string {
  return pieces
    .map(({ text, found }) => (found ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('')
    .trim();
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES.get(sign)!);
}
