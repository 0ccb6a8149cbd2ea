import { elements, type HtmlElement } from './dom.js';

/** Where LibreOffice writes a page's footer to. */
export function isFooter({ name, attributes }: HtmlElement): boolean {
  return name === 'div' && attributes.title === 'footer';
}

/** An element that only a font of icons or a picture in its background can fill. */
export function isIcon({ name, classes, nodes }: HtmlElement): boolean {
  return (name === 'i' || name === 'span') && classes.length > 0 && nodes.length === 0;
}

const CONTAINERS = new Set(['div', 'section', 'article', 'header', 'table']);

/** An item that is an entry of its own, with headings or blocks in it, has no marker to speak of. */
export function isContainer(item: HtmlElement): boolean {
  let blocks = 0;
  const visit = (element: HtmlElement): boolean =>
    elements(element).some(
      (part) => /^h[1-6]$/.test(part.name) || (CONTAINERS.has(part.name) && ++blocks > 1) || visit(part),
    );
  return visit(item);
}

export function tableRows(table: HtmlElement): HtmlElement[][] {
  return elements(table).flatMap((part) => {
    switch (part.name) {
      case 'tr':
        return [elements(part).filter(({ name }) => name === 'td' || name === 'th')];
      case 'thead':
      case 'tbody':
      case 'tfoot':
        return tableRows(part);
      case 'caption':
        return [[part]];
      default:
        return [];
    }
  });
}

/** A first row of several headings above rows of data names the columns. */
export function hasTitles(rows: readonly HtmlElement[][]): boolean {
  const [first = [], ...others] = rows;
  return others.length > 0 && first.length > 1 && first.every(({ name }) => name === 'th');
}

/** A term and what is said of it make a row. */
export function definitionRows(list: HtmlElement): HtmlElement[][] {
  const rows: HtmlElement[][] = [];
  for (const part of elements(list)) {
    if (part.name === 'div') rows.push(...definitionRows(part));
    else if (part.name === 'dt' || rows.length === 0) rows.push([part]);
    else if (rows.at(-1)!.length === 1)
      rows.at(-1)!.push({ ...part, name: 'div', attributes: {}, classes: [], nodes: [part] });
    else rows.at(-1)![1]!.nodes.push(part);
  }
  return rows;
}
