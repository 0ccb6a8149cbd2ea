import type { Range } from '../document/model.js';

/** Small words within names, in the languages of those who bear them. */
const PARTICLES =
  "de|da|di|do|dos|du|des|das|del|della|degli|dei|la|le|lo|les|van|von|vom|zu|zum|zur|der|den|het|ter|ten|te|op|'t|af|av|el|al|bin|bint|ibn|ben|abu|ap|y|e|i|med\\.?|rer\\.?|nat\\.?|phil\\.?|jur\\.?|habil\\.?|h\\.\\s?c\\.?";
const WORD = "(?:[dDlL][’']|[dD]ell[’'])?\\p{Lu}[\\p{L}\\p{M}.'’-]*";

/** A person's name: capitalised words and the small ones between them. */
export const NAME = new RegExp(
  `^(?:${WORD},?|${PARTICLES}|\\(.+\\))(?:\\s+(?:${WORD},?|${PARTICLES}|\\(.+\\)|["“„].+["”“]))*$`,
  'u',
);

/** A name in a script without capitals: two to five words, or a few ideographs. */
export const CASELESS_NAME =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,2}[ ·]\p{Script=Han}{1,4}|[\p{Script=Arabic}\p{M}]+(?:\s[\p{Script=Arabic}\p{M}]+){1,4}|\p{Script=Hebrew}+(?:\s\p{Script=Hebrew}+){1,3}|\p{Script=Hangul}{2,5}|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]{2,6}(?:[ ・][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]{1,6})?)$/u;

/** What stands over a CV: «Curriculum Vitae», «Lebenslauf». It may stand before the name, but is none. */
export const TITLE =
  /^(?:curr?[ií]cul(?:um|o)(?:\s+(?:v[ií]t(?:ae|æ|a|ea)|professionale?|europeo|europass))?|c\.?\s?v\.?|(?:tabellarischer\s+)?lebenslauf|r[ée]sum[ée]|hoja\s+de\s+vida|bewerbung|(?:europass|levensloop|levnedsløp)|个人简历|個人簡歷|简历|簡歷|履歷表?|резюме|السيرة الذاتية|سيرة ذاتية|이력서|履歴書)(?:\s*[:：–—|-]|\s+(?:of|von|de|di|van|för|for|av))?(?=\s|$)/iu;

export function overlaps(range: Range, others: readonly Range[]): boolean {
  return others.some((other) => range.start < other.end && range.end > other.start);
}
