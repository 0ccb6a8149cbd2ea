/**
 * JSON Resume 1.3.1, unchanged, as types: every field optional, dates are strings `YYYY`, `YYYY-MM` or `YYYY-MM-DD`,
 * an ongoing entry has no `endDate`. What JSON Resume lacks stands under the one extension key `x-discover`
 * (at the root, and on an entry where it belongs to that entry), so any other JSON Resume tool still reads the rest.
 * Source of the fields: the package `@jsonresume/schema` 1.3.1.
 */
export interface Resume {
  $schema?: string;
  basics?: Basics;
  work?: Work[];
  volunteer?: Volunteer[];
  education?: Education[];
  awards?: Award[];
  certificates?: Certificate[];
  publications?: Publication[];
  skills?: Skill[];
  languages?: Language[];
  interests?: Interest[];
  references?: Reference[];
  projects?: Project[];
  meta?: Meta;
  'x-discover'?: ResumeExtension;
}

export interface Basics {
  name?: string;
  label?: string;
  image?: string;
  email?: string;
  phone?: string;
  url?: string;
  summary?: string;
  location?: Location;
  profiles?: Profile[];
}

export interface Location {
  address?: string;
  postalCode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  countryCode?: string;
  region?: string;
}

export interface Profile {
  network?: string;
  username?: string;
  url?: string;
}

export interface Work {
  name?: string;
  location?: string;
  description?: string;
  position?: string;
  url?: string;
  startDate?: string;
  endDate?: string;
  summary?: string;
  highlights?: string[];
}

export interface Volunteer {
  organization?: string;
  position?: string;
  url?: string;
  startDate?: string;
  endDate?: string;
  summary?: string;
  highlights?: string[];
}

export interface Education {
  institution?: string;
  url?: string;
  area?: string;
  studyType?: string;
  startDate?: string;
  endDate?: string;
  score?: string;
  courses?: string[];
}

export interface Award {
  title?: string;
  date?: string;
  awarder?: string;
  summary?: string;
}

export interface Certificate {
  name?: string;
  date?: string;
  url?: string;
  issuer?: string;
}

export interface Publication {
  name?: string;
  publisher?: string;
  releaseDate?: string;
  url?: string;
  summary?: string;
}

export interface Skill {
  name?: string;
  level?: string;
  keywords?: string[];
}

export interface Language {
  language?: string;
  fluency?: string;
}

export interface Interest {
  name?: string;
  keywords?: string[];
}

export interface Reference {
  name?: string;
  reference?: string;
}

export interface Project {
  name?: string;
  description?: string;
  highlights?: string[];
  keywords?: string[];
  startDate?: string;
  endDate?: string;
  url?: string;
  roles?: string[];
  entity?: string;
  type?: string;
}

export interface Meta {
  canonical?: string;
  version?: string;
  lastModified?: string;
  [key: string]: unknown;
}

/** What JSON Resume 1.3.1 has no field for. Every field optional; unknown keys are refused like everywhere else. */
export interface ResumeExtension {
  /** BCP 47 tag of the language that the document is written in. */
  language?: string;
  /** Parts of `basics.name`, where they are known apart. */
  nameParts?: { title?: string; given?: string; middle?: string; family?: string; suffix?: string };
  /** Further addresses beside `basics.email` and numbers beside `basics.phone` (E.164 where known). */
  emails?: string[];
  phones?: string[];
  birthDate?: string;
  birthPlace?: string;
  /** ISO 3166-1 alpha-2 codes, or as printed where no code is known. */
  nationalities?: string[];
  maritalStatus?: string;
  /** Categories as printed: `B`, `C1E` … */
  drivingLicences?: string[];
  availability?: string;
  workPermit?: string;
  /** Sections that fit none of JSON Resume's, in their order: nothing that was read is lost. */
  sections?: { title: string; items: string[] }[];
}

/** The sections of a resume that are lists, in the order in which JSON Resume names them. */
export const LIST_SECTIONS = [
  'work',
  'volunteer',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
  'projects',
] as const satisfies readonly (keyof Resume)[];

export type ListSection = (typeof LIST_SECTIONS)[number];
