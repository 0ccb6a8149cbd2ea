import type { Publication } from '@discover/cv-model';

import type { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, TextDocument } from '../document/model.js';
import { toParagraphs } from '../entries/paragraphs.js';
import { findPeriods } from './dates.js';
import { linkOf } from './links.js';
import { readNotices, type Notice } from './notices.js';

/** «Surname, I., & Surname, I. I. (2020). Title. Journal, 1(2), 3–4.» */
const APA = /^(.*?)\s*\(((?:19|20)\d\d)[^)]*\)\s*[.,:]?\s+(.+?)[.?!](?:\s+(.+))?$/su;
/** «I. Surname, “Title,” Journal, 2020» */
const QUOTED = /^(.*?)\s*["“„«‘‹]\s*(.{6,}?)\s*[,.]?\s*["”“»’›](?=[\s,.;:(]|$)\s*[,.:;]?\s*(.*)$/su;
/** «Surname I, Surname J. Title. Journal. 2020.» */
const VANCOUVER =
  /^((?:\p{Lu}[\p{L}’'-]+,?\s(?:\p{Lu}\.?-?){1,3}(?:,\s*|\s*[;&]\s*|\s+(?:and|und|et|y|e)\s+|\.\s*|\s*et al\.?\s*))+)(.{10,}?)[.?!](?:\s+(.+))?$/su;
const AUTHORS =
  /^(?:\p{Lu}[\p{L}’'-]+,\s*\p{Lu}\.|\p{Lu}\.(?:\s?\p{Lu}\.)?\s\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+\s\p{Lu}{1,3}[,.])/u;

export function readPublications(source: TextDocument, lines: readonly Line[]): Draft<Publication>[] {
  const plain: Line[] = [];
  const found: { at: number; publication: Draft<Publication> }[] = [];
  for (const { slice, lines: own } of toCitations(source, lines)) {
    const publication = fromCitation(source, slice, own);
    if (publication) found.push({ at: slice.start, publication });
    else plain.push(...own);
  }
  for (const notice of readNotices(source, plain))
    found.push({ at: notice.lines[0]!.start, publication: fromNotice(source, notice) });
  return found.sort((a, b) => a.at - b.at).map(({ publication }) => publication);
}

/** Paragraphs, cut where after a full stop a line begins with authors or a quoted title. */
function toCitations(source: TextDocument, lines: readonly Line[]): { slice: Slice; lines: Line[] }[] {
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const text = source.text.slice(line.textStart, line.end);
    const before = index > 0 ? source.text.slice(lines[index - 1]!.start, lines[index - 1]!.end).trimEnd() : '';
    const begins = AUTHORS.test(text) || /^["“„«]/.test(text);
    if (groups.length === 0 || (begins && /[.)\]\d]$/.test(before))) groups.push([line]);
    else groups.at(-1)!.push(line);
  });
  return groups.flatMap((group) => toParagraphs(source, group));
}

function fromCitation(source: TextDocument, slice: Slice, lines: readonly Line[]): Draft<Publication> | null {
  const apa = slice.match(APA);
  const quoted = apa && AUTHORS.test(slice.raw) ? null : slice.match(QUOTED);
  const vancouver = quoted || apa ? null : slice.match(VANCOUVER);
  const [authors, title, where] = quoted
    ? [quoted.groups[1], quoted.groups[2], quoted.groups[3]]
    : apa && AUTHORS.test(slice.raw)
      ? [apa.groups[1], apa.groups[3], apa.groups[4]]
      : [vancouver?.groups[1], vancouver?.groups[2], vancouver?.groups[3]];
  if (!title) return null;
  const period = findPeriods(slice).find(({ whole }) => whole.end <= title.start || whole.start >= title.end);
  const date = period?.startDate ?? period?.endDate;
  const url = linkOf(source, lines, title);
  const left = (where && period ? where.without(period.whole) : where ? [where] : [])
    .map((part) => part.trim(/[\s,.;:()]/u))
    .filter((part) => /\p{L}/u.test(part.raw));
  const venue = left[0]?.match(/^(.*?\p{L}.*?)(?:[,;]\s|\.\s|\s\d|$)/su)?.groups[1];
  const rest = [
    ...(authors ? [authors.trim(/[\s,.;:–—-]/u)] : []),
    ...left.flatMap((part) => (venue ? part.without(venue) : [part])),
  ]
    .map((part) => part.trim(/[\s,.;:]/u))
    .filter((part) => !part.isEmpty && !(period && part.start >= period.whole.start && part.end <= period.whole.end));
  const [first, ...more] = rest;
  return {
    name: Sourced.text(title.trim(/[\s,"“”„«».]/u), 0.88),
    ...(venue && { publisher: Sourced.text(venue.trim(), 0.7) }),
    ...(date && { releaseDate: date }),
    ...(url && { url }),
    ...(first && { summary: Sourced.text([first, ...more], 0.6) }),
  };
}

function fromNotice(source: TextDocument, { title, by, date, rest, lines }: Notice): Draft<Publication> {
  const url = linkOf(source, lines, title);
  const [first, ...more] = rest;
  return {
    name: Sourced.text(title, 0.75),
    ...(by && { publisher: Sourced.text(by, 0.6) }),
    ...(date && { releaseDate: date }),
    ...(url && { url }),
    ...(first && { summary: Sourced.text([first, ...more], 0.6) }),
  };
}
