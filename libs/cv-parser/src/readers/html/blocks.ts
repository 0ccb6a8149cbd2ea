import type { Piece } from '../../document/builder.js';
import type { Deadline } from '../../limits.js';
import { ParagraphBuilder, plainText, type Block, type Flow, type Paragraph } from '../flow/blocks.js';
import { StyleSheet } from './css.js';
import { elements, type HtmlElement, type HtmlPage } from './dom.js';
import { linkText, linkUrl } from './links.js';
import { definitionRows, hasTitles, isContainer, isFooter, isIcon, tableRows } from './structure.js';
import { computeStyle, ROOT_STYLE, type HtmlStyle } from './style.js';

/** A page as blocks: its text, and apart from it its menus. */
export function toFlows({ root, css }: HtmlPage, deadline: Deadline): Flow[] {
  const sheet = new StyleSheet(css);
  const menus: Block[] = [];
  const writer = new BlockWriter(sheet, menus, deadline);
  writer.children(root, ROOT_STYLE, undefined);
  return [
    { blocks: writer.finish(), furniture: false },
    { blocks: menus, furniture: true },
  ];
}

/** Writes the content of one element, of a cell or of the page, as blocks. */
class BlockWriter {
  readonly #blocks: Block[] = [];
  readonly #paragraph = new ParagraphBuilder();
  #style: HtmlStyle = ROOT_STYLE;
  #headingLevel: number | undefined;
  #listItem = false;
  /** Space in points above the next paragraph: of margins that meet, the largest counts. */
  #space = 0;
  /** The next white space is not shown: the line begins, or ends with some. */
  #collapses = true;
  /** What ended right before, with no space between: margins may part it from what follows if one of both has a class. */
  #closed: 'none' | 'plain' | 'classed' = 'none';
  /** What floats to the right of the next line. */
  #floating: Piece[][] = [];

  constructor(
    private readonly sheet: StyleSheet,
    private readonly menus: Block[],
    private readonly deadline: Deadline,
  ) {}

  finish(): Block[] {
    this.#flush();
    for (const cell of this.#floating.splice(0)) this.#blocks.push({ kind: 'paragraph', lines: [[cell]] });
    return this.#blocks;
  }

  children(element: HtmlElement, style: HtmlStyle, url: string | undefined): void {
    for (const node of element.nodes) {
      if (typeof node === 'string') this.#text(node, style, url);
      else this.#element(node, style, url);
    }
  }

  #element(element: HtmlElement, parent: HtmlStyle, url: string | undefined): void {
    this.#styled(element, computeStyle(element, parent, this.sheet.of(element)), url);
  }

