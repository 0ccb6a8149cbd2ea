/** Kinds of employers, each with its own way of being called. */
export const EMPLOYER_KINDS = [
  'company',
  'technology',
  'hospital',
  'school',
  'university',
  'law',
  'bank',
  'shop',
  'hotel',
  'workshop',
  'transport',
  'public',
  'culture',
  'agency',
] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

/** One trade's words in one language; all texts are phrases of the grammar. */
export interface Trade {
  /** From the first job to the last. */
  readonly positions: {
    readonly junior: readonly string[];
    readonly middle: readonly string[];
    readonly senior: readonly string[];
  };
  readonly employers: readonly EmployerKind[];
  /** What such a person does: one line of a list each. */
  readonly tasks: readonly string[];
  /** Group → items. */
  readonly skills: Readonly<Record<string, readonly string[]>>;
  /** Degree (or apprenticeship) and subject as people print them. */
  readonly studies: readonly {
    readonly degree: string;
    readonly area?: string;
    readonly at: 'university' | 'college' | 'vocational';
  }[];
  readonly certificates: readonly string[];
  /** Describes the trade in a summary: «… specialised in $topic». */
  readonly topics: readonly string[];
}

/** All words of one language. */
export interface Vocabulary {
  /** Words for `$saint`, `$animal`, `$ministry` in the names of institutions. */
  readonly words: Readonly<Record<'saint' | 'animal' | 'ministry', readonly string[]>>;
  readonly trades: readonly Trade[];
  readonly employers: Readonly<Record<EmployerKind, readonly string[]>>;
  readonly institutions: Readonly<Record<'university' | 'college' | 'vocational' | 'school', readonly string[]>>;
  /** Leaving certificates of schools. */
  readonly schoolDegrees: readonly string[];
  /** How a result ends a line: «…, which cut waiting times by {8-35} %». */
  readonly results: readonly string[];
  /** Lines of any trade. */
  readonly tasks: readonly string[];
  readonly summaries: readonly string[];
  /** Paragraph about a job, beside or instead of its list. */
  readonly jobSummaries: readonly string[];
  readonly softSkills: readonly string[];
  /** What the group of such skills is called. */
  readonly softSkillGroups: readonly string[];
  readonly interests: readonly string[];
  readonly languageNames: readonly string[];
  readonly maritalStatuses: readonly string[];
  readonly drivingLicences: readonly string[];
  readonly awards: readonly string[];
  readonly awarders: readonly string[];
  readonly issuers: readonly string[];
  readonly publications: readonly string[];
  readonly publishers: readonly string[];
  readonly projects: readonly string[];
  readonly projectDescriptions: readonly string[];
  readonly volunteer: readonly { readonly position: string; readonly organization: string }[];
  readonly references: readonly string[];
  readonly theses: readonly string[];
  readonly streets: readonly string[];
  /** Grades: «1,7», «110/110 e lode», «GPA 3.8/4.0». */
  readonly scores: readonly string[];
}
