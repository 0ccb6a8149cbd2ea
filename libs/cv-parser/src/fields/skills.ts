import type { Interest, Skill } from '@discover/cv-model';

import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, TextDocument } from '../document/model.js';
import { toParagraphs } from '../entries/paragraphs.js';
import { FLUENCY_WORDS, fold, headingKind, words } from '../lexicon/index.js';
import { lookAt } from '../sections/index.js';
import { isFluency } from './languages.js';

/** A comma, semicolon, sign or wide space between two items. */
const ITEM = /(?:[,;，、]\s*|\s*[|•·∙⋄●▪◦]\s*|\t+|\u2003| {3,})/u;
const GROUP = /^([^:：,;\t]{2,48}?)\s*[:：]\s*(?=\S)/u;
const RATING = /^[\s●○•◦★☆⭐■□▪▫\d/%.]+$/u;

/** «a / b / c», «a – b – c»: signs that part items only where they part at least three and nothing else does. */
const LOOSE_ITEMS = [/\s+\/\s+/u, /\s+[–—-]\s+/u];

/** Skills as groups: «Name: a, b, c», a bold line above a list, a name beside its list; loose items are one each. */
export function readSkills(source: TextDocument, lines: readonly Line[]): Draft<Skill>[] {
  const skills: Draft<Skill>[] = [];
  const titles = groupTitles(lines);
  const tabled = isTable(source, lines);
  let group: Draft<Skill> | null = null;
  for (const { slice, line } of toLists(source, lines, titles)) {
    const label = slice.match(GROUP) ?? boldLead(slice, line) ?? (tabled ? cellLead(slice, line) : null);
    if (label) {
      const list = slice.sub(label.slice.end - slice.start, slice.raw.length);
      // Of languages the level is kept: they become entries of their own.
      const spoken = headingKind(label.groups[1]!.text) === 'languages';
      const keywords = toItems(list, 0.9).map((item) => (spoken ? item : nameOf(source, item)));
      const name = Sourced.text(label.groups[1]!.trim(), 0.9);
      // «Git: advanced» is one skill and how well.
      group = !spoken && keywords.length === 1 && isLevel(keywords[0]!.value) ? null : { name, keywords };
      skills.push(group ?? { name, level: keywords[0]!.withConfidence(0.85) });
      continue;
    }
    const items = toItems(slice, 0.85);
    const alone = items.length === 1 && !line.bullet;
    if (alone && titles.has(line)) {
      group = { name: items[0]!, keywords: [] };
      skills.push(group);
    } else if (group && titles.size > 0) group.keywords!.push(...items.map((item) => nameOf(source, item)));
    else {
      group = null;
      const [first, second] = items;
      // «Git   advanced»: beside a name, how well.
      if (items.length === 2 && isLevel(second!.value)) skills.push({ name: first!, level: second! });
      else skills.push(...items.map((item) => toSkill(source, item)));
    }
  }
  return skills.map((skill) => (skill.keywords?.length === 0 ? { name: skill.name! } : skill));
}

const LEVELLED = /^(.*[^\s–—:-])\s*(?:\(([^()]+)\)|\s[–—-]\s+(\S.*)|:\s+(\S.*))$/su;

/** A skill by itself: «DATEV (sehr gut)», «PHP – Grundkenntnisse» say how well. */
function toSkill(source: TextDocument, item: Sourced): Draft<Skill> {
  const [range] = item.ranges;
  const [, name, ...levels] = new Slice(source, range.start, range.end).match(LEVELLED)?.groups ?? [];
  const level = levels.find((found) => found !== undefined);
  return name && level && isLevel(level.text)
    ? { name: Sourced.text(name, item.confidence), level: Sourced.text(level, 0.85) }
    : { name: item };
}

/** An item of a group without its level, for which a keyword has no room. */
function nameOf(source: TextDocument, item: Sourced): Sourced {
  return toSkill(source, item).name ?? item;
}

const MAX_LEVEL_WORDS = 3;

/** Whether all of a text's words are such by which people say how well they can something. */
function isLevel(text: string): boolean {
  const folded = fold(text);
  return (
    folded.split(' ').length <= MAX_LEVEL_WORDS &&
    isFluency(text) &&
    (FLUENCY_WORDS.has(folded) || words(folded).every((word) => FLUENCY_WORDS.has(word)))
  );
}

