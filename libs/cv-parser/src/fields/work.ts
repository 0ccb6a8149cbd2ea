import type { Work } from '@discover/cv-model';

import { Sourced, type Draft } from '../conservation/sourced.js';
import type { TextDocument } from '../document/model.js';
import type { Paragraph } from '../entries/paragraphs.js';
import type { Entry } from '../entries/split.js';
import { cutAtCommas, type Naming } from './commas.js';
import { titleBalance } from './evidence.js';
import { inContext, isEmployment, meansOf, toHeads, type Head, type HeadPiece, type Means } from './head.js';

export function readWork(source: TextDocument, entries: readonly Entry[]): Draft<Work>[] {
  const heads = toHeads(source, entries, (piece) => cutAtCommas(piece, NAMING));
  const means = meansOf(heads, ({ slice }) => titleBalance(slice.text));
  const jobs = entries.map((entry, index) => toJob(entry, heads[index]!, means));
  joinNames(jobs, entries, heads);
  return shareEmployers(jobs, entries).filter((job) => job.name !== undefined || job.position !== undefined);
}

const NAMING: Naming = { balance: titleBalance, isTail: isEmployment };

function toJob(entry: Entry, head: Head, means: Means): Draft<Work> {
  const job: Draft<Work> = {};
  const pieces = head.pieces.slice(0, 5);
  const score = (piece: HeadPiece) => inContext(piece, titleBalance(piece.slice.text), means);
  const ranked = [...pieces].sort((a, b) => score(b) - score(a));
  const title = pieces.length === 1 && score(pieces[0]!) <= 0 ? undefined : ranked[0];
  const others = pieces.filter((piece) => piece !== title);
  const employer = [...others].sort((a, b) => employerRank(a, score) - employerRank(b, score))[0];
  const gap = title && employer ? score(title) - score(employer) : 0;
  const certain = 0.6 + Math.min(0.33, 0.12 * gap);
  if (title) job.position = Sourced.text(title.slice, employer ? certain : 0.7);
  if (employer) job.name = Sourced.text(employer.slice, title ? certain : 0.7);
  if (head.place) job.location = Sourced.text(head.place, 0.85);
  takeDates(job, entry);
  takeText(job, entry.body);
  const url = others.find(({ slice }) => /^(?:https?:\/\/|www\.)\S+$/i.test(slice.text));
  if (url && url !== employer) job.url = Sourced.text(url.slice, 0.85);
  const left = others.filter((piece) => piece !== employer && piece !== url).map((piece) => piece.slice);
  const [first, ...rest] = [...left, ...head.asides].sort((a, b) => a.start - b.start);
  if (first) job.description = Sourced.text([first, ...rest], 0.5);
  return job;
}

function employerRank(piece: HeadPiece, score: (piece: HeadPiece) => number): number {
  return (
    score(piece) +
    piece.line * 0.15 +
    (piece.bold ? -0.2 : 0) +
    (/^\p{Ll}/u.test(piece.slice.text) ? 1 : 0) +
    (piece.slice.text.split(' ').length > 7 ? 2 : 0) +
    (/^https?:|^www\./.test(piece.slice.text) ? 3 : 0)
  );
}

/** Dates of an entry; a single printed date is both its start and its end. */
export function takeDates(target: { startDate?: Sourced; endDate?: Sourced }, entry: Entry): void {
  const period = entry.periods.find((candidate) => !candidate.single) ?? entry.periods[0];
  if (!period) return;
  if (period.startDate) target.startDate = period.startDate;
  if (period.endDate) target.endDate = period.endDate;
  else if (period.single && period.startDate) target.endDate = period.startDate.withConfidence(0.6);
}

/** List items become highlights; what stands before them, and paragraphs, the summary. */
export function takeText(target: { summary?: Sourced; highlights?: Sourced[] }, body: readonly Paragraph[]): void {
  const items = body.filter(({ bullet }) => bullet).map(({ slice }) => Sourced.text(slice, 0.92));
  const [first, ...rest] = body.filter(({ bullet }) => !bullet).map(({ slice }) => slice);
  if (items.length > 0) target.highlights = items;
  if (first && items.length === 0 && rest.length > 1)
    target.highlights = [first, ...rest].map((slice) => Sourced.text(slice, 0.75));
  else if (first) target.summary = Sourced.text([first, ...rest], 0.8);
}

/** An entry without text whose time spans the next ones' is an employer, and they are the roles there. */
function isEmployerOf(entries: readonly Entry[], heads: readonly Head[], index: number): boolean {
  const [own, next] = [entries[index]!, entries[index + 1]];
  if (!next || own.body.length > 0 || heads[index + 1]!.pieces.length !== 1) return false;
  const [from, to] = [yearsOf(own), yearsOf(next)];
  return (
    from !== null &&
    to !== null &&
    from.start <= to.start &&
    from.end >= to.end &&
    (from.start < to.start || from.end > to.end)
  );
}

function yearsOf({ periods }: Entry): { start: number; end: number } | null {
  const period = periods.find(({ single }) => !single);
  const year = (value: string | undefined) => (value === undefined ? Infinity : Number(value.slice(0, 4)));
  return period?.startDate ? { start: year(period.startDate.value), end: year(period.endDate?.value) } : null;
}

/** All of the name of an employer that was taken for a title and an employer. */
function joinNames(jobs: Draft<Work>[], entries: readonly Entry[], heads: readonly Head[]): void {
  jobs.forEach((job, index) => {
    const [first] = heads[index]!.pieces;
    const last = heads[index]!.pieces.filter(({ line }) => line === first?.line).at(-1);
    if (!first || !last || !job.position || !isEmployerOf(entries, heads, index)) return;
    if (titleBalance(job.position.value) > 0.5) return;
    job.name = Sourced.text(first.slice.sub(0, last.slice.end - first.slice.start), 0.75);
    delete job.position;
    delete job.description;
  });
}

/** An employer printed once above several roles belongs to each of them. */
function shareEmployers(jobs: Draft<Work>[], entries: readonly Entry[]): Draft<Work>[] {
  const kept: Draft<Work>[] = [];
  jobs.forEach((job, index) => {
    const previous = kept.at(-1);
    const bare =
      previous &&
      previous.position === undefined &&
      previous.highlights === undefined &&
      previous.summary === undefined;
    if (
      job.name === undefined &&
      previous?.name !== undefined &&
      job.position !== undefined &&
      entries[index]!.head.length <= 2
    ) {
      job.name = previous.name.withConfidence(previous.name.confidence * 0.9);
      if (job.location === undefined && previous.location !== undefined) job.location = previous.location;
      if (bare) kept.pop();
    }
    kept.push(job);
  });
  return kept;
}
