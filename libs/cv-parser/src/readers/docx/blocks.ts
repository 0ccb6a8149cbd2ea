import type { NewLine, Piece } from '../../document/builder.js';
import { leadingMarker } from '../../document/markers.js';
import type { Look } from '../../document/model.js';
import { readLook, readParagraph, type ParagraphStyle, type Styles } from './styles.js';
import { child, value, type XmlElement } from './xml.js';

/** A line with the space around it, before that is turned into `gap`. */
export interface DocxLine extends NewLine {
  before: number;
  after: number;
}

/** Rows with at least so many paragraphs in two cells are columns of a page, not rows of a table. */
const COLUMN_PARAGRAPHS = 4;
const PRIVATE_USE = /[\u{E000}-\u{F8FF}]/gu;

/** Turns a part's XML into lines: paragraphs, tables, text boxes, fields and hyperlinks. */
export class BlockReader {
  pages = 1;
  #region = 0;
  #column: 'left' | 'right' | null = null;

  constructor(
    private readonly styles: Styles,
    private readonly links: ReadonlyMap<string, string>,
  ) {}

  read(container: XmlElement): DocxLine[] {
    return container.children.flatMap((element) => {
      switch (element.name) {
        case 'w:p':
          return this.#paragraph(element);
        case 'w:tbl':
          return this.#table(element);
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:ins':
        case 'w:customXml':
        case 'w:smartTag':
          return this.read(element);
        default:
          return [];
      }
    });
  }

  #paragraph(element: XmlElement): DocxLine[] {
    const properties = child(element, 'w:pPr');
    const own = readParagraph(properties);
    const named = this.styles.of(value(properties, 'w:pStyle'));
    const style: ParagraphStyle = { ...named, ...own, look: { ...named.look } };
    const flow: Flow = { lines: [[[]]], boxes: [], field: [], styles: this.styles };
    this.#runs(element, { ...this.styles.base, ...style.look }, undefined, flow);
    const lines = flow.lines.map((cells, index): DocxLine => ({
      page: 1,
      cells: cells.filter((cell) => cell.some((piece) => piece.text.trim() !== '')),
      gap: 0,
      indent: style.indent ?? 0,
      region: this.#region,
      column: this.#column,
      ...(index === 0 && style.headingLevel !== undefined && { headingLevel: style.headingLevel }),
      listItem: index === 0 && style.list === true,
      before: index === 0 ? (style.before ?? 0) : 0,
      after: index === flow.lines.length - 1 ? (style.after ?? 0) : 0,
    }));
    return [...lines, ...flow.boxes.flatMap((box) => this.#apart(() => this.read(box)))];
  }

  #runs(element: XmlElement, look: Look, url: string | undefined, flow: Flow): void {
    for (const part of element.children) {
      switch (part.name) {
        case 'w:r': {
          const properties = child(part, 'w:rPr');
          this.#run(
            part,
            { ...look, ...this.styles.character(value(properties, 'w:rStyle')), ...readLook(properties) },
            url,
            flow,
          );
          break;
        }
        case 'w:hyperlink':
          this.#runs(part, look, this.links.get(part.attributes['r:id'] ?? '') ?? url, flow);
          break;
        case 'w:fldSimple':
          this.#runs(part, look, fieldUrl(part.attributes['w:instr'] ?? '') ?? url, flow);
          break;
        case 'w:ins':
        case 'w:smartTag':
        case 'w:sdt':
        case 'w:sdtContent':
          this.#runs(part, look, url, flow);
          break;
        default:
      }
    }
  }

  #run(run: XmlElement, look: Look, url: string | undefined, flow: Flow): void {
    for (const part of run.children) {
      const link = url ?? flow.field.at(-1)?.url;
      switch (part.name) {
        case 'w:t':
          if (!flow.field.some((field) => !field.result)) put(flow, part.text, look, link);
          break;
        case 'w:tab':
          flow.lines.at(-1)!.push([]);
          break;
        case 'w:br':
        case 'w:cr':
          if (part.attributes['w:type'] === 'page') this.pages++;
          flow.lines.push([[]]);
          break;
        case 'w:lastRenderedPageBreak':
          this.pages++;
          break;
        case 'w:noBreakHyphen':
          put(flow, '-', look, link);
          break;
        case 'w:fldChar':
          if (part.attributes['w:fldCharType'] === 'begin') flow.field.push({ result: false, code: '' });
          else if (part.attributes['w:fldCharType'] === 'end') flow.field.pop();
          else Object.assign(flow.field.at(-1) ?? {}, { result: true, url: fieldUrl(flow.field.at(-1)?.code ?? '') });
          break;
        case 'w:instrText':
          if (flow.field.length > 0) flow.field.at(-1)!.code += part.text;
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'mc:AlternateContent':
          flow.boxes.push(...textBoxes(part));
          break;
        default:
      }
    }
  }

  #table(table: XmlElement): DocxLine[] {
    return table.children.filter(({ name }) => name === 'w:tr').flatMap((row) => this.#row(row));
  }

  #row(row: XmlElement): DocxLine[] {
    const cells = row.children
      .flatMap((cell) => (cell.name === 'w:sdt' ? (child(cell, 'w:sdtContent')?.children ?? []) : [cell]))
      .filter(({ name }) => name === 'w:tc');
    const counts = cells.map((cell) => cell.children.filter(({ name }) => name === 'w:p' || name === 'w:tbl').length);
    if (counts.filter((count) => count >= COLUMN_PARAGRAPHS).length >= 2) {
      return cells.flatMap((cell, index) => this.#apart(() => this.read(cell), index === 0 ? 'left' : 'right'));
    }
    const blocks = cells.map((cell) => this.read(cell).filter((line) => line.cells.length > 0));
    const filled = blocks.filter((block) => block.length > 0);
    if (filled.length === 0) return [];
    const [first, ...others] = filled.map((block) => block[0]!);
    const head: DocxLine = {
      ...first!,
      cells: [...first!.cells, ...others.flatMap((line) => line.cells)],
      listItem: false,
      before: Math.max(first!.before, 3),
      after: 0,
    };
    const rest = filled.map((block) => block.slice(1));
    return [head, ...rest.flat()];
  }

  /** Reads a block that stands apart from the text around it, as its own region. */
  #apart(read: () => DocxLine[], column: 'left' | 'right' | null = this.#column): DocxLine[] {
    const outer = this.#column;
    this.#column = column;
    this.#region++;
    const lines = read();
    this.#region++;
    this.#column = outer;
    return lines;
  }
}

