import { pathToFileURL } from 'node:url';

import type { Random } from '../../people/random.js';
import type { Composition } from '../../presentation/composition.js';
import { layoutOf } from '../../presentation/layouts.js';
import { fontFiles, ICON_FAMILY } from '../fonts.js';
import { HtmlBlocks, type Dialect } from './blocks.js';

/** How the columns of a page are made. */
type Columns = 'grid' | 'flex' | 'absolute' | 'float' | 'table';

export function chooseDialect(random: Random): Dialect & { columns: Columns; mainFirst: boolean } {
  return {
    bullets: random.any(['ul', 'before', 'text'] as const),
    right: random.any(['flex', 'float', 'absolute', 'table'] as const),
    line: random.any(['p', 'div'] as const),
    columns: random.any(['grid', 'flex', 'absolute', 'float', 'table'] as const),
    mainFirst: random.chance(0.5),
  };
}

/** A page for the browser: what stands where is a matter of its style sheet, and what comes first in the file of dice. */
export function htmlPage(composition: Composition, random: Random, { fonts = true } = {}): string {
  const dialect = chooseDialect(random);
  const blocks = new HtmlBlocks(composition, dialect);
  const { layout, main, side, contact, title, name } = composition;
  const { columns, header } = layoutOf(layout);
  const sections = (list: Composition['main']): string => list.map((section) => blocks.section(section)).join('\n');
  const sideContact =
    contact.heading === '' || header === 'foot'
      ? ''
      : `<section><h2>${contact.heading}</h2>${blocks.contact(true)}</section>`;
  const top =
    header === 'side'
      ? ''
      : `<header class="${header}"><div>${blocks.names()}</div>${header === 'foot' ? '' : blocks.contact(header === 'split')}</header>`;
  const mainColumn = `<main>${header === 'side' ? blocks.names() : ''}${sections(main)}</main>`;
  const sideColumn = columns === 'one' ? '' : `<aside>${sideContact}${sections(side)}</aside>`;
  const bodyColumns =
    dialect.columns === 'table' && columns !== 'one'
      ? `<table class="page"><tr>${columns === 'left' ? `<td class="aside">${sideColumn}</td><td>${mainColumn}</td>` : `<td>${mainColumn}</td><td class="aside">${sideColumn}</td>`}</tr></table>`
      : `<div class="page">${dialect.mainFirst || columns === 'one' || dialect.columns === 'float' ? mainColumn + sideColumn : sideColumn + mainColumn}</div>`;
  const foot = header === 'foot' ? `<footer>${blocks.contact(false)}</footer>` : '';
  return `<!DOCTYPE html>
<html lang="${composition.language}">
<head><meta charset="utf-8"><title>${title ?? 'CV'}${name === '' ? '' : ` – ${name.replace(/[<&]/g, '')}`}</title>
<style>${styleSheet(composition, dialect, fonts)}</style></head>
<body class="${layout}">${top}${bodyColumns}${foot}</body></html>
`;
}

