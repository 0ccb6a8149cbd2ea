import type { Contact, CvView, Entry, Group, Pair, Section } from '../view/view.js';
import { joined } from './plain.js';

/** A CV as Markdown (CommonMark): headings of three levels, lists, links. What the texts hold is never markup. */
export function renderMarkdown(view: CvView): string {
  const blocks = [
    `# ${escape(view.name)}`,
    view.label === undefined ? '' : `**${escape(view.label)}**`,
    view.contacts.map(contact).join('\n'),
    ...view.sections.flatMap((section) => [
      ...(section.title === '' ? [] : [`## ${escape(section.title)}`]),
      ...body(section),
    ]),
  ];
  return `${blocks.filter((text) => text !== '').join('\n\n')}\n`;
}

function contact({ label, text, href }: Contact): string {
  return `- ${escape(label)}: ${linked(text, href)}`;
}

function body(section: Section): string[] {
  switch (section.kind) {
    case 'text':
      return section.paragraphs.map(escape);
    case 'entries':
      return section.entries.flatMap(entry);
    case 'groups':
      return [section.groups.map(group).join('\n')];
    case 'pairs':
      return [section.pairs.map(pair).join('\n')];
    case 'list':
      return [bullets(section.items)];
  }
}

function entry(item: Entry): string[] {
  const head = joined([item.title === '' ? '' : linked(item.title, item.href), subtitle(item)], ' | ');
  const facts = joined([item.date === undefined ? '' : escape(item.date), place(item)], ' | ');
  return [
    head === '' ? '' : `### ${head}`,
    facts === '' ? '' : `*${facts}*`,
    item.description === undefined ? '' : escape(item.description),
    ...item.paragraphs.map(escape),
    bullets(item.bullets),
    ...item.notes.map(({ label, text }) => `${escape(label)}: ${escape(text)}`),
    escape(item.keywords.join(', ')),
  ];
}

function subtitle({ subtitle, subtitleHref }: Entry): string {
  return subtitle === undefined ? '' : linked(subtitle, subtitleHref);
}

function place({ place, placeHref }: Entry): string {
  return place === undefined ? '' : linked(place, placeHref);
}

function group({ name, level, items }: Group): string {
  const title = name === undefined ? '' : `**${escape(name)}**`;
  const head = level === undefined ? title : joined([title, title === '' ? escape(level) : `(${escape(level)})`], ' ');
  return `- ${joined([head, escape(items.join(', '))], ': ')}`;
}

function pair({ label, text }: Pair): string {
  return `- ${joined([label === '' ? '' : `**${escape(label)}**`, escape(text)], ': ')}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${escape(item)}`).join('\n');
}

function linked(text: string, href: string | undefined): string {
  return href === undefined ? escape(text) : `[${escape(text)}](<${href.replace(/[<>]/g, encodeURIComponent)}>)`;
}

/**
 * Signs that CommonMark would read as markup where they stand: anywhere (emphasis, links, code, HTML, entities), or only at
 * the start of a line (headings, lists, quotes, rules).
 */
function escape(text: string): string {
  return text
    .replace(/[\\`*[\]<>|]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(?=[+-](?:\s|$)|#{1,6}(?:\s|$)|[=-]+\s*$|~{3})/, '\\')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
