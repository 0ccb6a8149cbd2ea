import type { Line, TextDocument } from '../document/model.js';
import { headingKind, personalLabel } from '../lexicon/index.js';
import type { Section } from './index.js';

const EMAIL = /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.\p{L}/u;
const REACH = /@|\+\d|https?:|www\.|\p{L}\.\p{L}{2,}\/|\(?\d[\d ()./-]{7,}\d/u;
const LABELLED = /^([\p{L}][\p{L}\s/&-]{1,30}?)\s*[:：]\s*(?=\S)/u;
const LINK_LABEL =
  /^(?:blog|github|gitlab|linkedin|twitter|website|web|homepage|portfolio|xing|stack ?overflow|facebook)$/iu;
const LINK = /https?:|www\.|\p{L}\.\p{L}{2,}/u;
/** Kinds that one labelled line can hold whole. */
const LISTS = new Set(['languages', 'skills', 'interests']);
/** Lines of another kind, at most, between two that belong to one block of contact details. */
const MAX_BLOCK = 4;

/** Moves what stands in an unlikely place to a section of its kind: contact details at the foot, labelled lists in «Other». */
export function rearrange(source: TextDocument, sections: readonly Section[]): Section[] {
  const sorted = sections.flatMap((section) => (section.kind === 'other' ? takeLabelled(source, section) : [section]));
  const own = sorted.filter(({ kind }) => ['header', 'contact', 'personal'].includes(kind));
  if (own.some((section) => section.lines.some((line) => EMAIL.test(textOf(source, line))))) return sorted;
  const block = contactBlock(source, sorted);
  if (block.length === 0) return sorted;
  return [
    ...sorted.map((section) => ({ ...section, lines: section.lines.filter((line) => !block.includes(line)) })),
    { kind: 'contact', heading: null, lines: block },
  ];
}

/** The line with the first e-mail address outside of references, and its neighbours that tell of reach as well. */
function contactBlock(source: TextDocument, sections: readonly Section[]): Line[] {
  const elsewhere = new Set(sections.filter(({ kind }) => kind === 'references').flatMap(({ lines }) => lines));
  const lines = source.lines.filter((line) => !line.hidden && !elsewhere.has(line));
  const at = lines.findIndex((line) => EMAIL.test(textOf(source, line)));
  if (at < 0) return [];
  const region = lines[at]!.region;
  const belongs = (line: Line | undefined): boolean =>
    line?.region === region && textOf(source, line).length < 80 && REACH.test(textOf(source, line));
  let first = at;
  let last = at;
  while (at - first < MAX_BLOCK && belongs(lines[first - 1])) first--;
  while (last - at < MAX_BLOCK && belongs(lines[last + 1])) last++;
  return lines.slice(first, last + 1);
}

function takeLabelled(source: TextDocument, section: Section): Section[] {
  const taken: Section[] = [];
  const left = section.lines.filter((line) => {
    const text = source.text.slice(line.textStart, line.end);
    const label = LABELLED.exec(text);
    if (!label) return true;
    const name = label[1]!.trim();
    const kind = headingKind(name);
    if (kind !== null && LISTS.has(kind)) {
      const start = line.textStart + label[0].length;
      const heading = { start: line.textStart, end: line.textStart + name.length };
      taken.push({
        kind,
        heading,
        lines: [{ ...line, start, textStart: start, bullet: false, cells: [{ start, end: line.end }] }],
      });
      return false;
    }
    if ((LINK_LABEL.test(name) || personalLabel(name) === 'url') && LINK.test(text)) {
      taken.push({ kind: 'contact', heading: null, lines: [line] });
      return false;
    }
    return true;
  });
  return left.length > 0 || taken.length === 0 ? [{ ...section, lines: left }, ...taken] : taken;
}

function textOf(source: TextDocument, line: Line): string {
  return source.text.slice(line.start, line.end);
}
