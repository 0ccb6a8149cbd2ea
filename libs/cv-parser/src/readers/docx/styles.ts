import type { Look } from '../../document/model.js';
import { PLAIN_LOOK, type ParagraphStyle } from '../flow/blocks.js';
import { child, type XmlElement } from '../xml.js';
import { flag, value } from './elements.js';

export interface RunLook extends Look {
  hidden: boolean;
  /** The run is set in a font of symbols: its letters are pictures. */
  symbols: boolean;
}

export interface WordStyle extends ParagraphStyle {
  look: Partial<RunLook>;
  /** The list that the paragraph is in, and its level there. */
  list?: string;
  level?: string;
  /** No space between paragraphs of the same style. */
  contextual?: boolean;
}

const TWIPS = 20;
const SYMBOL_FONT = /^(?:symbol|wingdings(?: [23])?|webdings|marlett)$/i;
/** Word names its own styles in English in every language; other programs keep theirs. */
const HEADING_NAME = /^(?:heading|titre|überschrift|título|titolo)\s*(\d)$/i;
const LIST_NAME = /^list (?:bullet|number)/i;

/** The named styles of a document, with what each takes over from the one it is based on. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, WordStyle>();
  readonly #defaultParagraph: string | undefined;
  readonly #defaults: WordStyle;
  readonly base: RunLook;

  constructor(root: XmlElement | null) {
    for (const element of root?.children ?? []) {
      const id = element.attributes['w:styleId'];
      if (element.name === 'w:style' && id !== undefined) this.#elements.set(id, element);
    }
    const defaults = child(root ?? undefined, 'w:docDefaults');
    this.base = { ...PLAIN_LOOK, hidden: false, symbols: false, ...readLook(child(defaults, 'w:rPrDefault', 'w:rPr')) };
    this.#defaults = readParagraph(child(defaults, 'w:pPrDefault', 'w:pPr'));
    this.#defaultParagraph = [...this.#elements].find(
      ([, element]) => element.attributes['w:type'] === 'paragraph' && element.attributes['w:default'] === '1',
    )?.[0];
  }

  /** A paragraph's style by its id, or the default one. */
  of(id: string | undefined): WordStyle {
    const name = id ?? this.#defaultParagraph;
    return name === undefined ? this.#defaults : this.#resolve(name, 0);
  }

  character(id: string | undefined): Partial<RunLook> {
    return id === undefined ? {} : this.#resolve(id, 0).look;
  }

  #resolve(id: string, depth: number): WordStyle {
    const known = this.#resolved.get(id);
    if (known) return known;
    const element = this.#elements.get(id);
    if (!element || depth > 20) return this.#defaults;
    const basis = value(element, 'w:basedOn');
    const parent = basis === undefined ? this.#defaults : this.#resolve(basis, depth + 1);
    const name = value(element, 'w:name') ?? '';
    const level = HEADING_NAME.exec(name)?.[1];
    const style: WordStyle = {
      ...parent,
      ...readParagraph(child(element, 'w:pPr')),
      ...(level !== undefined && { headingLevel: Number(level) }),
      ...(LIST_NAME.test(name) && { listItem: true }),
      look: { ...parent.look, ...readLook(child(element, 'w:rPr')) },
    };
    this.#resolved.set(id, style);
    return style;
  }
}

/** Paragraph properties in points. */
export function readParagraph(properties: XmlElement | undefined): WordStyle {
  const spacing = child(properties, 'w:spacing')?.attributes ?? {};
  const indent = child(properties, 'w:ind')?.attributes ?? {};
  const outline = value(properties, 'w:outlineLvl');
  const list = child(properties, 'w:numPr');
  const number = value(list, 'w:numId');
  const level = value(list, 'w:ilvl');
  const contextual = flag(properties, 'w:contextualSpacing');
  const left = points(indent['w:left'] ?? indent['w:start']);
  const before = points(spacing['w:before']);
  const after = points(spacing['w:after']);
  return {
    look: {},
    ...(outline !== undefined && Number(outline) < 9 && { headingLevel: Number(outline) + 1 }),
    ...(number !== undefined && { list: number }),
    ...(level !== undefined && { level }),
    ...(contextual !== undefined && { contextual }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(left !== undefined && { indent: left }),
  };
}

export function readLook(properties: XmlElement | undefined): Partial<RunLook> {
  if (!properties) return {};
  // Text of complex scripts has its look in properties of its own.
  const complex = flag(properties, 'w:rtl') === true ? 'Cs' : '';
  const size = Number(value(properties, `w:sz${complex}`) ?? NaN);
  const bold = flag(properties, `w:b${complex}`);
  const italic = flag(properties, `w:i${complex}`);
  const hidden = flag(properties, 'w:vanish');
  const color = value(properties, 'w:color');
  const font = child(properties, 'w:rFonts')?.attributes['w:ascii'];
  return {
    ...(size > 0 && { size: size / 2 }),
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(hidden !== undefined && { hidden }),
    ...(font !== undefined && { symbols: SYMBOL_FONT.test(font) }),
    ...(color !== undefined && { color: /^[\da-f]{6}$/i.test(color) ? parseInt(color, 16) : 0 }),
  };
}

function points(twips: string | undefined): number | undefined {
  const number = Number(twips ?? NaN) / TWIPS;
  return Number.isFinite(number) ? number : undefined;
}
