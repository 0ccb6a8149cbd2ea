import type { Language, Month, Period } from '../people/person.js';
import type { Random } from '../people/random.js';
import type { Wording } from './wording/types.js';

type Form =
  | 'mm/yyyy'
  | 'mm.yyyy'
  | 'month yyyy'
  | 'mon yyyy'
  | 'mon ’yy'
  | 'yyyy'
  | 'yyyy-mm'
  | 'mm-yyyy'
  | 'yyyy/mm'
  | 'm/yyyy'
  | 'mon. yyyy'
  | 'month, yyyy';

/** How often each form is seen, by language. */
const USE: Readonly<Record<Language, Partial<Record<Form, number>>>> = {
  en: {
    'mon yyyy': 30,
    'month yyyy': 20,
    'mm/yyyy': 12,
    yyyy: 15,
    'mon ’yy': 4,
    'yyyy-mm': 5,
    'mm.yyyy': 2,
    'yyyy/mm': 2,
    'mon. yyyy': 4,
    'month, yyyy': 3,
    'm/yyyy': 3,
  },
  de: {
    'mm/yyyy': 35,
    'mm.yyyy': 20,
    'month yyyy': 12,
    yyyy: 14,
    'mon. yyyy': 6,
    'yyyy-mm': 3,
    'mon yyyy': 4,
    'm/yyyy': 3,
    'mm-yyyy': 2,
  },
  fr: {
    'month yyyy': 26,
    'mm/yyyy': 26,
    yyyy: 20,
    'mon. yyyy': 12,
    'yyyy-mm': 3,
    'mm.yyyy': 4,
    'mon yyyy': 4,
    'mm-yyyy': 3,
  },
  it: {
    'mm/yyyy': 30,
    'month yyyy': 22,
    yyyy: 20,
    'mon yyyy': 8,
    'mm.yyyy': 5,
    'yyyy-mm': 3,
    'mon. yyyy': 3,
    'm/yyyy': 4,
  },
  es: { 'month yyyy': 24, 'mm/yyyy': 28, yyyy: 20, 'mon. yyyy': 6, 'mon yyyy': 6, 'yyyy-mm': 3, 'mm-yyyy': 4 },
};

const DASHES = [' – ', ' - ', '–', '-', ' — ', ' to', ' – ', ' – '] as const;

/** How a document prints its dates. */
export interface DateStyle {
  readonly form: Form;
  readonly separator: string;
  /** How a period without an end looks. */
  readonly open: 'present' | 'since' | 'dash';
  readonly present: string;
  readonly since: string;
  /** A phrase with `$start` and `$end` in place of a dash; else `undefined`. */
  readonly fromTo: string | undefined;
  /** Short periods by their season: «Summer 2018». */
  readonly seasons: boolean;
  readonly capitalMonths: boolean;
}

export function chooseDates(random: Random, language: Language, wording: Wording): DateStyle {
  const form = random.weighted(USE[language] as Record<Form, number>);
  const dash = random.any(DASHES);
  return {
    form,
    separator: dash === ' to' ? ' – ' : dash === '-' && form.includes('-') ? ' - ' : dash,
    open: random.weighted({ present: 60, since: 28, dash: 12 }),
    present: random.pick(wording.present),
    since: random.pick(wording.since),
    fromTo: random.chance(0.08) ? random.any(wording.fromTo) : undefined,
    seasons: random.chance(0.3),
    capitalMonths: random.chance(language === 'en' || language === 'de' ? 1 : 0.4),
  };
}

/** A date as printed, and what of it JSON Resume can say. */
export interface PrintedPeriod {
  readonly text: string;
  readonly startDate?: string;
  readonly endDate?: string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', it: 'it-IT', es: 'es-ES' };

export class DatePrinter {
  constructor(
    private readonly style: DateStyle,
    private readonly language: Language,
    private readonly wording: Wording,
  ) {}

  month({ year, month }: Month): string {
    const two = String(month).padStart(2, '0');
    switch (this.style.form) {
      case 'mm/yyyy':
        return `${two}/${year}`;
      case 'mm.yyyy':
        return `${two}.${year}`;
      case 'mm-yyyy':
        return `${two}-${year}`;
      case 'm/yyyy':
        return `${month}/${year}`;
      case 'yyyy-mm':
        return `${year}-${two}`;
      case 'yyyy/mm':
        return `${year}/${two}`;
      case 'yyyy':
        return String(year);
      case 'month yyyy':
        return `${this.name(month, 'long')} ${year}`;
      case 'month, yyyy':
        return `${this.name(month, 'long')}, ${year}`;
      case 'mon yyyy':
        return `${this.name(month, 'short')} ${year}`;
      case 'mon. yyyy':
        return `${dotted(this.name(month, 'short'), this.name(month, 'long'))} ${year}`;
      case 'mon ’yy':
        return `${this.name(month, 'short')} ’${String(year).slice(2)}`;
    }
  }

  /** What the document says of a month: its year only, where it prints no more. */
  value({ year, month }: Month): string {
    return this.style.form === 'yyyy' ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
  }

  period({ start, end }: Period): PrintedPeriod {
    if (end === null) return { text: this.openPeriod(start), startDate: this.value(start) };
    const months = (end.year - start.year) * 12 + end.month - start.month;
    if (this.style.seasons && months <= 4 && start.year === end.year) return this.season(start);
    const [from, to] = [this.month(start), this.month(end)];
    const dates = { startDate: this.value(start), endDate: this.value(end) };
    if (from === to) return { text: from, ...dates };
    const { fromTo, separator } = this.style;
    const text = fromTo === undefined ? from + separator + to : fromTo.replace('$start', from).replace('$end', to);
    return { text, ...dates };
  }

  private openPeriod(start: Month): string {
    const from = this.month(start);
    switch (this.style.open) {
      case 'present':
        return `${from}${this.style.separator}${this.style.present}`;
      case 'since':
        return `${this.style.since} ${from}`;
      case 'dash':
        return `${from}${this.style.separator.trimEnd()}`;
    }
  }

  private season({ year, month }: Month): PrintedPeriod {
    const season = this.wording.seasons[Math.floor((month % 12) / 3) === 0 ? 3 : Math.floor((month % 12) / 3) - 1]!;
    return { text: `${season} ${year}`, startDate: String(year), endDate: String(year) };
  }

  private name(month: number, length: 'long' | 'short'): string {
    const name = new Intl.DateTimeFormat(LOCALES[this.language], { month: length, timeZone: 'UTC' })
      .format(Date.UTC(2024, month - 1, 15))
      .replace('.', '');
    return this.style.capitalMonths ? name.charAt(0).toLocaleUpperCase() + name.slice(1) : name;
  }
}

const dotted = (short: string, long: string): string => (short === long ? short : `${short}.`);
