import type { SectionId } from '../sections.js';
import type { Levels } from '../view/view.js';

type Fact =
  'birthDate' | 'birthPlace' | 'nationality' | 'maritalStatus' | 'drivingLicence' | 'availability' | 'workPermit';

/** `{year}`, `{month}` and `{day}` are replaced. */
export interface DateForms {
  year: string;
  month: string;
  day: string;
}

/** The words that a document needs beside its own. */
export interface Words {
  /** What the document is, for its title: «Ada Lovelace – Curriculum vitae». */
  cv: string;
  sections: Record<Exclude<SectionId, 'custom'>, string>;
  facts: Record<Fact, string>;
  contact: string;
  email: string;
  phone: string;
  address: string;
  website: string;
  /** Alternative text of the photo; `{name}` is replaced. */
  photo: string;
  /** Alternative text of a QR code; `{url}` is replaced. */
  qrCode: string;
  /** Columns of a grid of languages: those of the Common European Framework. */
  levels: Record<keyof Levels, string>;
  /** What stands below the lines at the end of a document that is signed. */
  placeAndDate: string;
  signature: string;
  /** The end of a period that still runs. */
  present: string;
  /** A period of which only the end is known; `{date}` is replaced. */
  until: string;
  courses: string;
  grade: string;
  /** Label of a page number; `{page}` and `{pages}` are replaced. */
  page: string;
  /** January to December as they stand beside a year, shortened. */
  months: readonly string[];
  /** The same in full. */
  longMonths: readonly string[];
  /** As they stand beside a day, where that is another form: «март 2021», but «3 марта 2021». */
  dayMonths?: readonly string[];
  /** How year, month and day stand together, where it is not «2021», «March 2021» and «3 March 2021». */
  dateForms?: Partial<DateForms>;
  /** Between day, month and year in digits. */
  dateSeparator: string;
  /** Whether digits begin with the year: 2021/03/09. */
  yearFirst?: boolean;
}
