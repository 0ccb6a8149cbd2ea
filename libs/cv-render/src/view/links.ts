const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const MAX_LENGTH = 2000;

/**
 * The address as a link that is safe to click, or undefined: only web, mail and telephone, so `javascript:`, `data:`
 * and `file:` never become links. An address without a scheme («example.org/me») is taken for a web address.
 */
export function safeHref(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined;
  const text = address.trim();
  if (text === '' || text.length > MAX_LENGTH || !text.isWellFormed()) return undefined;
  const withScheme = /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(text) ? `https://${text}` : text;
  const url = URL.parse(withScheme);
  return url && SCHEMES.has(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
}

/** Link to a mail address; undefined if it does not look like one. */
export function mailHref(address: string): string | undefined {
  return /^[^\s@?&<>"]+@[^\s@?&<>"]+$/.test(address) ? safeHref(`mailto:${address}`) : undefined;
}

/** Link to a telephone number: its digits, with the plus sign of an international one. */
export function phoneHref(phone: string): string | undefined {
  const digits = phone.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  return /^\+?\d{3,20}$/.test(digits) ? `tel:${digits}` : undefined;
}

/** A web address as people print it: without scheme, `www.` and a closing slash. */
export function displayAddress(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}
