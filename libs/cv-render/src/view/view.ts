import type { Locale } from '../locales.js';
import type { PhotoShape } from '../options.js';
import type { SectionId } from '../sections.js';
import type { QrCode } from './qr.js';

/**
 * A CV made ready to be set: in the order in which it is shown, with its headings and dates in words, its links checked
 * and its text cleaned. Every format draws this and nothing else, so all of them say the same; it is plain JSON, because
 * Typst reads it as a data file. Members that have nothing to show are absent.
 */
export interface CvView {
  /** BCP 47 tag of the document's own text, e.g. `de` or `de-CH`. */
  language: string;
  /** Language of headings and dates. */
  locale: Locale;
  direction: 'ltr' | 'rtl';
  /** Title of the document: the name and what it is. */
  title: string;
  author?: string;
  keywords: string[];
  /** When the document was last changed, else a fixed day: never the time of the render. UTC. */
  date: { year: number; month: number; day: number; hour: number; minute: number; second: number };
  /** The name, or «Curriculum vitae» if there is none. */
  name: string;
  label?: string;
  /** Its bytes are handed over beside the view. */
  photo?: PhotoView;
  qrCode?: QrCode;
  contactTitle: string;
  contacts: Contact[];
  sections: Section[];
  /** Columns of a grid of languages. */
  levelNames: Record<keyof Levels, string>;
  closing?: Closing;
  /** «Page {page} of {pages}» */
  pageLabel: string;
}

export interface PhotoView {
  /** Path of the picture among Typst's files. */
  file: string;
  alt: string;
  shape: Exclude<PhotoShape, 'none'>;
}

/** Place and date, and a line to sign on. */
export interface Closing {
  /** «Zürich, 4 May 2026», as far as both are known. */
  text: string;
  placeAndDate: string;
  /** Label of the line; absent where only place and date are wanted. */
  signature?: string;
}

export interface Contact {
  kind: 'email' | 'phone' | 'place' | 'web' | 'profile';
  /** What it is, in words; the network's name for a profile. */
  label: string;
  text: string;
  href?: string;
}

export type Section = { id: SectionId; title: string; area: Area } & SectionBody;

/** `side` is the narrow column of a template that has one. */
export type Area = 'main' | 'side';

export type SectionBody =
  | { kind: 'text'; paragraphs: string[] }
  | { kind: 'entries'; entries: Entry[] }
  | { kind: 'groups'; groups: Group[] }
  | { kind: 'pairs'; pairs: Pair[] }
  | { kind: 'list'; items: string[] };

/** A post, a degree, a project, an award … */
export interface Entry {
  title: string;
  href?: string;
  /** The organisation. */
  subtitle?: string;
  subtitleHref?: string;
  date?: string;
  place?: string;
  /** If the place is an address on the web. */
  placeHref?: string;
  /** What the organisation or project is, in a line. */
  description?: string;
  paragraphs: string[];
  bullets: string[];
  /** Labelled lines: courses, grade. */
  notes: Pair[];
  keywords: string[];
  /** Short enough to be kept on one page. */
  keep: boolean;
}

/** Things under a common name: `{name: 'Databases', items: ['Postgres', 'Redis']}`. */
export interface Group {
  name?: string;
  level?: string;
  items: string[];
  rank?: Rank;
}

export interface Pair {
  label: string;
  text: string;
  /** The level that the text says, for a picture of it beside the text: never in its place. */
  rank?: Rank;
  /** A language's levels by skill, where the text says them apart. */
  levels?: Levels;
}

/** A step on a scale, from 1. */
export interface Rank {
  step: number;
  of: number;
}

/** Levels of the CEFR, A1 to C2, by what is done with the language. */
export interface Levels {
  listening?: string;
  reading?: string;
  interaction?: string;
  production?: string;
  writing?: string;
}
