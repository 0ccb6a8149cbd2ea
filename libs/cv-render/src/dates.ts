import { WORDS, type Locale } from './locales.js';

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * `2021-03` as «Mar 2021», «März 2021» …; a year alone stays alone. Month names are our own and not ICU's, so that a
 * document keeps its bytes when Node is updated. What is no ISO date is returned as it is.
 */
export function formatMonth(date: string, locale: Locale): string {
  const [, year, month] = ISO_DATE.exec(date) ?? [];
  if (year === undefined) return date;
  const name = month === undefined ? undefined : WORDS[locale].months[Number(month) - 1];
  return name === undefined ? year : `${name} ${year}`;
}

/** Like `formatMonth`, with the day where there is one: «12 Mar 1990», «12. März 1990». */
export function formatDay(date: string, locale: Locale): string {
  const day = ISO_DATE.exec(date)?.[3];
  if (day === undefined) return formatMonth(date, locale);
  return `${Number(day)}${locale === 'de' ? '.' : ''} ${formatMonth(date, locale)}`;
}

/**
 * A period as CVs print it, by months: «Mar 2021 – Present». A missing end is «present», as JSON Resume has it; a
 * missing start gives «until …». Empty if both are missing.
 */
export function formatPeriod(start: string, end: string, locale: Locale): string {
  const words = WORDS[locale];
  if (start === '') return end === '' ? '' : `${words.until} ${formatMonth(end, locale)}`;
  const from = formatMonth(start, locale);
  const to = end === '' ? words.present : formatMonth(end, locale);
  return from === to ? from : `${from} – ${to}`;
}
