import type { Basics, ResumeExtension } from '@discover/cv-model';

import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, Range, TextDocument } from '../document/model.js';
import { toParagraphs } from '../entries/paragraphs.js';
import { EMPLOYER_WORDS, headingKind, POSITION_WORDS } from '../lexicon/index.js';
import { evidence } from './evidence.js';
import { lookAt } from '../sections/index.js';
import { CASELESS_NAME, NAME, overlaps, TITLE } from './names.js';
import { readLabelled } from './personal.js';
import { couldBePlace, isUnfinished, looksLikeAddress, placeScore, toLocation } from './location.js';

/** The lines that speak of the person: the head of the CV, and its contact and personal sections. */
export interface PersonLines {
  header: readonly Line[];
  contact: readonly Line[];
}

export interface Person {
  basics: Draft<Pick<Basics, 'name' | 'label' | 'location' | 'summary'>>;
  extension: Draft<
    Pick<
      ResumeExtension,
      'birthDate' | 'birthPlace' | 'nationalities' | 'maritalStatus' | 'drivingLicences' | 'availability' | 'workPermit'
    >
  >;
  decoration: Range[];
}

/** Letters after a name: degrees and chartered titles. */
const POST_NOMINAL =
  /^(?:(?:Ph\.?D|[A-Z]\.?Sc|MBA|[BM]\.?A|M\.?D|CPA|PMP|PE|FRCS|RN|LL\.?[BM]|Dr|Dipl\.?-?\p{L}*|Ing|Esq|[JS]r|II+)\.?[\s,]*)+$/u;
const SPLIT = /\t|\n|\s*[|•·∙⋄◦]\s*|\s[–—]\s|\s{3,}|\s\/\s/u;

/** Reads name, label, place, summary and personal data; `taken` are ranges that addresses and numbers already have. */
export function readPerson(source: TextDocument, lines: PersonLines, taken: readonly Range[]): Person {
  const person: Person = { basics: {}, extension: {}, decoration: [] };
  const used: Range[] = [...taken];
  readLabelled(source, [...lines.header, ...lines.contact], used, person);
  const nameLine = person.basics.name ? null : readName(source, lines, used, person);
  const rest = freePieces(source, lines.header, used);
  readLabel(
    rest.filter((piece) => !nameLine || piece.start >= nameLine.start),
    nameLine,
    used,
    person,
  );
  readPlace([...freePieces(source, lines.header, used), ...freePieces(source, lines.contact, used)], used, person);
  readSummary(source, lines.header, used, person);
  return person;
}

function freePieces(source: TextDocument, lines: readonly Line[], used: readonly Range[]): Slice[] {
  return lines
    .flatMap((line) =>
      used.reduce<Slice[]>(
        (parts, range) => parts.flatMap((part) => (overlaps(part, [range]) ? part.without(range) : [part])),
        [Slice.ofLine(source, line)],
      ),
    )
    .flatMap((part) => part.split(SPLIT))
    .map((piece) => withoutIcon(piece.trim()))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece.raw));
}

/** Without the pictogram that stands for a label. */
function withoutIcon(piece: Slice): Slice {
  const icon = piece.match(/^[\p{So}\ufe0f\s]+/u);
  return icon ? piece.sub(icon.slice.raw.length, piece.raw.length) : piece;
}

