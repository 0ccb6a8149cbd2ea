/** Where a link leads to, if that is outside the page itself. */
export function linkUrl(href: string | undefined): string | undefined {
  const url = href?.trim() ?? '';
  if (/^(?:https?:\/\/|mailto:|tel:)\S/i.test(url)) return url;
  return /^\/\/[\w-]+\./.test(url) ? `https:${url}` : undefined;
}

/** A link's target as one would print it. */
export function linkText(url: string): string {
  return decode(url.replace(/^(?:mailto|tel):/i, '').replace(/^(?=[^/]*@)([^?]*)\?.*$/, '$1'));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
