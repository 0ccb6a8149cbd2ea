import type { Range } from '../document/model.js';

/** A person's name: capitalised words and the small ones between them. */
export const NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|di|del|della|la|le|van|von|der|den|zu|el|bin|al|y|e|\(.+\))(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*,?|de|da|di|del|della|la|le|van|von|der|den|zu|el|bin|al|y|e|\(.+\)|["“„].+["”“]))*$/u;

export function overlaps(range: Range, others: readonly Range[]): boolean {
  return others.some((other) => range.start < other.end && range.end > other.start);
}
