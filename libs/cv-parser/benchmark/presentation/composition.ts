import type { Resume } from '@discover/cv-model';

import type { Language } from '../people/person.js';
import type { LayoutId } from './layouts.js';

/** Some characters that look the same. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In the accent colour. */
  readonly accent?: boolean;
  /** Address that it links to. */
  readonly link?: string;
}
export type Line = readonly Run[];

/** A line of an entry's head: what stands at its left, and what at the right end of it. */
export interface HeadLine {
  readonly left: Line;
  readonly right?: Line;
}

export type Block =
  | {
      readonly kind: 'entry';
      readonly margin: readonly Line[];
      readonly head: readonly HeadLine[];
      readonly body: readonly Block[];
    }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'bullets'; readonly items: readonly Line[] }
  /** Pairs, the first of which is a label. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly [Line, Line])[] }
  | { readonly kind: 'chips'; readonly items: readonly string[] }
  /** Shares of a full bar, 0…1. */
  | { readonly kind: 'bars'; readonly items: readonly { readonly text: string; readonly share: number }[] };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export const ICONS = {
  email: 0xf01ee,
  phone: 0xf03f2,
  address: 0xf034e,
  url: 0xf059f,
  linkedin: 0xf033b,
  github: 0xf02a4,
  birth: 0xf00eb,
  other: 0xf0337,
} as const;
export type Icon = keyof typeof ICONS;

export interface ContactItem {
  readonly icon: Icon;
  readonly label: string;
  readonly text: string;
  readonly link?: string;
}

/** What a document looks like, apart from its layout. */
export interface Look {
  readonly font: string;
  readonly headingFont: string;
  /** Points. */
  readonly size: number;
  /** Hex, with `#`. */
  readonly accent: string;
  readonly paper: 'a4' | 'us-letter';
  readonly heading: {
    readonly align: 'left' | 'center';
    readonly rule: 'none' | 'below' | 'above' | 'both' | 'fill' | 'bar';
    readonly tracking: boolean;
    readonly bold: boolean;
    /** Factor of the text's size. */
    readonly scale: number;
  };
  readonly bullet: string;
  readonly nameScale: number;
  readonly nameTracking: boolean;
  readonly justify: boolean;
  /** Space between entries, in the text's size. */
  readonly gap: number;
}

export interface Contact {
  readonly items: readonly ContactItem[];
  readonly form: 'row' | 'lines' | 'labels' | 'icons' | 'icon-row';
  readonly separator: string;
  /** Where the layout gives it a section of its own. */
  readonly heading: string;
}

/** A document before it has a format: everything that is printed, in the order in which it is meant. */
export interface Composition {
  readonly language: Language;
  readonly layout: LayoutId;
  readonly look: Look;
  readonly title?: string;
  /** Empty where it stands among the personal data only. */
  readonly name: string;
  readonly label?: string;
  readonly contact: Contact;
  readonly main: readonly Section[];
  /** The narrow (or second) column's; empty in layouts of one column. */
  readonly side: readonly Section[];
  readonly running: { readonly header?: string; readonly footer?: string };
}

/** A composition and what it says. */
export interface Composed {
  readonly composition: Composition;
  readonly truth: Resume;
}
