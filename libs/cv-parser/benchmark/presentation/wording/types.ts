/** The kinds of sections that a document may have. */
export const SECTION_KINDS = [
  'summary',
  'work',
  'education',
  'skills',
  'languages',
  'certificates',
  'publications',
  'projects',
  'awards',
  'volunteer',
  'references',
  'interests',
  'personal',
  'contact',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** Words of one language that a document has beside what it says of the person. */
export interface Wording {
  readonly headings: Readonly<Record<SectionKind, readonly string[]>>;
  /** «present» as the end of a period. */
  readonly present: readonly string[];
  /** «since», before a start without an end. */
  readonly since: readonly string[];
  /** Three words: «from $start to $end»; absent where nobody writes so. */
  readonly fromTo: readonly string[];
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly [string, string, string, string];
  /** «Analyst at Kestrel»: between position and employer. */
  readonly at: readonly string[];
  /** «BSc in Physics»: between degree and subject. */
  readonly degreeIn: readonly string[];
  /** «Thesis: …» */
  readonly thesis: readonly string[];
  /** «Grade: …» */
  readonly score: readonly string[];
  readonly labels: Readonly<
    Record<
      | 'name'
      | 'email'
      | 'phone'
      | 'address'
      | 'url'
      | 'birth'
      | 'birthPlace'
      | 'nationality'
      | 'maritalStatus'
      | 'drivingLicence',
      readonly string[]
    >
  >;
  readonly titles: readonly string[];
  /** «Page $page» */
  readonly page: readonly string[];
  /** Words for CEFR levels and the mother tongue. */
  readonly levels: Readonly<Record<'native' | 'C2' | 'C1' | 'B2' | 'B1' | 'A2' | 'A1', readonly string[]>>;
  /** How well a skill is mastered, best first. */
  readonly skillLevels: readonly string[];
  /** Labels of the rows of a tabular CV after the European model. */
  readonly rows: Readonly<Record<'dates' | 'position' | 'tasks' | 'employer' | 'degree' | 'institution', string>>;
  /** Adjectives of nationality by country, man | woman. */
  readonly nationalities: Readonly<Record<string, string>>;
}