  #styled(element: HtmlElement, style: HtmlStyle, url: string | undefined): void {
    if (style.display === 'none') return;
    this.deadline.check();
    switch (element.name) {
      case 'br':
        this.#paragraph.break();
        this.#collapses = true;
        return;
      case 'svg':
      case 'img':
        this.#icon();
        return;
      case 'nav':
        this.menus.push(...this.#inside(element, style));
        return;
      case 'dl':
        this.#table(definitionRows(element), style);
        return;
      case 'a':
        this.#anchor(element, style, url);
        return;
      default:
    }
    if (isFooter(element)) this.menus.push(...this.#inside(element, style));
    else if (isIcon(element)) this.#icon();
    else if (style.display === 'table') this.#table(tableRows(element), style);
    else if (this.#isRow(element, style)) this.#table([elements(element)], style);
    else if (element.name === 'aside') this.#apart(this.#inside(element, style));
    else if (style.float === 'right') this.#float(this.#inside(element, style));
    else if (style.display === 'inline' || style.display === 'cell') this.#inline(element, style, url);
    else if (style.display === 'inline-block') this.#box(element, style, url);
    else this.#block(element, style, url);
  }

  #block(element: HtmlElement, style: HtmlStyle, url: string | undefined): void {
    this.#flush();
    const outer = { style: this.#style, headingLevel: this.#headingLevel };
    const [, level] = /^h([1-6])$/.exec(element.name) ?? [];
    this.#style = style;
    if (level !== undefined) this.#headingLevel = Number(level);
    if (style.display === 'list-item') this.#listItem = style.hasMarkers && !isContainer(element);
    this.#space = Math.max(this.#space, style.before);
    this.children(element, style, url);
    this.#flush();
    this.#space = Math.max(this.#space, style.after);
    if (style.display === 'list-item') this.#listItem = false;
    this.#style = outer.style;
    this.#headingLevel = outer.headingLevel;
  }

  #inline(element: HtmlElement, style: HtmlStyle, url: string | undefined): void {
    const kind = element.classes.length > 0 ? 'classed' : 'plain';
    if (this.#closed !== 'none' && (this.#closed === 'classed' || kind === 'classed')) this.#text(' ', style, url);
    this.#closed = 'none';
    this.children(element, style, url);
    this.#closed = kind;
  }

  /** A picture in a line begins another part of it. */
  #icon(): void {
    if (this.#headingLevel === undefined && !this.#paragraph.isEmpty) this.#paragraph.tab();
    this.#collapses = true;
  }

  /** Boxes in a line, such as tags and buttons, are cells of it; in a heading they are words. */
  #box(element: HtmlElement, style: HtmlStyle, url: string | undefined): void {
    const part = () => {
      if (this.#headingLevel !== undefined) this.#text(' ', style, url);
      else if (!this.#paragraph.isEmpty) this.#paragraph.tab();
    };
    part();
    this.#collapses = true;
    if (elements(element).length === 0) this.children(element, style, url);
    else this.#inline(element, style, url);
    part();
    this.#collapses = true;
  }

  #anchor(element: HtmlElement, style: HtmlStyle, outer: string | undefined): void {
    const url = linkUrl(element.attributes.href) ?? outer;
    if (plainText(this.#inside(element, style)) === '' && url !== undefined && url !== outer) {
      // A link that is only an icon: what it leads to is what it says.
      if (!this.#paragraph.isEmpty) this.#paragraph.tab();
      this.#paragraph.text(linkText(url), style.look, url);
      this.#paragraph.tab();
      this.#collapses = true;
    } else if (style.display === 'inline' && style.float === null) this.#inline(element, style, url);
    else if (style.display === 'inline-block') this.#box(element, style, url);
    else this.#block(element, style, url);
  }

  /** The contents of an element as blocks of their own. */
  #inside(element: HtmlElement, style: HtmlStyle): Block[] {
    const writer = new BlockWriter(this.sheet, this.menus, this.deadline);
    writer.#headingLevel = this.#headingLevel;
    writer.#style = style;
    writer.children(element, style, undefined);
    return writer.finish();
  }

  /** Whether an element's children all stand side by side: flexible boxes, floats, cells, columns of the usual class names. */
  #isRow(element: HtmlElement, style: HtmlStyle): boolean {
    const parts = elements(element);
    if (element.nodes.some((node) => typeof node === 'string' && node.trim() !== '')) return false;
    if (style.display === 'row') return true;
    if (style.display !== 'block' || parts.length < 2) return false;
    const shown = parts
      .map((part) => computeStyle(part, style, this.sheet.of(part)))
      .filter(({ display }) => display !== 'none');
    if (shown.length < 2) return false;
    const floats = shown.filter(({ float }) => float !== null).length;
    return (
      shown.every(({ display }) => display === 'cell') ||
      (floats > 0 && floats >= shown.length - 1 && shown.every(({ display }) => display !== 'inline')) ||
      (element.classes.includes('row') &&
        parts.every(({ classes }) => classes.some((name) => /^col(?:-|$)/.test(name))))
    );
  }

  #table(rows: HtmlElement[][], style: HtmlStyle): void {
    this.#flush();
    this.#space = Math.max(this.#space, style.before);
    const blocks = rows.map((cells) =>
      cells
        .map((cell) => ({ cell, style: computeStyle(cell, style, this.sheet.of(cell)) }))
        .filter(({ style: { display } }) => display !== 'none')
        .map((shown) => this.#cell(shown.cell, shown.style)),
    );
    this.#blocks.push({ kind: 'table', rows: blocks, hasTitles: hasTitles(rows) });
    this.#space = Math.max(this.#space, style.after);
  }

  #cell(cell: HtmlElement, style: HtmlStyle): Block[] {
    const writer = new BlockWriter(this.sheet, this.menus, this.deadline);
    writer.#headingLevel = this.#headingLevel;
    writer.#style = style;
    writer.#space = this.#space;
    writer.#styled(cell, { ...style, float: null }, undefined);
    return writer.finish();
  }

  #apart(blocks: Block[]): void {
    this.#flush();
    this.#blocks.push({ kind: 'apart', blocks });
  }

  /** One line that floats to the right stands at the end of the line that it floats beside. */
  #float(blocks: Block[]): void {
    const [first, ...others] = blocks;
    const lines = first?.kind === 'paragraph' ? first.lines : [];
    if (others.length === 0 && lines.length === 1) this.#floating.push(...lines[0]!);
    else if (blocks.length > 0) this.#apart(blocks);
  }

  #text(text: string, style: HtmlStyle, url: string | undefined): void {
    const lines = style.keepsBreaks ? text.split(/\r\n|\r|\n/) : [text];
    lines.forEach((line, index) => {
      if (index > 0) {
        this.#paragraph.break();
        this.#collapses = true;
      }
      // A tab between words is a word processor's: the layout of the file itself has them only at its lines' beginnings.
      line.split(/(?<=[^\s])\t+(?=[^\s])/).forEach((cell, at) => {
        if (at > 0) this.#paragraph.tab();
        this.#words(style.keepsBreaks ? cell : cell.replace(/[ \t\r\n\f]+/g, ' '), style, url);
      });
    });
  }

  #words(text: string, style: HtmlStyle, url: string | undefined): void {
    const shown = this.#collapses ? text.replace(/^ +/, '') : text;
    if (shown === '') return;
    this.#paragraph.text(shown, style.look, url);
    this.#collapses = shown.endsWith(' ');
    this.#closed = 'none';
  }

  #flush(): void {
    this.#collapses = true;
    this.#closed = 'none';
    if (this.#paragraph.isEmpty) {
      this.#paragraph.take({});
      return;
    }
    const paragraph: Paragraph = this.#paragraph.take({
      indent: this.#style.indent,
      before: this.#space,
      ...(this.#headingLevel !== undefined && { headingLevel: this.#headingLevel }),
      listItem: this.#listItem,
    });
    // Breaks at the edges of a block show nothing.
    const filled = (cells: Piece[][]) => cells.some((cell) => cell.some(({ text }) => text.trim() !== ''));
    const first = paragraph.lines.findIndex(filled);
    paragraph.lines = paragraph.lines.slice(first, paragraph.lines.findLastIndex(filled) + 1);
    paragraph.lines[0]!.push(...this.#floating.splice(0));
    this.#blocks.push(paragraph);
    this.#listItem = false;
    this.#space = 0;
  }
}
