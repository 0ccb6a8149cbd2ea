import type { Style } from '../style.js';
import type { Template } from '../templates.js';
import type { Contact, CvView, Section } from '../view/view.js';
import { element, escapeHtml, linked } from './escape.js';
import { sectionBody } from './section.js';
import { styleSheet } from './style-sheet.js';

/** Nothing is loaded and nothing is run, whatever the document holds. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * One file of HTML that needs no other: the design of the template in CSS, fonts included. Typst can export HTML too,
 * but drops all layout on the way; here the view is written as the elements that it means, and styled by the tokens
 * that the PDF is styled by.
 */
export function renderHtml(template: Template, view: CvView, style: Style): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(view.language)}" dir="${view.direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(view.title)}</title>`,
    meta('author', view.author),
    meta('description', view.label),
    meta('keywords', view.keywords.join(', ')),
    `<style>\n${styleSheet(template, style, JSON.stringify(view))}</style>`,
    '</head>',
    `<body class="${template.id}">`,
    template.columns === 1 ? oneColumn(view) : twoColumns(view),
    '</body>',
    '</html>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}

function oneColumn(view: CvView): string {
  return `<main class="page">\n${head(view, contacts(view))}\n${sections(view, view.sections)}\n</main>`;
}

function twoColumns(view: CvView): string {
  const main = view.sections.filter((section) => section.area === 'main');
  const side = view.sections.filter((section) => section.area === 'side');
  const reach =
    view.contacts.length === 0
      ? ''
      : `<section><h2>${escapeHtml(view.contactTitle)}</h2>\n${contacts(view)}</section>\n`;
  return [
    '<main class="page">',
    `<div class="main">\n${head(view, '')}\n${sections(view, main)}\n</div>`,
    `<aside class="side">\n${reach}${sections(view, side)}\n</aside>`,
    '</main>',
  ].join('\n');
}

function head(view: CvView, reach: string): string {
  return `<header class="head">\n<h1>${escapeHtml(view.name)}</h1>\n${element('p', 'label', view.label)}\n${reach}</header>`;
}

function contacts(view: CvView): string {
  if (view.contacts.length === 0) return '';
  return `<address class="contacts">\n<ul>\n${view.contacts.map(contact).join('\n')}\n</ul>\n</address>\n`;
}

function contact({ kind, label, text, href }: Contact): string {
  return `<li class="${kind}">${element('span', 'what', label)} <bdi>${linked(text, href)}</bdi></li>`;
}

function sections(view: CvView, shown: readonly Section[]): string {
  return shown
    .map((section) => {
      const id = `section-${view.sections.indexOf(section) + 1}`;
      const heading = section.title === '' ? '' : `<h2 id="${id}">${escapeHtml(section.title)}</h2>\n`;
      const label = heading === '' ? '' : ` aria-labelledby="${id}"`;
      return `<section class="${section.id}"${label}>\n${heading}${sectionBody(section)}\n</section>`;
    })
    .join('\n');
}

function meta(name: string, content: string | undefined): string {
  return content === undefined || content === '' ? '' : `<meta name="${name}" content="${escapeHtml(content)}">`;
}
