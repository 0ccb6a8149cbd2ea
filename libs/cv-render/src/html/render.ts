import { dataUri, type Photo } from '../photo.js';
import type { Style } from '../style.js';
import type { Template } from '../templates.js';
import type { Contact, CvView, PhotoView, Section } from '../view/view.js';
import { element, escapeHtml, linked } from './escape.js';
import { sectionBody } from './section.js';
import { styleSheet } from './style-sheet.js';

/** Nothing is loaded and nothing is run, whatever the document holds. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * One file of HTML that needs no other: the design of the template in CSS, fonts included. Typst can export HTML too,
 * but drops all layout on the way; here the view is written as the elements that it means, and styled by the tokens
 * that the PDF is styled by.
 */
export function renderHtml(template: Template, view: CvView, style: Style, photo?: Photo): string {
  const page: Page = { template, view, photo: view.photo && photo ? portrait(view.photo, photo) : '' };
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
    template.columns === 1 ? oneColumn(page) : twoColumns(page),
    '</body>',
    '</html>',
    '',
  ]
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}

/** What is drawn, with the element of the photo: empty if there is none. */
interface Page {
  template: Template;
  view: CvView;
  photo: string;
}

function oneColumn(page: Page): string {
  const { view } = page;
  const reach = contacts(view) + qrCode(view);
  return `<main class="page">\n${head(page, reach)}\n${sections(page, view.sections)}\n${closing(view)}</main>`;
}

function twoColumns(page: Page): string {
  const { view, template } = page;
  const main = view.sections.filter((section) => section.area === 'main');
  const side = view.sections.filter((section) => section.area === 'side');
  const reach =
    view.contacts.length === 0
      ? ''
      : `<section><h2>${escapeHtml(view.contactTitle)}</h2>\n${contacts(view)}</section>\n`;
  if (template.banner) {
    return [
      '<main class="page">',
      head(page, contacts(view) + qrCode(view)),
      `<div class="main">\n${sections(page, main)}\n${closing(view)}</div>`,
      `<aside class="side">\n${sections(page, side)}\n</aside>`,
      '</main>',
    ].join('\n');
  }
  return [
    '<main class="page">',
    `<div class="main">\n${head(page, '')}\n${sections(page, main)}\n${closing(view)}</div>`,
    `<aside class="side">\n${reach}${qrCode(view)}${sections(page, side)}\n</aside>`,
    '</main>',
  ].join('\n');
}

function head({ view, photo }: Page, reach: string): string {
  return `<header class="head">\n${photo}<h1>${escapeHtml(view.name)}</h1>\n${element('p', 'label', view.label)}\n${reach}</header>`;
}

function contacts(view: CvView): string {
  if (view.contacts.length === 0) return '';
  return `<address class="contacts">\n<ul>\n${view.contacts.map(contact).join('\n')}\n</ul>\n</address>\n`;
}

function contact({ kind, label, text, href }: Contact): string {
  return `<li class="${kind}">${element('span', 'what', label)} <bdi>${linked(text, href)}</bdi></li>`;
}

function portrait({ shape, alt }: PhotoView, photo: Photo): string {
  return `<img class="photo ${shape}" alt="${escapeHtml(alt)}" src="${dataUri(photo)}">\n`;
}

/** Drawn by us from the address alone: nothing in it is anyone else's markup. */
function qrCode({ qrCode: code }: CvView): string {
  if (code === undefined) return '';
  const svg = code.svg.replace('<svg ', `<svg role="img" aria-label="${escapeHtml(code.alt)}" `);
  return `<a class="qr" href="${escapeHtml(code.href)}" rel="noopener nofollow">${svg}</a>\n`;
}

function closing(view: CvView): string {
  if (view.closing === undefined) return '';
  const { text, placeAndDate, signature } = view.closing;
  const line = (above: string, below: string): string =>
    `<p><span class="line">${escapeHtml(above)}</span>${element('span', 'what', below)}</p>`;
  return `<footer class="closing">${line(text, placeAndDate)}${signature === undefined ? '' : line('', signature)}</footer>\n`;
}

function sections({ view, template }: Page, shown: readonly Section[]): string {
  return shown
    .map((section) => {
      const id = `section-${view.sections.indexOf(section) + 1}`;
      const heading = section.title === '' ? '' : `<h2 id="${id}">${escapeHtml(section.title)}</h2>\n`;
      const label = heading === '' ? '' : ` aria-labelledby="${id}"`;
      return `<section class="${section.id}"${label}>\n${heading}${sectionBody(section, template.languageGrid ? view.levelNames : undefined)}\n</section>`;
    })
    .join('\n');
}

function meta(name: string, content: string | undefined): string {
  return content === undefined || content === '' ? '' : `<meta name="${name}" content="${escapeHtml(content)}">`;
}
