import type { Contact, CvView, Entry, Group, Pair, Section } from '../view/view.js';

/**
 * A CV as text to paste into a form: one line a paragraph, never wrapped, `-` for bullets, headings in capitals with an
 * empty line before them. Programs that read CVs find headings, entries and dates by these signs.
 */
export function renderPlainText(view: CvView): string {
  const head = [view.name, ...(view.label === undefined ? [] : [view.label])];
  const blocks = [
    head.join('\n'),
    view.contacts.map(contact).join('\n'),
    ...view.sections.map((section) => block(section, view.locale)),
  ];
  return `${blocks.filter((text) => text !== '').join('\n\n')}\n`;
}

function contact({ label, text }: Contact): string {
  return `${label}: ${text}`;
}

function block(section: Section, locale: string): string {
  const heading = section.title.toLocaleUpperCase(locale);
  return [...(heading === '' ? [] : [heading]), body(section)].join('\n\n');
}

function body(section: Section): string {
  switch (section.kind) {
    case 'text':
      return section.paragraphs.join('\n');
    case 'entries':
      return section.entries.map(entry).join('\n\n');
    case 'groups':
      return section.groups.map(group).join('\n');
    case 'pairs':
      return section.pairs.map(pair).join('\n');
    case 'list':
      return section.items.map(bullet).join('\n');
  }
}

function entry(item: Entry): string {
  return [
    joined([item.title, item.subtitle], ' | '),
    joined([item.date, item.place], ' | '),
    item.description ?? '',
    ...item.paragraphs,
    ...item.bullets.map(bullet),
    ...item.notes.map(pair),
    item.keywords.join(', '),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** «Databases (expert): Postgres, Redis» */
export function group({ name, level, items }: Group): string {
  const head = level === undefined ? (name ?? '') : name === undefined ? level : `${name} (${level})`;
  return joined([head, items.join(', ')], ': ');
}

export function pair({ label, text }: Pair): string {
  return joined([label, text], ': ');
}

function bullet(text: string): string {
  return `- ${text}`;
}

/** The parts that say something, with `separator` between them. */
export function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
