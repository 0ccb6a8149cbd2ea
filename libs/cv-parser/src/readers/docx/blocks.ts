import { ParagraphBuilder, type Block, type ParagraphStyle } from '../flow/blocks.js';
import { child, type XmlElement } from '../xml.js';
import { value } from './elements.js';
import type { Numbering } from './numbering.js';
import { readLook, readParagraph, type RunLook, type Styles, type WordStyle } from './styles.js';

/** What the parts of a document share. */
export interface WordContext {
  styles: Styles;
  numbering: Numbering;
  /** Footnotes and endnotes by the name of their reference and their id. */
  notes: ReadonlyMap<string, XmlElement>;
}

/** Letters that are bullets in fonts of symbols. */
const SYMBOL_LETTERS = /[·§¨ØüvqnluwFà\uf02d-\uf0fc]/u;
const BULLET = '•';

/** Turns a part's XML into blocks: paragraphs, tables, text boxes, fields, hyperlinks, notes. */
export class BlockReader {
  #breaks = 0;
  #renderedBreaks = 0;

  constructor(
    private readonly context: WordContext,
    private readonly links: ReadonlyMap<string, string>,
  ) {}

  /** By the breaks that Word saw when it last laid the document out, or else by those that its author set. */
  get pages(): number {
    return 1 + Math.max(this.#breaks, this.#renderedBreaks);
  }

  read(container: XmlElement): Block[] {
    return container.children.flatMap((element, index) => {
      switch (element.name) {
        case 'w:p':
          return this.#paragraph(element, container.children[index - 1], container.children[index + 1]);
        case 'w:tbl':
          return [this.#table(element)];
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag':
          return this.read(element);
        case 'mc:AlternateContent':
          return this.read(chosen(element));
        default:
          return [];
      }
    });
  }

  #paragraph(element: XmlElement, previous?: XmlElement, next?: XmlElement): Block[] {
    const { styles } = this.context;
    const properties = child(element, 'w:pPr');
    const named = styles.of(value(properties, 'w:pStyle'));
    const style: WordStyle = { ...named, ...readParagraph(properties), look: named.look };
    const flow: Flow = { paragraph: new ParagraphBuilder(), apart: [], fields: [] };
    this.#runs(element, { ...styles.base, ...style.look }, undefined, flow);
    return [flow.paragraph.take(this.#place(style, element, previous, next)), ...flow.apart];
  }

  /** What its list and its neighbours add to a paragraph's style. */
  #place(style: WordStyle, element: XmlElement, previous?: XmlElement, next?: XmlElement): ParagraphStyle {
    const { look: _look, list, level, contextual = false, ...own } = style;
    const listed = list === undefined ? {} : this.context.numbering.of(list, level);
    const like = (other?: XmlElement) =>
      other?.name === 'w:p' && value(other, 'w:pPr', 'w:pStyle') === value(element, 'w:pPr', 'w:pStyle');
    return {
      ...listed,
      ...own,
      ...(listed.listItem !== undefined && { listItem: listed.listItem }),
      ...(own.headingLevel !== undefined && { listItem: false }),
      ...(contextual && like(previous) && { before: 0 }),
      ...(contextual && like(next) && { after: 0 }),
    };
  }

  #runs(element: XmlElement, look: RunLook, url: string | undefined, flow: Flow): void {
    for (const part of element.children) {
      switch (part.name) {
        case 'w:r': {
          const properties = child(part, 'w:rPr');
          const character = this.context.styles.character(value(properties, 'w:rStyle'));
          this.#run(part, { ...look, ...character, ...readLook(properties) }, url, flow);
          break;
        }
        case 'w:hyperlink':
          this.#runs(part, look, this.links.get(part.attributes['r:id'] ?? '') ?? url, flow);
          break;
        case 'w:fldSimple':
          this.#runs(part, look, fieldUrl(part.attributes['w:instr'] ?? '') ?? url, flow);
          break;
        case 'mc:AlternateContent':
          this.#runs(chosen(part), look, url, flow);
          break;
        case 'w:ins':
        case 'w:moveTo':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:bdo':
        case 'w:dir':
        case 'w:sdt':
        case 'w:sdtContent':
          this.#runs(part, look, url, flow);
          break;
        default:
      }
    }
  }

  #run(run: XmlElement, look: RunLook, url: string | undefined, flow: Flow): void {
    for (const part of run.children) {
      switch (part.name) {
        case 'w:t':
          put(flow, part.text, look, url);
          break;
        case 'w:noBreakHyphen':
          put(flow, '-', look, url);
          break;
        case 'w:sym':
          put(
            flow,
            String.fromCharCode(parseInt(part.attributes['w:char'] ?? '0', 16)),
            { ...look, symbols: true },
            url,
          );
          break;
        case 'w:tab':
        case 'w:ptab':
          flow.paragraph.tab();
          break;
        case 'w:br':
        case 'w:cr':
          if (part.attributes['w:type'] === 'page') this.#breaks++;
          flow.paragraph.break();
          break;
        case 'w:lastRenderedPageBreak':
          this.#renderedBreaks++;
          break;
        case 'w:fldChar':
          field(flow, part.attributes['w:fldCharType']);
          break;
        case 'w:instrText':
          if (flow.fields.length > 0) flow.fields.at(-1)!.code += part.text;
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          this.#note(`${part.name}${part.attributes['w:id'] ?? ''}`, flow);
          break;
        case 'w:ruby':
          this.#runs(child(part, 'w:rubyBase') ?? part, look, url, flow);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
        case 'mc:AlternateContent':
          for (const box of textBoxes(part)) flow.apart.push({ kind: 'apart', blocks: this.read(box) });
          break;
        default:
      }
    }
  }

