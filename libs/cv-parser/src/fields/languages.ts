import type { Language } from '@discover/cv-model';

import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, TextDocument } from '../document/model.js';
import { FLUENCY_WORDS, fold, words } from '../lexicon/index.js';
import { isLanguageName } from '../lexicon/tongues.js';

const RATING = /^[\s●○•◦★☆⭐■□▪▫\d/%.]+$/u;
const DOTS = /[\s●○◦★☆⭐■□▪▫⬤◯]+$/u;
const LEVEL = /\b(?:A1|A2|B1|B2|C1|C2)\b/;
const PARTS = /(?:[,;|•·]|\t+|\s{3,}|\s+(?:and|und|et|y|e)\s+)/u;
/** A full stop or a dash between two languages, each with its level: «Castellano: nativo. Francés: medio.» */
const BETWEEN = /(?<=\p{L}{2}|\d|\))(?:\.\s+|\s+[–—-]\s+)(?=\p{Lu}\p{L}+\s*(?::|\())/u;

/** Languages with how well they are spoken: «English (C1)», «Deutsch – Muttersprache», or the level on the next line. */
export function readLanguages(source: TextDocument, lines: readonly Line[]): Draft<Language>[] {
  const found: Draft<Language>[] = [];
  for (const slice of toItems(source, lines)) {
    const parts = slice.splitOutsideBrackets(PARTS);
    for (const part of parts.flatMap((each) => each.splitOutsideBrackets(BETWEEN))) readLanguage(part, found);
  }
  return found;
}

/** Lines; in a list, with those that go on with an item. */
function toItems(source: TextDocument, lines: readonly Line[]): Slice[] {
  const items: Slice[] = [];
  let opener: Line | null = null;
  for (const line of lines) {
    const last = items.at(-1);
    if (last && opener?.bullet && !line.bullet && line.region === opener.region && line.indent > opener.indent)
      items[items.length - 1] = new Slice(source, last.start, line.end);
    else {
      items.push(Slice.ofLine(source, line));
      opener = line;
    }
  }
  return items;
}

/** One item of a list of languages. */
export function readLanguageItem(item: Slice): Draft<Language>[] {
  const found: Draft<Language>[] = [];
  readLanguage(item, found);
  return found;
}

function readLanguage(part: Slice, found: Draft<Language>[]): void {
  const whole = part.trim(/[\s,;|•·*:–—.-]/u);
  const dots = DOTS.exec(whole.raw);
  const clean = dots ? whole.sub(0, dots.index) : whole;
  if (clean.isEmpty || RATING.test(clean.raw)) return;
  const last = found.at(-1);
  const named = clean.match(/^([\p{L}\p{M}' -]+?)\s*(?:[:：(–—/\t]|\s-\s|-\s|\s(?=A1|A2|B1|B2|C1|C2))\s*(.+?)\)?$/su);
  const [, name, level] = named?.groups ?? [];
  const fluentFirst = clean.match(/^([\p{L}\s]+?)\s+(?:in|en)\s+(\p{L}+)$/u);
  if (name && level && isLanguageName(level.text) && isFluency(name.text)) {
    // «Madrelingua: Italiano»
    found.push({ language: Sourced.text(level, 0.95), fluency: Sourced.text(name.trim(), 0.9) });
  } else if (name && level && (isLanguageName(name.text) || (!isFluency(name.text) && isFluency(level.text)))) {
    found.push({
      language: Sourced.text(name.trim(), isLanguageName(name.text) ? 0.97 : 0.6),
      fluency: Sourced.text(balanced(level), 0.9),
    });
  } else if (isLanguageName(clean.text)) found.push({ language: Sourced.text(clean, 0.97) });
  else if (fluentFirst?.groups[2] && isLanguageName(fluentFirst.groups[2].text)) {
    found.push({
      language: Sourced.text(fluentFirst.groups[2], 0.9),
      fluency: Sourced.text(fluentFirst.groups[1]!, 0.85),
    });
  } else if (last && last.fluency === undefined && isFluency(clean.text)) last.fluency = Sourced.text(clean, 0.85);
  else {
    const lead = clean.match(/^(\p{L}+)\s+(.+)$/su);
    const [, first, rest] = lead?.groups ?? [];
    const trail = clean.match(/^(.+?)\s+(\p{L}+)$/su)?.groups;
    if (first && rest && isLanguageName(first.text))
      found.push({ language: Sourced.text(first, 0.92), fluency: Sourced.text(rest.trim(/[\s()]/u), 0.8) });
    else if (trail?.[2] && isLanguageName(trail[2].text))
      found.push({ language: Sourced.text(trail[2], 0.85), fluency: Sourced.text(trail[1]!, 0.75) });
  }
}

/** A level with the bracket that closes one in it: «upper intermediate (B2)». */
function balanced(level: Slice): Slice {
  const bare = level.trim(/[\s()]/u);
  const { text } = bare.document;
  return /\([^)]*$/u.test(bare.raw) && text[bare.end] === ')' ? bare.sub(0, bare.raw.length + 1) : bare;
}

export function isFluency(text: string): boolean {
  if (LEVEL.test(text)) return true;
  const folded = fold(text);
  return FLUENCY_WORDS.has(folded) || words(folded).some((word) => FLUENCY_WORDS.has(word));
}
