import type { Language } from '../people/person.js';
import type { Random } from '../people/random.js';
import type { DatePrinter } from './dates.js';
import type { Layout } from './layouts.js';
import type { Style } from './style.js';
import type { Wording } from './wording/types.js';

/** What all sections of a document are printed with. */
export interface Printer {
  readonly language: Language;
  readonly layout: Layout;
  readonly style: Style;
  readonly wording: Wording;
  readonly dates: DatePrinter;
  readonly random: Random;
  /** The document's word between position and employer. */
  readonly at: string;
}
