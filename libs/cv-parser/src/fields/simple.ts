import type { Award, Certificate, Project, Publication, Reference, Volunteer } from '@discover/cv-model';

import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, Range, TextDocument } from '../document/model.js';
import type { Entry } from '../entries/split.js';
import { toParagraphs } from '../entries/paragraphs.js';
import { findPeriods } from './dates.js';
import { toHead } from './head.js';
import { takeDates, takeText } from './work.js';

const whole = (piece: Slice): Slice[] => [piece];

export function readProjects(source: TextDocument, entries: readonly Entry[]): Draft<Project>[] {
  return entries.flatMap((entry) => {
    const [name, ...rest] = toHead(source, entry, whole).pieces.map((piece) => piece.slice);
    if (!name) return [];
    const project: Draft<Project> = { name: Sourced.text(name, 0.8) };
    takeDates(project, entry);
    const text: { summary?: Sourced; highlights?: Sourced[] } = {};
    takeText(text, entry.body);
    const url = linkOf(source, entry.head, name);
    if (url) project.url = url;
    if (text.highlights) project.highlights = text.highlights;
    const [first, ...others] = rest;
    if (text.summary) project.description = text.summary;
    else if (first) project.description = Sourced.text([first, ...others], 0.6);
    return [project];
  });
}

function linkOf(source: TextDocument, head: readonly Line[], near: Range): Sourced | null {
  const link = source.links.find(
    ({ url, start, end }) =>
      /^https?:/.test(url) && head.some((line) => start < line.end && end > line.start) && start < near.end + 200,
  );
  return link ? Sourced.derived(link.url, new Slice(source, link.start, link.end), 0.9) : null;
}

export function readVolunteer(
  jobs: readonly {
    name?: Sourced;
    position?: Sourced;
    startDate?: Sourced;
    endDate?: Sourced;
    summary?: Sourced;
    highlights?: Sourced[];
  }[],
): Draft<Volunteer>[] {
  return jobs.map(({ name, position, startDate, endDate, summary, highlights }) => ({
    ...(name && { organization: name }),
    ...(position && { position }),
    ...(startDate && { startDate }),
    ...(endDate && { endDate }),
    ...(summary && { summary }),
    ...(highlights && { highlights }),
  }));
}

interface Notice {
  title: Slice;
  by?: Slice;
  date?: Sourced;
  rest: Slice[];
  lines: Line[];
}

/** One item per list item or head line: a title, who gave it, when. */
function readNotices(source: TextDocument, lines: readonly Line[]): Notice[] {
  const notices: Notice[] = [];
  for (const { slice, lines: own, bullet } of toParagraphs(source, lines)) {
    const period = findPeriods(slice)[0];
    const pieces = (period ? slice.without(period.whole) : [slice])
      .flatMap((part) => part.split(/\t|\s[–—-]\s|\s*[|•·]\s*/u))
      .map((part) => part.trim(/[\s,;:|•·–—\-()]/u))
      .filter((part) => /\p{L}/u.test(part.raw));
    const [title, by, ...rest] = pieces;
    const last = notices.at(-1);
    const date = period?.startDate ?? period?.endDate;
    // A line of another look below a title, or a date alone, goes with it.
    if (last && !bullet && (!title || !startsNotice(own[0]!, last.lines[0]!, slice))) {
      last.rest.push(...pieces);
      if (date && !last.date) last.date = date;
      continue;
    }
    if (title) notices.push({ title, ...(by && { by }), ...(date && { date }), rest, lines: own });
  }
  return notices;
}

function startsNotice(line: Line, first: Line, slice: Slice): boolean {
  if (line.gap >= 0.35) return true;
  const same =
    line.look.bold === first.look.bold &&
    line.look.italic === first.look.italic &&
    Math.abs(line.look.size - first.look.size) < 0.4 &&
    line.look.color === first.look.color;
  return same && !first.bullet && slice.text.length < 140;
}

export function readCertificates(source: TextDocument, lines: readonly Line[]): Draft<Certificate>[] {
  return readNotices(source, lines).map(({ title, by, date, rest, lines: own }) => {
    const issuer = by ?? rest[0];
    const url = linkOf(source, own, title);
    return {
      name: Sourced.text(title, 0.85),
      ...(issuer && { issuer: Sourced.text(issuer, 0.75) }),
      ...(date && { date }),
      ...(url && { url }),
    };
  });
}

export function readAwards(source: TextDocument, lines: readonly Line[]): Draft<Award>[] {
  return readNotices(source, lines).map(({ title, by, date, rest }) => {
    const [awarder, ...others] = by ? [by, ...rest] : rest;
    const [first, ...more] = others;
    return {
      title: Sourced.text(title, 0.85),
      ...(awarder && { awarder: Sourced.text(awarder, 0.7) }),
      ...(date && { date }),
      ...(first && { summary: Sourced.text([first, ...more], 0.7) }),
    };
  });
}

export function readPublications(source: TextDocument, lines: readonly Line[]): Draft<Publication>[] {
  return readNotices(source, lines).map(({ title, by, date, rest, lines: own }) => {
    const url = linkOf(source, own, title);
    const [first, ...more] = rest;
    return {
      name: Sourced.text(title, 0.75),
      ...(by && { publisher: Sourced.text(by, 0.6) }),
      ...(date && { releaseDate: date }),
      ...(url && { url }),
      ...(first && { summary: Sourced.text([first, ...more], 0.6) }),
    };
  });
}

export function readReferences(source: TextDocument, lines: readonly Line[]): Draft<Reference>[] {
  const references: Draft<Reference>[] = [];
  for (const { slice, lines: own } of toParagraphs(source, lines)) {
    const first = own[0]!;
    const last = references.at(-1);
    const isName = slice.text.length < 60 && (first.look.bold || first.gap >= 0.35);
    if (isName || !last)
      references.push(
        slice.text.length < 60 ? { name: Sourced.text(slice, 0.75) } : { reference: Sourced.text(slice, 0.8) },
      );
    else if (last.reference === undefined) last.reference = Sourced.text(slice, 0.75);
    else references.push({ reference: Sourced.text(slice, 0.7) });
  }
  return references;
}
