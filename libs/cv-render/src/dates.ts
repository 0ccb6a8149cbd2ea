import { WORDS, type Locale } from './locales.js';
import type { Words } from './locales/words.js';

/** How dates are written: «Mar 2021», «March 2021», «03/2021», «2021». */
export const DATE_STYLES = ['short', 'long', 'numeric', 'year'] as const;

export type DateStyle = (typeof DATE_STYLES)[number];

/** Language and style of a document's dates; `RenderOptions` is one. */
export interface DateFormat {
  locale: Locale;
  dates: DateStyle;
}

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * `2021-03` as «Mar 2021», «März 2021», «2021年3月» …; a year alone stays alone. Month names are our own and not ICU's, so that
 * a document keeps its bytes when Node is updated. What is no ISO date is returned as it is.
 */
export function formatMonth(date: string, { locale, dates }: DateFormat): string {
  const [, year, month] = ISO_DATE.exec(date) ?? [];
  if (year === undefined) return date;
  const words = WORDS[locale];
  const name =
    month === undefined ? undefined : (dates === 'long' ? words.longMonths : words.months)[Number(month) - 1];
  if (name === undefined || dates === 'year') return fill(words.dateForms?.year ?? '{year}', { year });
  if (dates === 'numeric') return inDigits(words, [month!, year]);
  return fill(words.dateForms?.month ?? '{month} {year}', { month: name, year });
}

/**
 * Like `formatMonth`, with the day where there is one: «12 Mar 1990», «12. März 1990»; never the year alone. In English
 * the month stays a name, as 3/12 is December to some and March to others.
 */
export function formatDay(date: string, { locale, dates }: DateFormat): string {
  const [, year, month, day] = ISO_DATE.exec(date) ?? [];
  const format: DateFormat = { locale, dates: dates === 'year' || locale === 'en' ? named(dates) : dates };
  if (year === undefined || day === undefined) return formatMonth(date, format);
  const words = WORDS[locale];
  if (format.dates === 'numeric') return inDigits(words, [day, month!, year]);
  const months = words.dayMonths ?? (format.dates === 'long' ? words.longMonths : words.months);
  const name = months[Number(month) - 1];
  if (name === undefined) return formatMonth(date, format);
  return fill(words.dateForms?.day ?? '{day} {month} {year}', { day: String(Number(day)), month: name, year });
}

function inDigits({ dateSeparator, yearFirst }: Words, parts: readonly string[]): string {
  return (yearFirst === true ? parts.toReversed() : parts).join(dateSeparator);
}

/** The form with each `{part}` in its place. */
function fill(form: string, parts: Record<string, string>): string {
  return form.replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? '');
}

function named(dates: DateStyle): DateStyle {
  return dates === 'long' ? 'long' : 'short';
}

/**
 * A period as CVs print it, by months: «Mar 2021 – Present». A missing end is «present», as JSON Resume has it; a
 * missing start gives «until …». Empty if both are missing.
 */
export function formatPeriod(start: string, end: string, format: DateFormat): string {
  const words = WORDS[format.locale];
  if (start === '') return end === '' ? '' : fill(words.until, { date: formatMonth(end, format) });
  const from = formatMonth(start, format);
  const to = end === '' ? words.present : formatMonth(end, format);
  return from === to ? from : `${from} – ${to}`;
}
