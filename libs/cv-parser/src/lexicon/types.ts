/** What a section of a CV is about. `contact` and `personal` hold what belongs to `basics`. */
export const SECTION_KINDS = [
  'contact',
  'personal',
  'summary',
  'work',
  'education',
  'skills',
  'languages',
  'certificates',
  'projects',
  'publications',
  'awards',
  'volunteer',
  'interests',
  'references',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A list of words or phrases, written with commas between them. */
export function terms(list: string): string[] {
  return list
    .split(',')
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter((term) => term !== '');
}

/** The words of one language that a CV is recognised by: all in lower case. A new language is one more such table. */
export interface Lexicon {
  /** BCP 47 primary language. */
  language: string;
  /** The letters of a script that no other language here is written in. */
  letters?: RegExp;
  /** ISO 3166-1 code of the country that nearly all who write the language live in: its form of phone numbers. */
  country?: string;
  /** Frequent words that other languages do not have: by them the language is told. */
  stopwords: readonly string[];
  /** Whole headings. */
  headings: Readonly<Record<SectionKind, readonly string[]>>;
  /** Words that tell the kind of a longer heading; the first kind with a word in it wins. */
  headingWords: Readonly<Partial<Record<SectionKind, readonly string[]>>>;
  /** Twelve lists: each month's full name and abbreviations, without a full stop. */
  months: readonly (readonly string[])[];
  /** Season → the month that it begins with, as CVs mean it. */
  seasons: Readonly<Record<string, number>>;
  /** Words for «to date». */
  present: readonly string[];
  /** Words before the start of a time that still runs, as in «since 2019». */
  since: readonly string[];
  /** Those of `since` that also open a time which has ended: «from 2019 to 2021». */
  from?: readonly string[];
  /** Words after a year, as in «2019 г.». */
  yearWords?: readonly string[];
  /** Words between two dates. */
  until: readonly string[];
  /** Words, or beginnings of words marked by a closing `*`, endings by an opening one, inner parts by both, of job titles. */
  positions: readonly string[];
  /** Endings that nouns of people at work have: with them a word that no list has can be told for a job title. */
  titleEndings?: readonly string[];
  /** Words that have such an ending and are none. */
  notTitles?: readonly string[];
  /** Which word of a title or a name is its head: «Sales Manager» ends, «chef de projet» begins with it. */
  headNoun?: 'first' | 'last';
  /** Likewise of names of employers: legal forms, kinds of house. */
  employers: readonly string[];
  /** Trades and goods that names of employers have, and titles as well: weaker signs. */
  trades?: readonly string[];
  /** Words for a part of an employer, or for what it does there: no place and no employer of its own. */
  units?: readonly string[];
  /** Kinds of employment: «full-time», «CDI». */
  employment?: readonly string[];
  /** What stands in the place of an employer where there is none. */
  selfEmployed?: readonly string[];
  /** Likewise of names of schools. */
  institutions: readonly string[];
  /** Likewise of degrees and of what leads to them. */
  degrees: readonly string[];
  /** Words between a degree and its subject. */
  degreeJoiners: readonly string[];
  /** Words before a grade. */
  scores: readonly string[];
  /** Grades that are words. */
  grades?: readonly string[];
  /** Words before a thesis' title, or before who supervised it. */
  theses?: readonly string[];
  /** Words before a list of courses. */
  courses: readonly string[];
  /** Words between a position and its employer. */
  at: readonly string[];
  /** Words before or after a date that is still to come, or at which something was got: «expected», «issued». */
  expected?: readonly string[];
  /** Units of time, as in «(3 years 2 months)». */
  durations?: readonly string[];
  /** Words before a number of years up to now, and around one that has passed since: «last», «ago», «il y a». */
  last?: readonly string[];
  ago?: readonly string[];
  /** Labels of the rows of forms such as the older Europass. */
  formLabels?: Readonly<Record<FormLabel, readonly string[]>>;
  /** What stands in the place of references that are not named. */
  onRequest?: readonly string[];
  /** Labels before a person's data: `email:`, `tel:` … */
  labels: Readonly<Record<PersonalLabel, readonly string[]>>;
  /** Words by which people say how well they speak a language. */
  fluency: readonly string[];
  /** Words for work from home. */
  remote: readonly string[];
  /** Cities and regions as the language names them, beside those in `places.ts`; codes of regions in capitals. */
  cities?: readonly string[];
  /** Words of an address's first line, marked as those of job titles are. */
  streets?: readonly string[];
  regions?: readonly string[];
  /** Names of languages beside those that the runtime's own data has. */
  tongues?: readonly string[];
}

export type FormLabel = 'dates' | 'position' | 'employer' | 'tasks' | 'degree' | 'institution' | 'subjects' | 'remark';

export type PersonalLabel =
  | 'name'
  | 'email'
  | 'phone'
  | 'address'
  | 'url'
  | 'birthDate'
  | 'birthPlace'
  | 'nationality'
  | 'maritalStatus'
  | 'drivingLicence'
  | 'availability'
  | 'workPermit';