  #note(key: string, flow: Flow): void {
    const note = this.context.notes.get(key);
    if (note) flow.apart.push({ kind: 'apart', blocks: this.read(note) });
  }

  #table(table: XmlElement): Block {
    const rows = within(table, 'w:tr').filter((row) => !child(row, 'w:trPr', 'w:del'));
    return { kind: 'table', rows: rows.map((row) => within(row, 'w:tc').map((cell) => this.read(cell))) };
  }
}

interface Flow {
  paragraph: ParagraphBuilder;
  /** Text boxes and notes that hang on the paragraph. */
  apart: Block[];
  /** Fields that are open: their code, and whether their result has begun. */
  fields: { result: boolean; code: string; url?: string | undefined }[];
}

function put(flow: Flow, text: string, look: RunLook, url: string | undefined): void {
  if (look.hidden || flow.fields.some(({ result }) => !result)) return;
  const { size, bold, italic, color } = look;
  const shown = look.symbols ? (SYMBOL_LETTERS.test(text) ? BULLET : '') : text;
  flow.paragraph.text(shown, { size, bold, italic, color }, url ?? flow.fields.findLast((field) => field.url)?.url);
}

function field(flow: Flow, mark: string | undefined): void {
  if (mark === 'begin') flow.fields.push({ result: false, code: '' });
  else if (mark === 'end') flow.fields.pop();
  else {
    const open = flow.fields.at(-1);
    if (open) Object.assign(open, { result: true, url: fieldUrl(open.code) });
  }
}

function fieldUrl(code: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]+)"/.exec(code)?.[1];
}

/** Elements of a name in an element, also where content controls stand around them. */
function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((part) => {
    if (part.name === name) return [part];
    return ['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml'].includes(part.name) ? within(part, name) : [];
  });
}

/** Of several forms of the same content the first: the others are for older programs. */
function chosen(alternatives: XmlElement): XmlElement {
  return child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback') ?? alternatives;
}

/** The contents of the text boxes in a drawing. */
function textBoxes(element: XmlElement): XmlElement[] {
  if (element.name === 'mc:AlternateContent') return chosen(element).children.flatMap(textBoxes);
  if (element.name === 'w:txbxContent') return [element];
  return element.children.flatMap(textBoxes);
}