/** The name: on the first page, in the largest type near the top, two to five capitalised words that are nothing else. */
function readName(source: TextDocument, lines: PersonLines, used: Range[], person: Person): Slice | null {
  let best: { slice: Slice; score: number } | null = null;
  const first = source.lines.find((line) => !line.furniture);
  const candidates = [...lines.header, ...lines.contact].filter((line) => line.page === 1);
  const largest = Math.max(0, ...candidates.map((line) => lookAt(line, line.textStart).size));
  const joined = joinNameLines(source, candidates, largest);
  for (const { slice, line } of [
    ...candidates.flatMap((line) =>
      Slice.ofLine(source, line)
        .split(/\t|\s*[|•·]\s*|\s[–—]\s/u)
        .flatMap(beforeComma)
        .map((slice) => ({ slice: withoutTitle(slice.trim(), person), line })),
    ),
    ...joined,
  ]) {
    const { text } = slice;
    if (text === '') continue;
    const clean = text.replace(/,\s*(?:ph\.?d\.?|mba|m\.?d\.?|msc|b\.?sc\.?|cpa|pe|pmp|m\.?a\.?|dr\.?)\.?$/iu, '');
    const count = clean.split(/\s+/).length;
    const caseless = CASELESS_NAME.test(clean);
    if (
      overlaps(slice, used) ||
      (!caseless && (!NAME.test(clean) || count > 6)) ||
      (count < 2 && !caseless && lookAt(line, slice.start).size < largest - 0.5) ||
      headingKind(text) !== null ||
      text.length > 50
    )
      continue;
    const size = lookAt(line, slice.start).size;
    let score = (size / Math.max(1, largest)) * 4 - Math.max(0, candidates.indexOf(line)) * 0.12;
    if (line === first) score += 1.2;
    if (POSITION_WORDS.count(text) > 0 || EMPLOYER_WORDS.count(text) > 0) score -= 2.5;
    if (placeScore(text) > 0.7) score -= 2;
    if (count >= 2 && count <= 4) score += 0.6;
    // The whole of a name on several lines rather than a part of it.
    if (slice.raw.includes('\n')) score += 0.3;
    if (!best || score > best.score) best = { slice, score };
  }
  if (!best) return null;
  person.basics.name = toName(best.slice, best.score > 4.5 ? 0.97 : best.score > 3 ? 0.85 : 0.6);
  used.push(best.slice);
  return best.slice;
}

/** «Curriculum Vitae», «CV of …» before a name, or alone, is decoration. */
function withoutTitle(slice: Slice, person: Person): Slice {
  const title = slice.match(TITLE)?.slice;
  if (!title) return slice;
  person.decoration.push(title);
  return new Slice(slice.document, title.end, slice.end).trim();
}

/** As printed, but «Surname, Given» in the order in which it is said. */
function toName(slice: Slice, confidence: number): Sourced {
  const [family, given, ...more] = slice.split(/,\s+/u);
  const turned =
    family && given && more.length === 0 && !POST_NOMINAL.test(given.text) && family.text.split(' ').length < 4;
  return turned
    ? Sourced.derived(`${given.text} ${family.text}`, slice, confidence * 0.97)
    : Sourced.text(slice, confidence);
}

/** «Name, profession» on one line: the name alone is a candidate as well. */
function beforeComma(slice: Slice): Slice[] {
  const [first, second] = slice.split(/,\s+/u);
  return (first && second && POSITION_WORDS.count(second.text) > 0) ||
    (second && /graduate|student|absolvent/iu.test(second.text))
    ? [first!, slice]
    : [slice];
}

/** A name set on several lines of the same large type. */
function joinNameLines(source: TextDocument, lines: readonly Line[], largest: number): { slice: Slice; line: Line }[] {
  return lines.flatMap((line, index) => {
    if (largest < 13) return [];
    const block = lines.slice(index, index + 4);
    const other = block.findIndex(
      (part) => part.region !== line.region || lookAt(part, part.textStart).size < largest - 0.3,
    );
    const last = block[(other < 0 ? block.length : other) - 1];
    if (!last || last === line) return [];
    const slice = new Slice(source, line.textStart, last.end);
    return POSITION_WORDS.count(slice.text) > 0 ? [] : [{ slice, line }];
  });
}

function readLabel(pieces: readonly Slice[], nameLine: Slice | null, used: Range[], person: Person): void {
  const candidates = pieces.filter(
    ({ text }) =>
      text.length >= 3 &&
      text.length <= 90 &&
      text.split(/\s+/).length <= 10 &&
      !/[.!?]$/.test(text) &&
      /\p{L}{2}/u.test(text),
  );
  const likely = candidates
    .slice(0, 8)
    .filter((piece) => placeScore(piece.text) < 0.6 && headingKind(piece.text) === null);
  const label =
    likely.find((piece) => POSITION_WORDS.count(piece.text) > 0) ??
    // Right below the name, a word with the form of a title is one.
    likely.find((piece) => nameLine && isBelow(nameLine, piece) && isTitle(piece.text));
  if (!label) return;
  person.basics.label = Sourced.text(label, 0.85);
  used.push(label);
}

