import { ParagraphBuilder, type Block, type ParagraphStyle } from '../flow/blocks.js';
import { child, type XmlElement } from '../xml.js';
import type { OdfLook, OdfStyles } from './styles.js';

/** Where in lists a paragraph stands. */
interface ListPlace {
  style: string | undefined;
  level: number;
  /** The first paragraph of an item carries its marker. */
  opens: boolean;
}

/** How far in, in points, each level of a list stands where its styles do not say. */
const LIST_INDENT = 18;

/** Turns the contents of a text document into blocks: paragraphs, lists, tables, frames, notes. */
export class OdtBlockReader {
  /** Page breaks that the program saw when it last laid the document out. */
  softPageBreaks = 0;

  constructor(private readonly styles: OdfStyles) {}

  read(container: XmlElement, list?: ListPlace): Block[] {
    return container.children.flatMap((element, index) => {
      const place = list && { ...list, opens: list.opens && index === 0 };
      switch (element.name) {
        case 'text:p':
        case 'text:h':
          return this.#paragraph(element, place);
        case 'text:list':
          return this.#list(element, list);
        case 'table:table':
          return [{ kind: 'table', rows: this.#rows(element) }];
        case 'text:section':
        case 'text:index-body':
        case 'text:table-of-content':
        case 'text:numbered-paragraph':
          return this.read(element, place);
        case 'text:soft-page-break':
          this.softPageBreaks++;
          return [];
        case 'draw:frame':
        case 'draw:custom-shape':
        case 'draw:rect':
        case 'draw:g':
          return this.#frames(element);
        default:
          return [];
      }
    });
  }

  #list(element: XmlElement, outer: ListPlace | undefined): Block[] {
    const style = element.attributes['text:style-name'] ?? outer?.style;
    const level = (outer?.level ?? 0) + 1;
    return element.children.flatMap((item) => this.read(item, { style, level, opens: item.name === 'text:list-item' }));
  }

  #paragraph(element: XmlElement, list: ListPlace | undefined): Block[] {
    const { look, masterPage: _page, ...style } = this.styles.of('paragraph', element.attributes['text:style-name']);
    const level = Number(element.attributes['text:outline-level']) || style.headingLevel;
    const isHeading = element.name === 'text:h' || level !== undefined;
    const place: ParagraphStyle = {
      ...style,
      ...(isHeading && { headingLevel: level ?? 1 }),
      ...(list && !isHeading && { indent: (style.indent ?? 0) || list.level * LIST_INDENT }),
      listItem: list?.opens === true && !isHeading && this.styles.hasMarker(list.style, list.level),
    };
    const flow: Flow = { paragraph: new ParagraphBuilder(), apart: [] };
    this.#inline(element, { ...this.styles.base, ...look }, undefined, flow);
    return [flow.paragraph.take(place), ...flow.apart];
  }

  #inline(element: XmlElement, look: OdfLook, url: string | undefined, flow: Flow): void {
    for (const node of element.nodes) {
      if (typeof node === 'string') {
        // White space in the file is layout of the file: real runs of spaces are elements.
        if (!look.hidden) flow.paragraph.text(node.replace(/[ \t\r\n]+/g, ' '), shown(look), url);
        continue;
      }
      switch (node.name) {
        case 'text:span':
          this.#inline(
            node,
            { ...look, ...this.styles.of('text', node.attributes['text:style-name']).look },
            url,
            flow,
          );
          break;
        case 'text:a':
          this.#inline(node, look, node.attributes['xlink:href'] ?? url, flow);
          break;
        case 'text:s':
          flow.paragraph.text(' '.repeat(Math.min(Number(node.attributes['text:c'] ?? 1) || 1, 100)), shown(look), url);
          break;
        case 'text:tab':
          flow.paragraph.tab();
          break;
        case 'text:line-break':
          flow.paragraph.break();
          break;
        case 'text:soft-page-break':
          this.softPageBreaks++;
          break;
        case 'text:note':
          flow.apart.push({ kind: 'apart', blocks: this.read(child(node, 'text:note-body') ?? node) });
          break;
        case 'text:ruby':
          this.#inline(child(node, 'text:ruby-base') ?? node, look, url, flow);
          break;
        case 'draw:frame':
        case 'draw:custom-shape':
        case 'draw:rect':
        case 'draw:g':
        case 'draw:a':
          flow.apart.push(...this.#frames(node));
          break;
        case 'office:annotation':
        case 'text:page-number':
        case 'text:page-count':
        case 'text:hidden-text':
        case 'text:ruby-text':
          break;
        default:
          this.#inline(node, look, url, flow);
      }
    }
  }

  #rows(table: XmlElement): Block[][][] {
    return table.children.flatMap((part) => {
      switch (part.name) {
        case 'table:table-row':
          return [part.children.filter(({ name }) => name === 'table:table-cell').map((cell) => this.read(cell))];
        case 'table:table-header-rows':
        case 'table:table-rows':
        case 'table:table-row-group':
          return this.#rows(part);
        default:
          return [];
      }
    });
  }

  /** The texts in a drawing, each apart. */
  #frames(element: XmlElement): Block[] {
    const holds = element.children.some(({ name }) => ['text:p', 'text:h', 'text:list', 'table:table'].includes(name));
    const own: Block[] = holds ? [{ kind: 'apart', blocks: this.read(element) }] : [];
    const nested = element.children
      .filter(({ name }) => name.startsWith('draw:') && !(holds && FRAMES.has(name)))
      .flatMap((part) => this.#frames(part));
    return [...own, ...nested];
  }
}

/** What `read` itself follows into. */
const FRAMES = new Set(['draw:frame', 'draw:custom-shape', 'draw:rect', 'draw:g']);

interface Flow {
  paragraph: ParagraphBuilder;
  /** Frames and notes that hang on the paragraph. */
  apart: Block[];
}

function shown({ size, bold, italic, color }: OdfLook) {
  return { size, bold, italic, color };
}
