import { arabic } from './ar.js';
import { chinese } from './zh.js';
import { dutch } from './nl.js';
import { english } from './en.js';
import { french } from './fr.js';
import { german } from './de.js';
import { italian } from './it.js';
import { norwegian } from './nb.js';
import { portuguese } from './pt.js';
import { russian } from './ru.js';
import { plain } from './script.js';
import { spanish } from './es.js';
import { SECTION_KINDS, type FormLabel, type Lexicon, type PersonalLabel, type SectionKind } from './types.js';

export * from './types.js';

/** All languages that are read; a new one is added here and nowhere else. */
export const LEXICONS: readonly Lexicon[] = [
  english,
  german,
  french,
  italian,
  spanish,
  portuguese,
  dutch,
  norwegian,
  russian,
  chinese,
  arabic,
];

/** Lower case, one kind of apostrophe, composed accents: the form in which words are compared. */
export function fold(text: string): string {
  if (/^[\x21-\x5f\x61-\x7e]*$/.test(text)) return text.toLowerCase();
  return plain(text.normalize('NFC').toLowerCase())
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\u0640|[\u064b-\u0652]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Scripts whose words carry articles and endings, or stand without spaces: the inner parts are of these. */
const NOT_LATIN = /[^\0-\u024f]/;

/** A set of words, beginnings (`engineer*`), endings (`*leiter`) and inner parts (`*工程师*`) that a word can be looked up in. */
export class WordSet {
  readonly #whole = new Set<string>();
  readonly #starts = new Map<number, Set<string>>();
  readonly #ends = new Map<number, Set<string>>();
  readonly #inner: string[] = [];

  constructor(patterns: Iterable<string>) {
    for (const pattern of patterns) {
      if (/^\*.+\*$/.test(pattern)) this.#inner.push(pattern.slice(1, -1));
      else if (pattern.endsWith('*')) put(this.#starts, pattern.slice(0, -1));
      else if (pattern.startsWith('*')) put(this.#ends, pattern.slice(1));
      else this.#whole.add(pattern);
    }
  }

  has(word: string): boolean {
    if (this.#whole.has(word)) return true;
    for (const [length, words] of this.#starts)
      if (word.length >= length && words.has(word.slice(0, length))) return true;
    for (const [length, words] of this.#ends) if (word.length >= length && words.has(word.slice(-length))) return true;
    return NOT_LATIN.test(word) && this.#inner.some((part) => word.includes(part));
  }

  /** How many of a text's words are in the set. */
  count(text: string): number {
    return words(text).filter((word) => this.has(word)).length;
  }
}

/** Least length of what stands before the ending of a word for someone at work. */
const MIN_STEM = 3;

/** Endings of words for people at work, with the words that only look so. */
export class TitleEndings {
  readonly #endings: WordSet;
  readonly #not: Set<string>;

  constructor(endings: readonly string[], not: readonly string[]) {
    this.#endings = new WordSet(endings.map((ending) => `*${fold(ending)}`));
    this.#not = new Set(not.map(fold));
  }

  has(word: string): boolean {
    return word.length >= MIN_STEM + 2 && !this.#not.has(word) && this.#endings.has(word);
  }
}

function put(map: Map<number, Set<string>>, word: string): void {
  const words = map.get(word.length) ?? new Set();
  map.set(word.length, words.add(word));
}

/** A text's words in the form that lexicons have: with inner hyphens, full stops and apostrophes. */
export function words(text: string): string[] {
  return (
    fold(text)
      .match(/[\p{L}\p{N}&@][\p{L}\p{N}\p{M}.'&-]*/gu)
      ?.flatMap(bare) ?? []
  );
}

function bare(word: string): string[] {
  const trimmed = word.replace(/[.'-]+$/, '');
  return trimmed === word || trimmed === '' ? [word] : [word, trimmed];
}

function all(pick: (lexicon: Lexicon) => readonly string[] | undefined): Set<string> {
  return new Set(LEXICONS.flatMap((lexicon) => pick(lexicon) ?? []).map(fold));
}

export const STREET_WORDS = new WordSet(all((lexicon) => lexicon.streets ?? []));
export const POSITION_WORDS = new WordSet(all((lexicon) => lexicon.positions));
export const EMPLOYER_WORDS = new WordSet(all((lexicon) => lexicon.employers));
export const TRADE_WORDS = new WordSet(all((lexicon) => lexicon.trades));
export const UNIT_WORDS = all((lexicon) => lexicon.units);
export const SELF_EMPLOYED = all((lexicon) => lexicon.selfEmployed);
export const EMPLOYMENT_WORDS = all((lexicon) => lexicon.employment);
export const INSTITUTION_WORDS = new WordSet(all((lexicon) => lexicon.institutions));
export const DEGREE_WORDS = new WordSet(all((lexicon) => lexicon.degrees));
export const PRESENT_WORDS = all((lexicon) => lexicon.present);
export const FROM_WORDS = new Set(['de', 'from', ...all((lexicon) => lexicon.from ?? [])]);
export const YEAR_WORDS = all((lexicon) => lexicon.yearWords ?? []);
export const SINCE_WORDS = all((lexicon) => lexicon.since);
export const EXPECTED_WORDS = all((lexicon) => lexicon.expected);
export const DURATION_WORDS = all((lexicon) => lexicon.durations);
export const LAST_WORDS = all((lexicon) => lexicon.last);
export const AGO_WORDS = all((lexicon) => lexicon.ago);
export const ON_REQUEST = all((lexicon) => lexicon.onRequest);
export const GRADE_WORDS = all((lexicon) => lexicon.grades);
export const THESIS_WORDS = all((lexicon) => lexicon.theses);
export const UNTIL_WORDS = all((lexicon) => lexicon.until);
export const SCORE_WORDS = all((lexicon) => lexicon.scores);
export const COURSE_WORDS = all((lexicon) => lexicon.courses);
export const AT_WORDS = all((lexicon) => lexicon.at);
export const FLUENCY_WORDS = all((lexicon) => lexicon.fluency);
export const REMOTE_WORDS = all((lexicon) => lexicon.remote);
export const DEGREE_JOINERS = all((lexicon) => lexicon.degreeJoiners);

/** Words and forms of job titles of the languages whose phrases begin, or end, with their head. */
export const HEAD_FIRST = headForms('first');
export const HEAD_LAST = headForms('last');

function headForms(place: 'first' | 'last'): { titles: WordSet; trades: WordSet; endings: TitleEndings } {
  const own = LEXICONS.filter((lexicon) => (lexicon.headNoun ?? place) === place);
  const ended = LEXICONS.filter((lexicon) => lexicon.headNoun === place);
  return {
    titles: new WordSet(own.flatMap((lexicon) => lexicon.positions).map(fold)),
    trades: new WordSet(own.flatMap((lexicon) => lexicon.trades ?? []).map(fold)),
    endings: new TitleEndings(
      ended.flatMap((lexicon) => lexicon.titleEndings ?? []),
      ended.flatMap((lexicon) => lexicon.notTitles ?? []),
    ),
  };
}

/** Month's name → 1…12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  LEXICONS.flatMap((lexicon) =>
    lexicon.months.flatMap((names, index) => names.map((name): [string, number] => [fold(name), index + 1])),
  ),
);
export const SEASONS: ReadonlyMap<string, number> = new Map(
  LEXICONS.flatMap((lexicon) => Object.entries(lexicon.seasons)),
);

const HEADINGS = new Map<string, SectionKind>();
for (const lexicon of LEXICONS) {
  for (const kind of SECTION_KINDS)
    for (const heading of lexicon.headings[kind]) {
      const text = headingText(heading);
      if (!HEADINGS.has(text)) HEADINGS.set(text, kind);
    }
}

const LABELS = new Map<string, PersonalLabel>();
for (const lexicon of LEXICONS) {
  for (const [label, names] of Object.entries(lexicon.labels))
    for (const name of names) LABELS.set(fold(name), label as PersonalLabel);
}

/** The kind of a section whose whole heading this is; of «Education & Courses» the first part tells it. */
export function headingKind(text: string): SectionKind | null {
  const heading = headingText(text);
  const known = HEADINGS.get(heading);
  if (known !== undefined) return known;
  const parts = heading.split(/(?: & |, )/);
  if (parts.length < 2 || parts.length > 4) return null;
  const kinds = parts.map((part) => HEADINGS.get(part));
  return kinds.every((kind) => kind !== undefined) ? kinds[0]! : null;
}

/** The kind that a word in a longer heading tells. */
export function headingWordKind(text: string): SectionKind | null {
  // Of «Skills & Awards» the first names the section.
  const [first = '', ...more] = text.split(/\s*(?:[&/,+|]|\b(?:and|und|et|e|y)\b)\s*/iu);
  if (more.length > 0) return headingKind(first) ?? kindByWord(first) ?? kindByWord(text);
  return kindByWord(text);
}

function kindByWord(text: string): SectionKind | null {
  const found = new Set(words(text));
  const kinds = LEXICONS.flatMap(({ headingWords }) =>
    Object.entries(headingWords).flatMap(([kind, names]) =>
      names.some((name) => found.has(name)) ? [kind as SectionKind] : [],
    ),
  );
  // «Career», «professional», «experience» stand in headings of many kinds: any other word says more.
  return kinds.find((kind) => kind !== 'work') ?? kinds[0] ?? null;
}

/** A heading without number, signs, accents and possessives; with one sign for «and». */
function headingText(text: string): string {
  return fold(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/\s*(?:[&+/|]|(?<=\s)(?:and|und|et|ed|e|y|og|en)(?=\s))\s*/g, ' & ')
    .replace(/\(.*?\)/g, ' ')
    .replace(/^(?:[^\p{L}]+|(?:[ivx]{1,4}|[a-h])[.)]\s+)+|[^\p{L}]+$/gu, '')
    .replace(/^(?:my|meine?|mes|mon|ma|mis?|le mie|i miei|la mia|il mio)\s+(?=\p{L}{4})/u, '')
    .replace(/\s+/g, ' ');
}

const FORM_LABELS = new Map<string, FormLabel>();
for (const { formLabels } of LEXICONS) {
  for (const [label, names] of Object.entries(formLabels ?? {}))
    for (const name of names) FORM_LABELS.set(fold(name), label as FormLabel);
}

/** What the row of a form is about. */
export function formLabel(text: string): FormLabel | null {
  return FORM_LABELS.get(fold(text).replace(/^[^\p{L}]+|[\s.:：]+$/gu, '')) ?? null;
}

/** Whether a text begins a form's label that goes on on the next line. */
export function beginsFormLabel(text: string): boolean {
  const begun = fold(text);
  const start = begun.endsWith('-') ? begun.slice(0, -1) : `${begun} `;
  return begun.includes(' ') && [...FORM_LABELS.keys()].some((label) => label.startsWith(start));
}

export function personalLabel(text: string): PersonalLabel | null {
  return LABELS.get(fold(text).replace(/[\s.:]+$/g, '')) ?? null;
}

/** Whether a text is only a word that binds two values or labels one, such as «in», «at», «since», «Tel.». */
export function isConnective(text: string): boolean {
  const bare = fold(text).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return (
    DEGREE_JOINERS.has(bare) ||
    AT_WORDS.has(bare) ||
    EXPECTED_WORDS.has(bare) ||
    SINCE_WORDS.has(bare) ||
    UNTIL_WORDS.has(bare) ||
    SCORE_WORDS.has(bare) ||
    COURSE_WORDS.has(bare) ||
    LABELS.has(bare)
  );
}

/** Frequent word → the languages that have it, and its weight: the less, the more of them do. */
const STOPWORDS = new Map<string, { languages: string[]; weight: number }>();
for (const { language, stopwords } of LEXICONS) {
  for (const word of stopwords) {
    const languages = [...(STOPWORDS.get(word)?.languages ?? []), language];
    STOPWORDS.set(word, { languages, weight: 1 / languages.length });
  }
}
/** Heading → the one language that has it. */
const HEADING_LANGUAGE = new Map<string, string | null>();
for (const { language, headings } of LEXICONS) {
  for (const heading of Object.values(headings).flat())
    HEADING_LANGUAGE.set(heading, HEADING_LANGUAGE.has(heading) ? null : language);
}
/** Least weight of evidence, and how far the best language must be ahead of the next. */
const MIN_EVIDENCE = 3;
const MIN_LEAD = 1.15;

/** BCP 47 language by frequent words and headings; null where too few of them stand, or two languages are alike. */
export function detectLanguage(text: string): string | null {
  const counts = new Map<string, number>(LEXICONS.map(({ language }) => [language, 0]));
  const count = (language: string, weight: number) => counts.set(language, counts.get(language)! + weight);
  const lower = text.toLowerCase();
  for (const word of lower.match(/\p{L}[\p{L}']*/gu) ?? []) {
    const found = STOPWORDS.get(word);
    for (const language of found?.languages ?? []) count(language, found!.weight);
  }
  for (const { language, letters } of LEXICONS) {
    if (letters) count(language, (lower.match(new RegExp(`(?:${letters.source})+`, 'gu')) ?? []).length);
  }
  for (const line of lower.split('\n')) {
    const language = line.length < 40 ? HEADING_LANGUAGE.get(line.trim()) : null;
    if (language != null) count(language, 1);
  }
  // Each word of a script of one's own tells as much as a frequent word of another language.
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= MIN_EVIDENCE && best[1] > (second?.[1] ?? 0) * MIN_LEAD ? best[0] : null;
}