interface Flow {
  /** Lines of cells of pieces. */
  lines: Piece[][][];
  boxes: XmlElement[];
  /** Fields that are open: their code, and whether their result has begun. */
  field: { result: boolean; code: string; url?: string | undefined }[];
  styles: Styles;
}

function put(flow: Flow, text: string, look: Look, url: string | undefined): void {
  const clean = text
    .replace(PRIVATE_USE, '')
    .replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC');
  if (clean !== '') flow.lines.at(-1)!.at(-1)!.push({ text: clean, look, url });
}

function fieldUrl(code: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]+)"/.exec(code)?.[1];
}

/** The contents of the text boxes in a drawing; of two forms of the same drawing only the first. */
function textBoxes(element: XmlElement): XmlElement[] {
  if (element.name === 'mc:Fallback') return [];
  if (element.name === 'w:txbxContent') return [element];
  return element.children.flatMap(textBoxes);
}

/** Turns space around paragraphs and empty paragraphs into gaps, measured against what is usual in the document. */
export function measureGaps(lines: readonly DocxLine[]): NewLine[] {
  const measured: { line: DocxLine; points: number }[] = [];
  let after = 0;
  let empty = 0;
  for (const line of lines) {
    if (line.cells.length === 0) {
      empty++;
      continue;
    }
    const size = line.cells[0]![0]?.look.size ?? 10;
    measured.push({ line, points: Math.max(line.before, after) / (size * 1.2) + Math.min(empty, 2) * 0.8 });
    after = line.after;
    empty = 0;
  }
  const usual = [...measured.map(({ points }) => points)].sort((a, b) => a - b)[Math.floor(measured.length * 0.2)] ?? 0;
  return measured.map(({ line: { before: _before, after: _after, ...line }, points }) => ({
    ...line,
    gap: Math.max(0, Math.round((points - usual) * 100) / 100),
    cells: trimMarker(line.cells),
  }));
}

/** A list marker that was typed and followed by a tab is no cell of its own. */
function trimMarker(cells: Piece[][]): Piece[][] {
  const [first, second, ...rest] = cells;
  const text =
    first
      ?.map((piece) => piece.text)
      .join('')
      .trim() ?? '';
  if (!first || !second || text.length > 2 || leadingMarker(`${text} x`) === 0) return cells;
  return [[...first, { text: ' ', look: first[0]!.look }, ...second], ...rest];
}
