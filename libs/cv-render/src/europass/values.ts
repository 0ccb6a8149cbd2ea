import { escapeXml, textXml, xml } from '../xml.js';

/** Any JSON as a line of text; what is no string counts as empty. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

export function texts(values: readonly unknown[] | undefined): string[] {
  return (values ?? []).map(text).filter((value) => value !== '');
}

/** A value of a code list: by its code if it is one, else by its words. */
export function code(value: string): string {
  return textXml(/^[A-Z]{2}$/.test(value) ? 'Code' : 'Label', value);
}

/** From and to with the precision that is known; without an end it goes on. */
export function period(start: unknown, end: unknown): string {
  const [from, to] = [date('From', start), date('To', end)];
  if (from + to === '') return '';
  return xml('Period', {}, from, to, to === '' ? textXml('Current', 'true') : '');
}

function date(name: string, value: unknown): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text(value)) ?? [];
  return year === undefined ? '' : xml(name, { year, month: month && `--${month}`, day: day && `---${day}` });
}

/** Texts of Europass are HTML inside of XML: paragraphs and a list. */
export function rich(paragraphs: readonly string[], items: readonly string[]): string {
  const written = paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join('');
  const bullets = items.map((item) => `<li>${escapeXml(item)}</li>`).join('');
  return written + (bullets === '' ? '' : `<ul>${bullets}</ul>`);
}

/** A list element, or nothing if it is empty. */
export function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : xml(name, {}, ...items);
}