function styleSheet({ look, layout }: Composition, dialect: Dialect & { columns: Columns }, fonts: boolean): string {
  const { columns } = layoutOf(layout);
  const faces = fonts
    ? fontFiles().filter(({ family }) => family === look.font || family === look.headingFont || family === ICON_FAMILY)
    : [];
  const rule = {
    none: '',
    below: `border-bottom:1px solid ${look.accent}`,
    above: `border-top:1px solid ${look.accent}`,
    both: `border:solid ${look.accent};border-width:1px 0`,
    fill: `background:${look.accent};color:#fff;padding:2px 5px`,
    bar: `border-left:4px solid ${look.accent};padding-left:6px`,
  }[look.heading.rule];
  const width = columns === 'equal' ? 50 : 31;
  return [
    ...faces.map(
      ({ family, weight, italic, path }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};src:url("${pathToFileURL(path).href}")}`,
    ),
    `@page{size:${look.paper === 'a4' ? 'A4' : 'letter'};margin:14mm}`,
    `body{font-family:"${look.font}",sans-serif;font-size:${look.size}pt;line-height:1.35;margin:0;${look.justify ? 'text-align:justify;hyphens:auto' : ''}}`,
    `h1,h2{font-family:"${look.headingFont}",sans-serif;margin:0}`,
    `h1{font-size:${look.nameScale}em;${look.nameTracking ? 'letter-spacing:.15em;' : ''}}`,
    `h2{font-size:${look.heading.scale}em;color:${look.accent};text-align:${look.heading.align};margin:.9em 0 .4em;font-weight:${look.heading.bold ? 700 : 400};${look.heading.tracking ? 'letter-spacing:.18em;' : ''}${rule};break-after:avoid}`,
    `p{margin:.25em 0}ul{margin:.2em 0;padding-left:1.3em}ul.before{list-style:none;padding-left:0}ul.before li::before{content:"${look.bullet}  "}a{color:inherit}`,
    `article{margin-bottom:${look.gap * 0.7}em}.title{font-size:1.3em}.label{font-size:1.15em;color:#444}`,
    `.head.flex{display:flex;justify-content:space-between;gap:1em}.head .right{float:${dialect.right === 'float' ? 'right' : 'none'}}.head.absolute{position:relative;padding-right:14em}.head.absolute .right{position:absolute;right:0;top:0}`,
    `table{border-collapse:collapse;width:100%}td{vertical-align:top;padding:1px 8px 1px 0;text-align:left}td.right{text-align:right;white-space:nowrap;padding-right:0}table.rows{width:auto}.europass table.rows td:first-child{width:32%;text-align:right;color:#555}.europass table.rows{width:100%}`,
    `table.entry td{border:1px solid #aaa;padding:4px}td.margin{width:24%}`,
    `.with-margin{display:${dialect.columns === 'grid' ? 'grid;grid-template-columns:24% 1fr' : 'flex'};gap:10px}.with-margin .margin{width:${dialect.columns === 'grid' ? 'auto' : '24%'};flex-shrink:0}.timeline .beside{border-left:2px solid ${look.accent};padding-left:9px}`,
    `.chips span{display:inline-block;color:#222;background:#e8e8e8;border-radius:3px;padding:1px 6px;margin:2px}.bar{display:flex;justify-content:space-between;align-items:center}.bar i{width:60px;height:5px;background:#ddd}.bar i b{display:block;height:5px;background:${look.accent}}`,
    `.icon{font-family:"${ICON_FAMILY}";font-style:normal}.contact.row span{display:inline-block;margin-right:12px}`,
    `header.center{text-align:center}header.banner{background:${look.accent};color:#fff;padding:10px}header.split{display:flex;justify-content:space-between}header.split .contact{text-align:right}footer{border-top:1px solid #888;margin-top:1em;text-align:center}`,
    `.cards section{border:1px solid #ccc;border-radius:5px;padding:8px;margin-bottom:8px}.heading-column section{display:grid;grid-template-columns:22% 1fr;gap:12px}`,
    `main,aside,header{overflow-wrap:anywhere}aside{${layout === 'export' ? 'background:#293e49;color:#fff;padding:8px' : ''}}${layout === 'export' ? 'aside h2{color:#fff}' : ''}`,
    columns === 'one' ? '' : columnRules(dialect.columns, columns, width),
  ].join('\n');
}

function columnRules(kind: Columns, side: 'left' | 'right' | 'equal', width: number): string {
  const left = side === 'left';
  switch (kind) {
    case 'grid':
      return `.page{display:grid;grid-template-columns:${left ? `${width}% 1fr` : `1fr ${width}%`};column-gap:16px;grid-auto-flow:dense}aside{grid-column:${left ? 1 : 2};grid-row:1}main{grid-column:${left ? 2 : 1};grid-row:1;min-width:0}`;
    case 'flex':
      return `.page{display:flex;gap:16px}aside{order:${left ? 0 : 2};width:${width}%;flex-shrink:0}main{order:1;flex:1;min-width:0}`;
    case 'absolute':
      return `.page{position:relative}aside{position:absolute;top:0;${left ? 'left' : 'right'}:0;width:${width - 2}%}main{margin-${left ? 'left' : 'right'}:${width}%}`;
    case 'float':
      return `main{float:${left ? 'right' : 'left'};width:${97 - width}%}aside{float:${left ? 'left' : 'right'};width:${width - 1}%}footer{clear:both}`;
    case 'table':
      return `td.aside{width:${width}%}table.page>tbody>tr>td{padding-right:14px}`;
  }
}
