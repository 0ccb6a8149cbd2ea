import type { Contact, CvView, Entry, Group, Pair, Section } from '../view/view.js';
import { textXml, xml, type Attributes } from '../xml.js';

const RIGHT_TO_LEFT = /^[^\p{Alphabetic}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Writes a view as paragraphs in named styles, and collects the addresses that its links go to. */
export class BodyWriter {
  /** Addresses of links; the one at place n has the relationship `link{n+1}`. */
  readonly addresses: string[] = [];

  /** `textWidth` (twips) is where what stands at the right edge is set. */
  constructor(
    private readonly view: CvView,
    private readonly textWidth: number,
  ) {}

  /** `anchored` is what floats beside the name. */
  write(anchored: string): string {
    const { view } = this;
    return [
      paragraph('Title', anchored + run(view.name), this.directionOf(view.name)),
      view.label === undefined ? '' : paragraph('Subtitle', run(view.label), this.directionOf(view.label)),
      view.contacts.length === 0 ? '' : this.contacts(view.contacts, view.direction),
      ...view.sections.map((section) => this.section(section)),
    ].join('');
  }

  /** A text takes its direction from its own first letter if that runs from right to left, else from the document. */
  private directionOf(text: string): CvView['direction'] {
    return RIGHT_TO_LEFT.test(text) ? 'rtl' : this.view.direction;
  }

  private contacts(contacts: readonly Contact[], direction: CvView['direction']): string {
    const parts = contacts.map(({ text, href }) => this.linked(text, href));
    return paragraph('Contact', parts.join(run('  |  ')), direction);
  }

  private section(section: Section): string {
    const heading =
      section.title === '' ? '' : paragraph('Heading1', run(section.title), this.directionOf(section.title));
    return heading + this.sectionBody(section);
  }

  private sectionBody(section: Section): string {
    switch (section.kind) {
      case 'text':
        return section.paragraphs.map((text) => this.plain(text)).join('');
      case 'entries':
        return section.entries.map((entry) => this.entry(entry)).join('');
      case 'groups':
        return section.groups.map((item) => this.group(item)).join('');
      case 'pairs':
        return section.pairs.map((item) => this.pair(item)).join('');
      case 'list':
        return section.items.map((text) => this.bullet(text)).join('');
    }
  }

  private entry(entry: Entry): string {
    const { title, href, subtitle, subtitleHref, date, place, placeHref } = entry;
    const direction = this.directionOf(title);
    const paragraphs = [
      title === '' && date === undefined
        ? ''
        : this.edges('Heading2', this.linked(title, href), date === undefined ? '' : run(date), direction),
      subtitle === undefined && place === undefined
        ? ''
        : this.edges(
            'Organisation',
            subtitle === undefined ? '' : this.linked(subtitle, subtitleHref),
            place === undefined ? '' : this.linked(place, placeHref),
            direction,
          ),
      entry.description === undefined
        ? ''
        : paragraph('Description', run(entry.description), this.directionOf(entry.description)),
      ...entry.paragraphs.map((text) => this.plain(text)),
      ...entry.bullets.map((text) => this.bullet(text)),
      ...entry.notes.map((item) => this.pair(item)),
      entry.keywords.length === 0 ? '' : this.plain(entry.keywords.join(', ')),
    ].filter((paragraph) => paragraph !== '');
    return paragraphs.map((text, index) => (entry.keep && index < paragraphs.length - 1 ? kept(text) : text)).join('');
  }

  /** One part at the start of the line, one at its end. */
  private edges(style: string, start: string, end: string, direction: CvView['direction']): string {
    if (end === '') return paragraph(style, start, direction);
    if (start === '') return paragraph(style, end, direction);
    const tab = xml('w:tabs', {}, xml('w:tab', { 'w:val': 'right', 'w:pos': this.textWidth }));
    return paragraph(style, `${start}${xml('w:r', {}, xml('w:tab'))}${end}`, direction, tab);
  }

  private linked(text: string, href: string | undefined): string {
    if (text === '' || href === undefined) return run(text);
    const known = this.addresses.indexOf(href);
    const index = known < 0 ? this.addresses.push(href) : known + 1;
    return xml('w:hyperlink', { 'r:id': `link${index}`, 'w:history': 1 }, run(text, 'Hyperlink'));
  }

  private plain(text: string): string {
    return paragraph('Normal', run(text), this.directionOf(text));
  }

  private bullet(text: string): string {
    return paragraph('ListBullet', run(text), this.directionOf(text));
  }

  /** «Databases (expert): Postgres, Redis» */
  private group({ name, level, items }: Group): string {
    const title = name === undefined ? '' : run(name, 'Strong');
    const grade = level === undefined ? '' : run(name === undefined ? level : ` (${level})`);
    const colon = title + grade !== '' && items.length > 0 ? ': ' : '';
    const list = items.join(', ');
    return paragraph('Normal', title + grade + run(colon + list), this.directionOf(name ?? list));
  }

  private pair({ label, text }: Pair): string {
    const colon = label !== '' && text !== '' ? ': ' : '';
    return paragraph('Normal', run(label, 'Strong') + run(colon + text), this.directionOf(label === '' ? text : label));
  }
}

/** `{page}` and `{pages}` of the label become fields that Word keeps up. */
export function pageNumber({ pageLabel, direction }: CvView): string {
  const parts = pageLabel.split(/(\{pages?\})/);
  const runs = parts.map((part) => {
    if (part === '{page}') return field('PAGE');
    return part === '{pages}' ? field('NUMPAGES') : run(part);
  });
  return paragraph('Footer', runs.join(''), direction);
}

function field(instruction: string): string {
  return xml('w:fldSimple', { 'w:instr': ` ${instruction} ` }, run('1'));
}

function paragraph(style: string, content: string, direction: CvView['direction'], tabs = ''): string {
  const bidi = direction === 'rtl' ? xml('w:bidi') : '';
  // The order of these elements is fixed by the schema.
  return xml('w:p', {}, xml('w:pPr', {}, xml('w:pStyle', { 'w:val': style }), tabs, bidi), content);
}

/** A paragraph that stays on one page with the next. */
function kept(paragraph: string): string {
  return paragraph.replace(/<w:pStyle [^>]*\/>/, (style) => style + xml('w:keepNext'));
}

function run(text: string, style?: string): string {
  if (text === '') return '';
  const properties = [
    style === undefined ? '' : xml('w:rStyle', { 'w:val': style }),
    RIGHT_TO_LEFT.test(text) ? xml('w:rtl') : '',
  ].join('');
  const preserve: Attributes = { 'xml:space': /^\s|\s$/.test(text) ? 'preserve' : undefined };
  return xml('w:r', {}, properties === '' ? '' : xml('w:rPr', {}, properties), textXml('w:t', text, preserve));
}
