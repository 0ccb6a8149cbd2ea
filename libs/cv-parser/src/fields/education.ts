import type { Education } from '@discover/cv-model';

import type { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { TextDocument } from '../document/model.js';
import type { Entry } from '../entries/split.js';
import {
  COURSE_WORDS,
  DEGREE_JOINERS,
  DEGREE_WORDS,
  INSTITUTION_WORDS,
  THESIS_WORDS,
  words,
} from '../lexicon/index.js';
import { cutAtCommas, type Naming } from './commas.js';
import { evidence } from './evidence.js';
import { findGrade, isGrade, type Grade } from './grades.js';
import { inContext, meansOf, toHeads, type Head, type HeadPiece, type Means } from './head.js';
import { alternatives } from './moments.js';
import { takeDates } from './work.js';

const COURSES = new RegExp(`^\\s*(?:${alternatives(COURSE_WORDS)})\\s*[:：]\\s*`, 'iu');
const THESIS = new RegExp(
  `^\\s*(?:${alternatives(THESIS_WORDS)})(?:\\s*[:：]|\\s+(?=["“„«‘'])|\\s+(?:on|über|zu|sur|su|sobre)\\s)`,
  'iu',
);
/** A full stop between two names, not after an abbreviation. */
const SENTENCE = /(?<=\p{Ll}{3}|\))\.\s+(?=["“„«\p{Lu}])/u;
const AMBIGUOUS_JOINERS = new Set(['of', 'de', 'di', 'der', 'd']);
const JOINER = new RegExp(
  `^(.+?)(?:\\s+(?:${alternatives([...DEGREE_JOINERS].filter((word) => !AMBIGUOUS_JOINERS.has(word)))})\\s+|\\s*[,:–—]\\s+|\\s+-\\s+)(.+)$`,
  'iu',
);
const SHORT_DEGREE =
  /^((?:B|M|Ph|D)\.?\s?(?:Sc|A|S|Eng|Ed|D|Tech|Phil|Com|BA)\.?(?:\s?\(Hons\.?\))?|MBA|PhD|MSc|BSc|MEng|BEng|LLM|LLB|BA|MA|BS|MS|BTS|DUT|DU|CAP|Diplom|Bachelor|Master|Licence|Laurea|Grado|Máster|(?:Bachelor|Master) of (?:Arts|Science|Engineering|Education|Laws|Fine Arts|Music|Philosophy|Business Administration))\s+(?![(]|of\b|de\b|en\b|in\b|di\b|Degree\b)(.{3,})$/u;
/** «硕士 软件工程»: where words have no spaces, a space is a separator. */
const IDEOGRAPHIC_DEGREE = /^(\p{Script=Han}{2,10})\s+(\p{Script=Han}.*)$/u;

/** Longer text with a number in it is not about a grade. */
const MAX_SCORE_LINE = 120;

const NAMING: Naming = { balance: degreeBalance, isTail: isGrade };

export function readEducation(source: TextDocument, entries: readonly Entry[]): Draft<Education>[] {
  const heads = toHeads(source, entries, cutHeadPart, true);
  const scores = entries.map((entry, index) => takeScore(entry, heads[index]!));
  const theses = heads.map(takeTheses);
  const means = meansOf(heads, ({ slice }) => degreeBalance(slice.text));
  return entries
    .map((entry, index) => toSchool(entry, heads[index]!, { score: scores[index], theses: theses[index]! }, means))
    .filter(
      (school) => school.institution !== undefined || school.studyType !== undefined || school.area !== undefined,
    );
}

function cutHeadPart(piece: Slice): Slice[] {
  return piece.split(SENTENCE).flatMap((part) => (THESIS.test(part.raw) ? [part] : cutAtCommas(part, NAMING)));
}

/** Above 0 for a degree, below for a school. What stands in brackets belongs to the name before it. */
function degreeBalance(text: string): number {
  const bare = text.replace(/\s*\([^)]*\)/g, '').trim() || text;
  const all = words(bare);
  const degrees = DEGREE_WORDS.count(bare) + (DEGREE_WORDS.has(all[0] ?? '') ? 0.5 : 0);
  const short = SHORT_DEGREE.test(bare) ? 0.5 : 0;
  const named = evidence(bare);
  const trade = named.title >= 0.9 && named.title > named.employer ? 0.3 : 0;
  const schools = INSTITUTION_WORDS.count(bare) * 1.5 + Math.min(1, named.employer) * 0.4;
  return Math.min(2, degrees + short + trade) - Math.min(3, schools);
}

interface Found {
  score: Sourced | undefined;
  theses: Slice[];
}

function toSchool(entry: Entry, head: Head, found: Found, means: Means): Draft<Education> {
  const school: Draft<Education> = {};
  const pieces = head.pieces.slice(0, 5);
  const score = (piece: HeadPiece) => inContext(piece, degreeBalance(piece.slice.text), means);
  const ranked = [...pieces].sort((a, b) => score(b) - score(a));
  const onlyDegree = pieces.length === 1 && score(pieces[0]!) > 0;
  const institution = onlyDegree ? undefined : ranked.at(-1);
  const degree = ranked[0] !== institution ? ranked[0] : undefined;
  const gap = institution && degree ? score(degree) - score(institution) : 0;
  const certain = 0.62 + Math.min(0.33, 0.12 * gap);
  if (institution) school.institution = Sourced.text(institution.slice, certain);
  const others = pieces.filter((piece) => piece !== institution && piece !== degree);
  const rest = others.map((piece) => piece.slice);
  // «Licence professionnelle – Commerce»: what follows the degree on its line is the subject.
  const beside = others.find((piece) => piece === pieces[pieces.indexOf(degree!) + 1] && piece.line === degree!.line);
  const subject =
    beside && DEGREE_WORDS.count(degree!.slice.text) > 0 && couldBeArea(beside.slice.text) ? beside.slice : null;
  if (degree && subject) school.studyType = Sourced.text(degree.slice, certain);
  else if (degree) takeDegree(school, degree.slice, certain);
  const area =
    subject ?? (school.area === undefined && degree ? rest.find((slice) => couldBeArea(slice.text)) : undefined);
  if (area) school.area = Sourced.text(area, subject ? certain : 0.6);
  takeDates(school, entry);
  // One date of a school is when it ended.
  if (school.startDate && school.startDate.value === school.endDate?.value) delete school.startDate;
  if (found.score) school.score = found.score;
  takeCourses(school, entry, [...rest.filter((slice) => slice !== area), ...head.asides, ...found.theses]);
  return school;
}

function couldBeArea(text: string): boolean {
  return INSTITUTION_WORDS.count(text) === 0 && text.split(' ').length < 9;
}

function takeDegree(school: Draft<Education>, slice: Slice, certain: number): void {
  const parts = slice.match(SHORT_DEGREE) ?? slice.match(JOINER) ?? slice.match(IDEOGRAPHIC_DEGREE);
  const [, type, area] = parts?.groups ?? [];
  if (type && area && (DEGREE_WORDS.count(type.text) > 0 || SHORT_DEGREE.test(slice.text))) {
    school.studyType = Sourced.text(type.trim(), certain);
    school.area = Sourced.text(area.trim(), certain);
  } else if (DEGREE_WORDS.count(slice.text) > 0) school.studyType = Sourced.text(slice, certain);
  else school.area = Sourced.text(slice, certain * 0.85);
}

/** The grade, out of the head or the text below; a number before a word. */
function takeScore(entry: Entry, head: Head): Sourced | undefined {
  const found = [
    ...head.pieces.map((piece) => ({ piece, grade: findGrade(piece.slice) })),
    ...entry.body
      .filter(({ slice }) => slice.raw.length < MAX_SCORE_LINE)
      .map(({ slice }) => ({ piece: null, grade: findGrade(slice) })),
  ].flatMap(({ piece, grade }) => (grade ? [{ piece, grade }] : []));
  for (const { piece, grade } of found) if (piece) takeOut(head, piece, grade);
  const best = found.find(({ grade }) => /\d/.test(grade.value.raw)) ?? found[0];
  return best && Sourced.text(best.grade.value, best.piece ? 0.9 : 0.85);
}

/** What a grade leaves of the head's part stays there. */
function takeOut(head: Head, piece: HeadPiece, grade: Grade): void {
  const left = piece.slice
    .without(grade.whole)
    .map((part) => part.trim(/[\s,;:|•·–—\-/()]/u))
    .find((part) => /\p{L}{3}/u.test(part.raw));
  if (left) piece.slice = rebracket(left, piece.slice);
  else head.pieces.splice(head.pieces.indexOf(piece), 1);
}

/** A bracket that was trimmed off belongs to the rest if it was opened there. */
function rebracket(left: Slice, whole: Slice): Slice {
  const open = left.raw.split('(').length - left.raw.split(')').length;
  return open > 0 && whole.document.text[left.end] === ')' ? left.sub(0, left.raw.length + 1) : left;
}

/** Titles of theses, and who supervised them: neither school nor degree. */
function takeTheses(head: Head): Slice[] {
  const theses = head.pieces.filter(({ slice }) => THESIS.test(slice.raw));
  if (theses.length === head.pieces.length) return [];
  head.pieces = head.pieces.filter((piece) => !theses.includes(piece));
  return theses.map(({ slice }) => slice);
}

function takeCourses(school: Draft<Education>, entry: Entry, more: readonly Slice[]): void {
  const courses: Sourced[] = more.map((slice) => Sourced.text(slice, 0.5));
  for (const { slice } of entry.body) {
    const label = slice.match(COURSES);
    const list = label ? slice.sub(label.slice.end - slice.start, slice.raw.length) : slice;
    if (school.score?.ranges.some((range) => range.start >= slice.start && range.end <= slice.end)) continue;
    if (label) courses.push(...list.splitOutsideBrackets(/[,;]\s*/u).map((part) => Sourced.text(part.trim(), 0.85)));
    else courses.push(Sourced.text(slice, 0.5));
  }
  if (courses.length > 0) school.courses = courses;
}
