import type { Basics, Resume } from '@discover/cv-model';

import type { Person } from '../people/person.js';
import type { Random } from '../people/random.js';
import type { Block, Composed, ContactItem, Section } from './composition.js';
import { DatePrinter } from './dates.js';
import { printContact, printName, printPersonal } from './header.js';
import { layoutOf, type LayoutId } from './layouts.js';
import type { Printer } from './printer.js';
import { printSections, type PrintedSection } from './sections.js';
import { chooseStyle, type Style } from './style.js';
import { line, spaced } from './text.js';
import { WORDINGS } from './wording/index.js';
import type { SectionKind } from './wording/types.js';

/** What a format can do. */
export interface Medium {
  /** Text can link to an address that it does not show. */
  readonly links: boolean;
}

/** Sections that fit in a narrow column. */
const NARROW: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'skills',
  'languages',
  'certificates',
  'interests',
  'personal',
  'contact',
  'awards',
]);

/** Prints a person: chooses wording, style and order, and tells what the document says in the end. */
export function compose(person: Person, layoutId: LayoutId, medium: Medium, random: Random): Composed {
  const { language } = person;
  const wording = WORDINGS[language];
  const layout = layoutOf(layoutId);
  const chosen = chooseStyle(random, language, layoutId, wording);
  const style: Style = medium.links || chosen.scheme !== 'name only' ? chosen : { ...chosen, scheme: 'none' };
  const dates = new DatePrinter(style.dates, language, wording);
  const printer: Printer = { language, layout, style, wording, dates, random, at: random.pick(wording.at) };

  const name = printName(person, style);
  const { items: contact, basics } = printContact(person, style, wording, random);
  const personal = style.personal === 'none' ? [] : printPersonal(person, wording, random);
  const nameInside =
    style.personal === 'section' && style.printTitle && style.nameAmongPersonal && layout.header === 'left';
  const sections = printSections(person, printer);
  const personalRows = [
    ...(nameInside ? [{ label: random.pick(wording.labels.name), text: name.printed }] : []),
    ...personal,
  ];
  if (style.personal === 'section') sections.push({ kind: 'personal', truth: {}, blocks: [rows(personalRows)] });
  const order = orderSections(
    sections.map(({ kind }) => kind),
    person,
    random,
  );
  const ordered = order.map((kind) => sections.find((section) => section.kind === kind)!);
  if (nameInside)
    ordered.unshift(
      ...ordered.splice(
        ordered.findIndex(({ kind }) => kind === 'personal'),
        1,
      ),
    );

  const inColumn = layout.header === 'side';
  const items: ContactItem[] = [
    ...contact,
    ...(style.personal === 'contact'
      ? personal.map(({ label, text }) => ({ icon: 'birth' as const, label, text: `${label}: ${text}` }))
      : []),
  ];
  let number = 0;
  const finished = ordered.map(({ kind, blocks }) => ({
    kind,
    section: { heading: heading(kind, printer, ++number), blocks },
  }));
  const contactHeading = heading('contact', printer, 0);
  const [main, side] = divide(finished, layout.columns, random);
  const page = random.any(wording.page).replace('$name', `${person.name.given} ${person.name.family}`);
  const withLabel = style.printLabel;
  const truth = mergeTruth({ name: name.value, ...(withLabel && { label: person.label }), ...basics }, sections);
  return {
    truth,
    composition: {
      language,
      layout: layoutId,
      look: style.look,
      ...(style.printTitle && { title: random.pick(wording.titles) }),
      name: nameInside ? '' : name.printed,
      ...(withLabel && { label: person.label }),
      contact: { items, ...style.contact, heading: inColumn || layout.header === 'foot' ? contactHeading : '' },
      main,
      side,
      running: running(style, page, `${person.name.given} ${person.name.family}`, random),
    },
  };
}

function mergeTruth(basics: Basics, sections: readonly PrintedSection[]): Resume {
  return sections.reduce<Resume>(
    (resume, { truth }) => ({ ...resume, ...truth, basics: { ...resume.basics, ...truth.basics } }),
    { basics },
  );
}

const rows = (pairs: readonly { label: string; text: string }[]): Block => ({
  kind: 'rows',
  rows: pairs.map(({ label, text }) => [line(label), line(text)]),
});

function orderSections(kinds: readonly SectionKind[], person: Person, random: Random): SectionKind[] {
  const young = person.work.length < 2 || random.chance(0.25);
  const first: SectionKind[] = young ? ['summary', 'education', 'work'] : ['summary', 'work', 'education'];
  const skillsFirst: SectionKind[] = random.chance(0.2) ? ['summary', 'skills', ...first.slice(1)] : first;
  const rest = random.shuffle(kinds.filter((kind) => !skillsFirst.includes(kind)));
  const last = rest.filter((kind) => kind === 'interests' || kind === 'references');
  return [
    ...skillsFirst.filter((kind) => kinds.includes(kind)),
    ...rest.filter((kind) => !last.some((other) => other === kind)),
    ...last,
  ];
}

function heading(kind: SectionKind, { style, wording, random }: Printer, number: number): string {
  const text = random.pick(wording.headings[kind]);
  switch (style.headingCase) {
    case 'as is':
      return text;
    case 'upper':
      return text.toLocaleUpperCase();
    case 'spaced':
      return spaced(text);
    case 'numbered':
      return number === 0 ? text : `${number}. ${text}`;
    case 'colon':
      return `${text}:`;
  }
}

type Placed = readonly { readonly kind: SectionKind; readonly section: Section }[];

function divide(sections: Placed, columns: 'one' | 'left' | 'right' | 'equal', random: Random): [Section[], Section[]] {
  const of = (placed: Placed): Section[] => placed.map(({ section }) => section);
  if (columns === 'one') return [of(sections), []];
  if (columns === 'equal') {
    const middle = random.chance(0.5)
      ? sections.findIndex(({ kind }) => kind === 'education')
      : Math.ceil(sections.length / 2);
    const at = middle <= 0 ? Math.ceil(sections.length / 2) : middle;
    return [of(sections.slice(0, at)), of(sections.slice(at))];
  }
  const narrow = (kind: SectionKind): boolean => NARROW.has(kind);
  return [of(sections.filter(({ kind }) => !narrow(kind))), of(sections.filter(({ kind }) => narrow(kind)))];
}

function running(style: Style, page: string, name: string, random: Random): { header?: string; footer?: string } {
  if (!style.running) return {};
  return {
    footer: page,
    ...(random.chance(0.4) && {
      header: random.any([name, `CV ${name}`, `${name} – ${page}`]).replace(/ – .*page.*/, ''),
    }),
  };
}
