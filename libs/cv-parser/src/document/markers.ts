/** Characters that open the items of a list. A hyphen or dash counts only before a space. */
const MARKER =
  /^(?:[•◦▪▫■□●○◆◇‣⁃∙·▸▹►▶➢➤➔→✓✔❖✦★☆»›*¡–—-]|\+(?=\s+\p{L})|\d{1,2}[.)]|\u25cb|o(?=[\t\u2003]))(?:[ \t\u00a0\u2003]+|(?=[^\s\d–—-]))/u;
const TIGHT = /^[–—\-*¡»›]/;

/** Length of a list marker with its space at the start of a line's text; 0 without one. */
export function leadingMarker(text: string): number {
  const found = MARKER.exec(text);
  if (!found) return 0;
  const marker = found[0];
  if (marker.length >= text.length) return 0;
  if (/\s$/.test(marker)) return marker.length;
  // «-based», «*nix», «1.5»: a sign that touches its word is no marker, but a real bullet is.
  return TIGHT.test(marker) || /^\d/.test(marker) ? 0 : marker.length;
}

export const BULLET_ONLY = /^[•◦▪▫■□●○◆◇‣⁃∙·▸▹►▶➢➤➔→✓✔❖✦*–—-]$/u;
