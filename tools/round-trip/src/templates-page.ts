import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { LANGUAGES } from '@discover/cv-parser/benchmark';
import { SAMPLE, renderCv, templates, type TemplateInfo } from '@discover/cv-render';

import { f1Of, FORMATS, type RoundTripFormat, type Trip } from './round-trip.js';

/** This file is tools/round-trip/{src,dist}/templates-page.*: the checkout is three folders up. */
const file = resolve(import.meta.dirname, '../../../docs/templates.md');
const PICTURES_A_ROW = 4;

/** What we read of an option's JSON Schema. */
interface Option {
  type?: string;
  enum?: readonly string[];
  items?: { enum?: readonly string[] };
  default?: unknown;
  minimum?: number;
  maximum?: number;
  description?: string;
}

/** Writes the page from what templates say of themselves and what the trips showed. */
export async function writeTemplatesPage(trips: readonly Trip[]): Promise<string> {
  const people = new Set(trips.map(({ truth }) => truth.basics?.name)).size;
  const parts = [
    '# Templates',
    '<!-- Written by `npm run round-trip -- --people 4 --page`: change what it is made from, not this page. -->',
    `${templates.length} templates, one engine: each shows every section of a CV in PDF, DOCX, HTML, plain text and Markdown, with the options below. \`GET /api/v1/templates\` tells the same to programs.`,
    contactSheet(),
    '## How to choose',
    choosing(),
    '## Each of them',
    ...(await Promise.all(templates.map((template) => chapter(template, trips)))),
    '## Read back by a parser',
    `A CV is worth what the machine at the other end reads of it. ${people} invented people of five languages, rendered by every template and read back by our own parser, without the data that our files carry: F1 over name, contacts, posts, degrees, skills and languages (their mean; 1 is all of it and nothing else).`,
    f1Table(
      'template',
      templates.map(({ id }) => id),
      (id) => trips.filter(({ template }) => template === id),
    ),
    f1Table('language', LANGUAGES, (code) => trips.filter(({ language }) => language === code)),
    '## Options',
    'The same for all templates; a template says where it starts from. Unknown and impossible ones are refused, each by its name.',
    options(),
  ];
  await writeFile(file, `${parts.join('\n\n')}\n`);
  return file;
}

const picture = ({ id, name }: TemplateInfo): string =>
  `[<img src="../libs/cv-render/src/templates/${id}/preview.png" width="190" alt="First page of ${name}">](#${id})`;

function contactSheet(): string {
  const rows = Array.from({ length: Math.ceil(templates.length / PICTURES_A_ROW) }, (_, row) =>
    templates.slice(row * PICTURES_A_ROW, (row + 1) * PICTURES_A_ROW),
  );
  const cells = rows.flatMap((row) => [row.map(picture), row.map(({ id }) => `\`${id}\``)]);
  return table(cells[0]!, cells.slice(1));
}

function choosing(): string {
  const which = (wanted: (template: TemplateInfo) => boolean): string =>
    templates
      .filter(wanted)
      .map(({ id }) => `[\`${id}\`](#${id})`)
      .join(', ');
  return [
    `- Into an online form, or to an employer whose software reads first: ${which(({ atsSafe }) => atsSafe)}. One column, all text as text. \`plain\` has nothing else.`,
    `- With a photo: ${which(({ photo }) => photo)}. The profile \`dach\` shows photo and personal facts, \`us\` and \`uk-ie\` leave them out.`,
    `- In two columns: ${which(({ columns }) => columns === 2)}.`,
    `- On US Letter by default: ${which((template) => optionsOf(template).paper?.default === 'us-letter')}; every template sets both papers.`,
    `- On one page: ${which(({ typicalPages: [fewest, most] }) => fewest === 1 && most === 1)}, or \`maxPages\` with any.`,
    `- For a long career: ${which(({ typicalPages: [, most] }) => most >= 4)}.`,
  ].join('\n');
}

const optionsOf = ({ optionsSchema }: TemplateInfo): Partial<Record<string, Option>> =>
  (optionsSchema as { properties: Record<string, Option> }).properties;

async function chapter(template: TemplateInfo, trips: readonly Trip[]): Promise<string> {
  const { id, description, tags, columns, atsSafe, photo, typicalPages, version } = template;
  const { paper, fonts, accentColor } = optionsOf(template);
  const { pages } = await renderCv({ document: SAMPLE, template: id, format: 'pdf' });
  const mine = trips.filter((trip) => trip.template === id);
  const facts = [
    ['for', tags.join(', ')],
    ['pages', `${typicalPages.join(' to ')} for a usual career; ${pages} for a short one`],
    ['columns', String(columns)],
    ['ATS-safe', atsSafe ? 'yes' : 'no'],
    ['photo', photo ? 'yes' : 'no'],
    [
      'starts from',
      `${String(paper?.default)}, fonts \`${String(fonts?.default)}\`, colour \`${String(accentColor?.default)}\``,
    ],
    ['version', String(version)],
    ['read back', FORMATS.map((format) => `${format} ${figure(inFormat(mine, format))}`).join(' · ')],
  ];
  return [`### ${id}`, description, table(['', ''], facts)].join('\n\n');
}

const inFormat = (trips: readonly Trip[], format: RoundTripFormat): readonly Trip[] =>
  trips.filter((trip) => trip.format === format);

/** Rounded down, so that 1.000 means all of it. */
const figure = (trips: readonly Trip[]): string => (Math.floor(f1Of(trips) * 1000) / 1000).toFixed(3);

function f1Table(title: string, names: readonly string[], tripsOf: (name: string) => readonly Trip[]): string {
  const rows = names.map((name) => [
    `\`${name}\``,
    ...FORMATS.map((format) => figure(inFormat(tripsOf(name), format))),
  ]);
  return table([title, ...FORMATS], rows);
}

function options(): string {
  const all = templates.map(optionsOf);
  const names = [...new Set(all.flatMap((properties) => Object.keys(properties)))];
  const rows = names.map((name) => {
    const used = all.flatMap((properties) => properties[name] ?? []);
    const defaults = [...new Set(used.map((option) => JSON.stringify(option.default)))];
    const [only] = defaults;
    return [
      `\`${name}\``,
      valuesOf(used[0]!),
      defaults.length > 1 ? 'by template' : only === undefined ? '' : `\`${only}\``,
      `${used[0]!.description ?? ''}${used.length < all.length ? ' Only of templates that have one.' : ''}`,
    ];
  });
  return table(['option', 'values', 'default', 'what it does'], rows);
}

function valuesOf({ type, enum: words, items, minimum, maximum }: Option): string {
  if (words) return words.map((word) => `\`${word}\``).join(' ');
  if (items?.enum) return 'a list of sections';
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return type === 'string' ? 'text' : (type ?? '');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