/** A line that begins with a label, or is a group's title, never goes on with the one before. */
function byLabel(source: TextDocument, lines: readonly Line[], titles: ReadonlySet<Line>): Line[][] {
  const parts: Line[][] = [];
  const begins = (line: Line) => titles.has(line) || GROUP.test(source.text.slice(line.textStart, line.end));
  for (const line of lines)
    if (parts.length === 0 || begins(line)) parts.push([line]);
    else parts.at(-1)!.push(line);
  return parts;
}

/** Lines of a list that goes on: only after a comma, or within one whose items are parted by commas. One item a line else. */
function toLists(
  source: TextDocument,
  lines: readonly Line[],
  titles: ReadonlySet<Line>,
): { slice: Slice; line: Line }[] {
  return byLabel(source, lines, titles)
    .flatMap((part) => toParagraphs(source, part))
    .flatMap(({ slice, lines: own }) => {
      if (
        own.length === 1 ||
        own[0]!.bullet ||
        GROUP.test(slice.raw) ||
        /[,;|·•]/.test(source.text.slice(own[0]!.textStart, own[0]!.end))
      )
        return [{ slice, line: own[0]! }];
      return own.map((line) => ({ slice: Slice.ofLine(source, line), line }));
    });
}

/** «Backend  Go, SQL» with the first part bold: a name without a colon. */
function boldLead(slice: Slice, line: Line): { slice: Slice; groups: (Slice | undefined)[] } | null {
  const first = line.runs.find((run) => run.end > slice.start);
  if (!first?.look.bold || first.end >= slice.end || line.cells.length > 2) return null;
  const lead = new Slice(slice.document, slice.start, first.end);
  const rest = new Slice(slice.document, first.end, slice.end);
  const parted = /[,:\t–-]\s*$/.test(lead.raw) || /^[\t\s]/.test(rest.raw);
  return lead.raw.trim().length <= 40 &&
    parted &&
    !rest.isEmpty &&
    !/[,;]\s*$/.test(lead.raw) &&
    /[,;|•]|\t/.test(slice.raw)
    ? { slice: lead, groups: [lead, lead] }
    : null;
}

/** Rows of two cells, most of which have a list in the second one: it is named by the first. */
function isTable(source: TextDocument, lines: readonly Line[]): boolean {
  const rows = lines.filter(({ cells }) => cells.length === 2);
  const lists = rows.filter(({ cells: [, list] }) => parted(new Slice(source, list!.start, list!.end)).length > 1);
  return lists.length >= 2 && lists.length > lines.length / 2;
}

function cellLead(slice: Slice, line: Line): { slice: Slice; groups: (Slice | undefined)[] } | null {
  const [first] = line.cells;
  if (line.cells.length !== 2 || !first) return null;
  const lead = new Slice(slice.document, slice.start, first.end);
  return { slice: lead, groups: [lead, lead] };
}

/** Lines that are set off from the section's others: bold or larger while most are not, with list lines after them. */
function groupTitles(lines: readonly Line[]): Set<Line> {
  const key = (line: Line) => {
    const look = lookAt(line, line.textStart);
    return `${look.bold} ${Math.round(look.size * 2)}`;
  };
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1);
  return new Set(
    lines.filter((line, index) => {
      const look = lookAt(line, line.textStart);
      const next = lines[index + 1];
      return (
        next &&
        !line.bullet &&
        counts.get(key(line))! <= lines.length / 2 &&
        (look.bold || look.size > next.look.size + 0.4)
      );
    }),
  );
}

function parted(slice: Slice): Slice[] {
  const parts = slice.splitOutsideBrackets(ITEM);
  if (parts.length > 1) return parts;
  for (const separator of LOOSE_ITEMS) {
    const loose = slice.splitOutsideBrackets(separator);
    if (loose.length > 2) return loose;
  }
  return parts;
}

function toItems(slice: Slice, confidence: number): Sourced[] {
  return parted(slice)
    .map((part) => part.trim(/[\s,;|•·∙*●○★☆■□▪▫:]/u))
    .map((part) => (part.text.endsWith('.') && part.text.length > 4 ? part.sub(0, part.raw.length - 1) : part))
    .filter((part) => !part.isEmpty && !RATING.test(part.raw) && /[\p{L}\p{N}]/u.test(part.raw))
    .map((part) => Sourced.text(part, part.text.length > 40 ? confidence - 0.2 : confidence));
}

export function readInterests(source: TextDocument, lines: readonly Line[]): Draft<Interest>[] {
  return readSkills(source, lines).map(({ name, keywords }) => ({
    ...(name && { name }),
    ...(keywords && { keywords }),
  }));
}