function isBelow(name: Slice, piece: Slice): boolean {
  return piece.document.text.slice(name.end, piece.start).trim() === '';
}

function isTitle(text: string): boolean {
  const { title, employer } = evidence(text);
  return title > 0.5 && title > employer;
}

function readPlace(pieces: readonly Slice[], used: Range[], person: Person): void {
  if (person.basics.location) return;
  let best: { slice: Slice; score: number } | null = null;
  for (const piece of pieces) {
    const score = Math.max(placeScore(piece.text), looksLikeAddress(piece.text) && piece.text.length < 100 ? 0.9 : 0);
    if (score > 0.5 && score > (best?.score ?? 0)) best = { slice: piece, score };
  }
  best ??= signedPlace(pieces) ?? likelyCity(pieces, used);
  if (!best) return;
  const chosen = best.slice;
  // A street stands above its postcode and city, a country below: whatever adjoins and is a place belongs to it.
  let first = pieces.indexOf(chosen);
  let last = first;
  while (
    first > 0 &&
    adjoin(pieces[first - 1]!, pieces[first]!) &&
    /\d/.test(pieces[first - 1]!.text) &&
    looksLikeAddress(pieces[first - 1]!.text)
  )
    first--;
  while (
    last < pieces.length - 1 &&
    adjoin(pieces[last]!, pieces[last + 1]!) &&
    (isUnfinished(pieces[last]!.text) ||
      looksLikeAddress(pieces[last + 1]!.text) ||
      placeScore(pieces[last + 1]!.text) > 0.7)
  )
    last++;
  const whole = new Slice(chosen.document, pieces[first]!.start, pieces[last]!.end);
  const location = toLocation(whole);
  if (!location) return;
  person.basics.location = location;
  used.push(whole);
}

/** What stands beside the picture of a house or a pin. */
const PLACE_SIGN = /[⌂⌖🏠🏡📍]\ufe0f?\s*$/u;

function signedPlace(pieces: readonly Slice[]): { slice: Slice; score: number } | null {
  const signed = pieces.find(({ document, start }) =>
    PLACE_SIGN.test(document.text.slice(Math.max(0, start - 5), start)),
  );
  return signed ? { slice: signed, score: 0.6 } : null;
}

/** A name of no known place, alone on a line or between signs right beside an address or number by which the person is reached. */
function likelyCity(pieces: readonly Slice[], used: readonly Range[]): { slice: Slice; score: number } | null {
  const likely = pieces.filter(
    (piece) =>
      /^[^\d@]{3,40}$/u.test(piece.raw) &&
      couldBePlace(piece.text.split(/,\s/u)[0]!) &&
      headingKind(piece.text) === null &&
      piece.document.linesIn(piece).some((line) => {
        const [above, below] = [line.start - 4, line.end + 4];
        return used.some((range) => range.start < below && range.end > above && isReach(piece.document, range));
      }),
  );
  return likely.length === 1 ? { slice: likely[0]!, score: 0.5 } : null;
}

function isReach(source: TextDocument, range: Range): boolean {
  return /@|\d{3}/u.test(source.text.slice(range.start, range.end));
}

function adjoin(before: Slice, after: Slice): boolean {
  return after.start - before.end < 4;
}

/** Running text in the head of the CV. */
function readSummary(source: TextDocument, header: readonly Line[], used: Range[], person: Person): void {
  const free = header.filter((line) => !overlaps({ start: line.textStart, end: line.end }, used));
  const long = toParagraphs(source, free).filter(
    ({ slice }) => slice.text.length > 80 || (slice.text.length > 50 && /[.!]$/.test(slice.text)),
  );
  const [first, ...others] = long.map(({ slice }) => slice);
  if (first) person.basics.summary = Sourced.text([first, ...others], 0.8);
}
