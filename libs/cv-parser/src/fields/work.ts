import type { Work } from '@discover/cv-model';

import type { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { TextDocument } from '../document/model.js';
import type { Paragraph } from '../entries/paragraphs.js';
import type { Entry } from '../entries/split.js';
import { EMPLOYER_WORDS, INSTITUTION_WORDS, POSITION_WORDS } from '../lexicon/index.js';
import { COMMA } from '../lexicon/script.js';
import { placeScore } from './location.js';
import { sharePlaces, slotMeans, toHead, type Head, type HeadPiece } from './head.js';

/** Weight of what the other entries of the section show against the entry's own words. */
const SLOT_WEIGHT = 0.9;

export function readWork(source: TextDocument, entries: readonly Entry[]): Draft<Work>[] {
  const heads = entries.map((entry) => toHead(source, entry, splitCommas));
  sharePlaces(heads);
  const means = slotMeans(heads, titleScore);
  const jobs = entries.map((entry, index) => toJob(entry, heads[index]!, means));
  return shareEmployers(jobs, entries).filter((job) => job.name !== undefined || job.position !== undefined);
}

/** Above 0 for a title, below for an employer. */
function titleScore({ slice }: HeadPiece): number {
  const { text } = slice;
  const count = text.split(/\s+/).length;
  const titles = Math.min(2, POSITION_WORDS.count(text));
  const employers = Math.min(2, EMPLOYER_WORDS.count(text) + INSTITUTION_WORDS.count(text));
  return titles - employers - (count > 9 ? 1 : 0);
}

/** Cuts at commas only where that parts a title or a place from the rest: «Engineer, Acme Ltd, Leeds, UK». */
function splitCommas(piece: Slice): Slice[] {
  const parts = piece.split(COMMA);
  if (parts.length === 1) return [piece];
  const { raw } = piece;
  for (let from = 1; from < parts.length; from++) {
    const tail = piece.sub(parts[from]!.start - piece.start, raw.length);
    if (placeScore(tail.text) >= 0.8)
      return [...splitCommas(piece.sub(0, parts[from - 1]!.end - piece.start)), tail.trim()];
  }
  const titled = parts.map((part) => POSITION_WORDS.count(part.text) > 0);
  if (titled[0] && titled.slice(1).every((title) => !title))
    return [parts[0]!.trim(), piece.sub(parts[1]!.start - piece.start, raw.length).trim()];
  if (!titled[0] && titled.at(-1) && parts.length === 2) return parts.map((part) => part.trim());
  return [piece];
}

function toJob(entry: Entry, head: Head, means: ReadonlyMap<string, number>): Draft<Work> {
  const job: Draft<Work> = {};
  const pieces = head.pieces.slice(0, 5);
  const score = (piece: HeadPiece) => titleScore(piece) + SLOT_WEIGHT * (means.get(piece.slot) ?? 0);
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
  const [first, ...rest] = left;
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
