import type { Education } from '@discover/cv-model';

import type { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { TextDocument } from '../document/model.js';
import type { Entry } from '../entries/split.js';
import {
  COURSE_WORDS,
  DEGREE_JOINERS,
  DEGREE_WORDS,
  EMPLOYER_WORDS,
  INSTITUTION_WORDS,
  SCORE_WORDS,
} from '../lexicon/index.js';
import { COMMA } from '../lexicon/script.js';
import { placeScore } from './location.js';
import { slotMeans, toHead, type Head, type HeadPiece } from './head.js';
import { takeDates } from './work.js';

const escaped = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
const SCORE = new RegExp(
  `(?<![\\p{L}])(?:${escaped(SCORE_WORDS)})\\s*[:：]?\\s*(\\d{1,3}(?:[.,]\\d{1,2})?%?(?:\\s?\\/\\s?\\d{1,3}(?:[.,]\\d{1,2})?)?|sehr gut|gut|très bien|bien|[A-F][+-]?(?![\\p{L}]))`,
  'iu',
);
const COURSES = new RegExp(`^\\s*(?:${escaped(COURSE_WORDS)})\\s*[:：]\\s*`, 'iu');
const JOINER = new RegExp(
  `^(.+?)(?:\\s+(?:${escaped([...DEGREE_JOINERS].filter((word) => word !== 'of' && word !== 'de' && word !== 'di' && word !== 'der'))})\\s+|\\s*[,:–—]\\s+|\\s+-\\s+)(.+)$`,
  'iu',
);
const SHORT_DEGREE =
  /^((?:B|M|Ph|D)\.?\s?(?:Sc|A|S|Eng|Ed|D|Tech|Phil|Com|BA)\.?(?:\s?\(Hons\))?|MBA|PhD|MSc|BSc|BA|MA|BS|MS|Diplom|Bachelor|Master|Licence|Laurea|Grado|Máster)\s+(?!of\b|de\b|en\b|in\b|di\b|Degree\b)(.{3,})$/u;

/** «硕士 软件工程»: where words have no spaces, a space is a separator. */
const IDEOGRAPHIC_DEGREE = /^(\p{Script=Han}{2,10})\s+(\p{Script=Han}.*)$/u;

export function readEducation(source: TextDocument, entries: readonly Entry[]): Draft<Education>[] {
  const scored = entries.map((entry) => ({ entry, head: toHead(source, entry, splitCommas) }));
  const means = slotMeans(
    scored.map(({ head }) => head),
    degreeScore,
  );
  return scored
    .map(({ entry, head }) => toSchool(entry, head, means))
    .filter(
      (school) => school.institution !== undefined || school.studyType !== undefined || school.area !== undefined,
    );
}

/** Above 0 for a degree, below for a school. */
function degreeScore({ slice }: HeadPiece): number {
  const { text } = slice;
  const schools = INSTITUTION_WORDS.count(text) * 1.5 + Math.min(1, EMPLOYER_WORDS.count(text)) * 0.3;
  return Math.min(2, DEGREE_WORDS.count(text)) - Math.min(3, schools);
}

function splitCommas(piece: Slice): Slice[] {
  const parts = piece.split(COMMA);
  if (parts.length === 1) return [piece];
  const { raw } = piece;
  for (let from = 1; from < parts.length; from++) {
    const tail = piece.sub(parts[from]!.start - piece.start, raw.length);
    if (placeScore(tail.text) >= 0.8)
      return [...splitCommas(piece.sub(0, parts[from - 1]!.end - piece.start)), tail.trim()];
  }
  // The first comma after which a school begins where before was a degree, or the other way round.
  for (let from = 1; from < parts.length; from++) {
    const before = piece.sub(0, parts[from - 1]!.end - piece.start);
    const after = piece.sub(parts[from]!.start - piece.start, raw.length);
    const kinds = [before, after].map(({ text }) => [DEGREE_WORDS.count(text) > 0, INSTITUTION_WORDS.count(text) > 0]);
    if (
      (kinds[0]![0] && !kinds[0]![1] && kinds[1]![1]) ||
      (kinds[0]![1] && !kinds[0]![0] && kinds[1]![0] && !kinds[1]![1])
    )
      return [before.trim(), after.trim()];
  }
  return [piece];
}

function toSchool(entry: Entry, head: Head, means: ReadonlyMap<string, number>): Draft<Education> {
  const school: Draft<Education> = {};
  takeScore(school, entry, head);
  const pieces = head.pieces
    .filter(
      (piece) => !school.score?.ranges.some((range) => range.start < piece.slice.end && range.end > piece.slice.start),
    )
    .slice(0, 5);
  const score = (piece: HeadPiece) => degreeScore(piece) + 0.8 * (means.get(piece.slot) ?? 0);
  const ranked = [...pieces].sort((a, b) => score(b) - score(a));
  const lowest = ranked.at(-1);
  const onlyDegree = pieces.length === 1 && score(pieces[0]!) > 0;
  const institution = onlyDegree ? undefined : lowest;
  const degree = ranked[0] !== institution ? ranked[0] : undefined;
  const gap = institution && degree ? score(degree) - score(institution) : 0;
  const certain = 0.62 + Math.min(0.33, 0.12 * gap);
  if (institution) school.institution = Sourced.text(institution.slice, certain);
  if (degree) takeDegree(school, degree.slice, certain);
  const rest = pieces.filter((piece) => piece !== institution && piece !== degree);
  if (rest[0] && school.area === undefined && degree) school.area = Sourced.text(rest[0].slice, 0.6);
  takeDates(school, entry);
  // One date of a school is when it ended.
  if (school.startDate && school.startDate.value === school.endDate?.value) delete school.startDate;
  takeCourses(school, entry);
  return school;
}

function takeDegree(school: Draft<Education>, slice: Slice, certain: number): void {
  const parts = slice.match(SHORT_DEGREE) ?? slice.match(JOINER) ?? slice.match(IDEOGRAPHIC_DEGREE);
  const [, type, area] = parts?.groups ?? [];
  if (type && area && DEGREE_WORDS.count(type.text) > 0) {
    school.studyType = Sourced.text(type.trim(), certain);
    school.area = Sourced.text(area.trim(), certain);
  } else if (DEGREE_WORDS.count(slice.text) > 0) school.studyType = Sourced.text(slice, certain);
  else school.area = Sourced.text(slice, certain * 0.85);
}

function takeScore(school: Draft<Education>, entry: Entry, head: Head): void {
  for (const slice of [...head.pieces.map((piece) => piece.slice), ...entry.body.map((paragraph) => paragraph.slice)]) {
    const found = slice.match(SCORE);
    const value = found?.groups[1];
    if (!found || !value) continue;
    school.score = Sourced.text(value, 0.9);
    const piece = head.pieces.find((candidate) => candidate.slice === slice);
    const left = slice
      .without(found.slice)
      .map((part) => part.trim(/[\s,;:|•·–—\-/()]/u))
      .find((part) => /\p{L}{3}/u.test(part.raw));
    if (piece) {
      if (left) piece.slice = left;
      else head.pieces.splice(head.pieces.indexOf(piece), 1);
    }
    return;
  }
}

function takeCourses(school: Draft<Education>, entry: Entry): void {
  const courses: Sourced[] = [];
  for (const { slice } of entry.body) {
    const label = slice.match(COURSES);
    const list = label ? slice.sub(label.slice.end - slice.start, slice.raw.length) : slice;
    if (school.score?.ranges.some((range) => range.start >= slice.start && range.end <= slice.end)) continue;
    if (label) courses.push(...list.split(/[,;]\s*/u).map((part) => Sourced.text(part.trim(), 0.85)));
    else courses.push(Sourced.text(slice, 0.5));
  }
  if (courses.length > 0) school.courses = courses;
}
