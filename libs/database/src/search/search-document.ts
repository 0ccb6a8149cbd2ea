import { maskResume, type MaskField, type Resume } from '@discover/cv-model';

import { fold, indexable, wordsOf } from './text.js';

/** What hits can be filtered by, and counted by, with the letter that stands before each term in the index. */
export const FACETS = { skill: 's', place: 'p', employer: 'e', language: 'l' } as const;
export type Facet = keyof typeof FACETS;

/** Languages whose words the index knows by their stems, and one that stands for all others. */
export const STEMMED = ['en', 'de', 'fr', 'it', 'es', ''];

/** What a hit shows of the person. */
export interface Shown {
  name: string | null;
  label: string | null;
  place: string | null;
  skills: string[];
}

/** What a CV is found by. */
export interface SearchDocument {
  /** From what says most of the person to what says least: the index's weights A to D. */
  texts: [string, string, string, string];
  /** Values to count hits by, each behind its facet's letter: `s:Kubernetes`. */
  facets: string[];
  /** Words to filter hits by, in the same form: `s:kubernetes`. */
  terms: string[];
  shown: Shown;
}

/**
 * What is never found in public search, even where a profile shows it: how to reach a person, what a decision must not rest
 * on, and other people.
 */
const NEVER_PUBLIC: readonly MaskField[] = [
  'phone',
  'email',
  'address',
  'demographics',
  'photo',
  'links',
  'references',
];

/** Characters of a text that are searched: ten times those of a long CV, and far less than an index entry can hold. */
const LONGEST_TEXT = 100_000;
const LONGEST_VALUE = 80;
const MOST_VALUES: Record<Facet, number> = { skill: 50, place: 1, employer: 30, language: 1 };
const SHOWN_SKILLS = 8;

/** As its owner finds it. */
export function searchDocument(resume: Resume, language: string | null, title: string): SearchDocument {
  const { email, phone, url, profiles } = resume.basics ?? {};
  const people = everyText([email, phone, url, profiles, resume['x-discover']?.emails, resume.references]);
  return describe(resume, language, { first: title, last: people });
}

/** As everybody finds it. */
export function publicSearchDocument(
  resume: Resume,
  language: string | null,
  mask: readonly MaskField[],
): SearchDocument {
  return describe(maskResume(resume, [...new Set([...mask, ...NEVER_PUBLIC])]), language);
}

/** The terms of the index that a filter's value stands for: each of its words must be among a CV's. */
export function filterTerms(facet: Facet, value: string): string[] {
  const words = facet === 'language' ? [value.toLowerCase()] : wordsOf(fold(value));
  return words.map((word) => `${FACETS[facet]}:${word}`);
}

function describe(
  resume: Resume,
  language: string | null,
  { first, last }: { first?: string; last?: readonly string[] } = {},
): SearchDocument {
  const { basics, work = [], skills = [] } = resume;
  const values: Record<Facet, string[]> = {
    skill: distinct(
      'skill',
      skills.flatMap(({ name, keywords }) => (keywords?.length ? keywords : [name])),
    ),
    place: distinct('place', [basics?.location?.city]),
    employer: distinct(
      'employer',
      work.map(({ name }) => name),
    ),
    language: distinct('language', [language]),
  };
  const headline = everyText([first, basics?.name, basics?.label]);
  const keywords = everyText([skills, work.map(({ position, name }) => [position, name]), basics?.location?.city]);
  const story = everyText([
    basics?.summary,
    work.map(({ summary, description, highlights, location }) => [summary, description, highlights, location]),
    resume.education,
    resume.projects,
  ]);
  const rest = everyText([
    resume.certificates,
    resume.languages,
    resume.volunteer,
    resume.awards,
    resume.publications,
    resume.interests,
    resume['x-discover']?.sections,
    last,
  ]);
  return {
    texts: [joined(headline), joined(keywords), joined(story), joined(rest)],
    facets: facets().flatMap((facet) => values[facet].map((value) => `${FACETS[facet]}:${value}`)),
    terms: termsOf({ ...values, place: [...values.place, ...regions(resume, language)], language: tags(language) }),
    shown: {
      name: basics?.name ?? null,
      label: basics?.label ?? null,
      place: basics?.location?.city ?? null,
      skills: values.skill.slice(0, SHOWN_SKILLS),
    },
  };
}

function facets(): Facet[] {
  return Object.keys(FACETS) as Facet[];
}

function termsOf(values: Record<Facet, readonly string[]>): string[] {
  return [...new Set(facets().flatMap((facet) => values[facet].flatMap((value) => filterTerms(facet, value))))];
}

/** A country is looked for by its name, in English or the language of the CV. */
function regions({ basics }: Resume, language: string | null): string[] {
  const { region, countryCode } = basics?.location ?? {};
  const languages = countryCode === undefined ? [] : new Set(['en', ...tags(language)]);
  const country = [...languages].map((tag) => countryName(countryCode!, tag));
  return [region, countryCode, ...country].filter((name) => name !== undefined);
}

/** Making one takes longer than all else that is done with a CV here. */
const countryNames = new Map(
  STEMMED.filter((language) => language !== '').map((language) => [
    language,
    new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  ]),
);

function countryName(code: string, language: string): string | undefined {
  return /^[A-Za-z]{2}$/.test(code) ? countryNames.get(language)?.of(code.toUpperCase()) : undefined;
}

/** `de-CH` is also `de`. */
function tags(language: string | null): string[] {
  return language === null ? [] : [...new Set([language, language.split('-')[0]!])];
}

/** Each once, however it is spelt. */
function distinct(facet: Facet, values: readonly (string | null | undefined)[]): string[] {
  const byWord = new Map<string, string>();
  for (const value of values) {
    const tidy = value?.replace(/\s+/g, ' ').trim() ?? '';
    if (tidy !== '' && tidy.length <= LONGEST_VALUE && !byWord.has(fold(tidy))) byWord.set(fold(tidy), tidy);
  }
  return [...byWord.values()].slice(0, MOST_VALUES[facet]);
}

/** Every text in a part of a document; dates, which nobody looks for, are not among them. */
function everyText(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}(-\d\d){0,2}$/.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(everyText);
}

function joined(texts: readonly string[]): string {
  return indexable(texts.join('\n').slice(0, LONGEST_TEXT));
}
