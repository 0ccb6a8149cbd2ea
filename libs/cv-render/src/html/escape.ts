const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that HTML reads as itself, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** A text takes its direction from its own first letter; said only where right-to-left letters occur. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The attribute `dir`, where the text needs it. */
export function direction(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? ' dir="auto"' : '';
}

/** An element with text; nothing if there is no text. Tag and class are ours, the text is not. */
export function element(tag: string, className: string, text: string | undefined): string {
  return text === undefined || text === ''
    ? ''
    : `<${tag} class="${className}"${direction(text)}>${escapeHtml(text)}</${tag}>`;
}

/** The text, as a link if there is an address, which `safeHref` has let through. */
export function linked(text: string, href: string | undefined): string {
  return href === undefined
    ? escapeHtml(text)
    : `<a href="${escapeHtml(href)}" rel="noopener nofollow">${escapeHtml(text)}</a>`;
}
