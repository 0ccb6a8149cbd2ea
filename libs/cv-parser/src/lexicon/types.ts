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
  /** Likewise of names of employers. */
  employers: readonly string[];
  /** Likewise of names of schools. */
  institutions: readonly string[];
  /** Likewise of degrees and of what leads to them. */
  degrees: readonly string[];
  /** Words between a degree and its subject. */
  degreeJoiners: readonly string[];
  /** Words before a grade. */
  scores: readonly string[];
  /** Words before a list of courses. */
  courses: readonly string[];
  /** Words between a position and its employer. */
  at: readonly string[];
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
