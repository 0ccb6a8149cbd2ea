import type { Look } from '../../document/model.js';
import { child, flag, value, type XmlElement } from './xml.js';

export interface ParagraphStyle {
  look: Partial<Look>;
  headingLevel?: number;
  list?: boolean;
  before?: number;
  after?: number;
  indent?: number;
}

/** Look of text where nothing says otherwise: the format's own default is 10 points. */
const DEFAULT_LOOK: Look = { size: 10, bold: false, italic: false, color: 0 };
const TWIPS = 20;

/** The named styles of a document, with what each takes over from the one it is based on. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, ParagraphStyle>();
  readonly #defaultParagraph: string | undefined;
  readonly base: Look;
  readonly defaults: ParagraphStyle;

  constructor(root: XmlElement | null) {
    for (const element of root?.children ?? []) {
      const id = element.attributes['w:styleId'];
      if (element.name === 'w:style' && id !== undefined) this.#elements.set(id, element);
    }
    const defaults = child(root ?? undefined, 'w:docDefaults');
    this.base = { ...DEFAULT_LOOK, ...readLook(child(defaults, 'w:rPrDefault', 'w:rPr')) };
    this.defaults = readParagraph(child(defaults, 'w:pPrDefault', 'w:pPr'));
    this.#defaultParagraph = [...this.#elements].find(
      ([, element]) => element.attributes['w:type'] === 'paragraph' && element.attributes['w:default'] === '1',
    )?.[0];
  }

  /** A paragraph's style by its id, or the default one. */
  of(id: string | undefined): ParagraphStyle {
    const name = id ?? this.#defaultParagraph;
    return name === undefined ? this.defaults : this.#resolve(name, 0);
  }

  character(id: string | undefined): Partial<Look> {
    return id === undefined ? {} : this.#resolve(id, 0).look;
  }

  #resolve(id: string, depth: number): ParagraphStyle {
    const known = this.#resolved.get(id);
    if (known) return known;
    const element = this.#elements.get(id);
    if (!element || depth > 20) return this.defaults;
    const basis = value(element, 'w:basedOn');
    const parent = basis === undefined ? this.defaults : this.#resolve(basis, depth + 1);
    const own = readParagraph(child(element, 'w:pPr'));
    const name = value(element, 'w:name') ?? '';
    const level = /^(?:heading|titre|überschrift|título|titolo)\s*(\d)$/i.exec(name)?.[1];
    const style: ParagraphStyle = {
      ...parent,
      ...own,
      ...(level !== undefined && { headingLevel: Number(level) }),
      ...(/^list (?:bullet|paragraph|number)/i.test(name) && /bullet|number/i.test(name) && { list: true }),
      look: { ...parent.look, ...readLook(child(element, 'w:rPr')) },
    };
    this.#resolved.set(id, style);
    return style;
  }
}

/** Paragraph properties in points. */
export function readParagraph(properties: XmlElement | undefined): ParagraphStyle {
  const spacing = child(properties, 'w:spacing')?.attributes ?? {};
  const indent = child(properties, 'w:ind')?.attributes ?? {};
  const outline = value(properties, 'w:outlineLvl');
  const numbered = child(properties, 'w:numPr');
  const left = indent['w:left'] ?? indent['w:start'];
  return {
    look: {},
    ...(outline !== undefined && Number(outline) < 9 && { headingLevel: Number(outline) + 1 }),
    ...(numbered && { list: value(numbered, 'w:numId') !== '0' }),
    ...(spacing['w:before'] !== undefined && { before: Number(spacing['w:before']) / TWIPS }),
    ...(spacing['w:after'] !== undefined && { after: Number(spacing['w:after']) / TWIPS }),
    ...(left !== undefined && { indent: Number(left) / TWIPS }),
  };
}

export function readLook(properties: XmlElement | undefined): Partial<Look> {
  if (!properties) return {};
  // Text of complex scripts has its look in properties of its own.
  const complex = flag(properties, 'w:rtl') === true ? 'Cs' : '';
  const size = value(properties, `w:sz${complex}`);
  const bold = flag(properties, `w:b${complex}`);
  const italic = flag(properties, `w:i${complex}`);
  const color = value(properties, 'w:color');
  return {
    ...(size !== undefined && { size: Number(size) / 2 }),
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(color !== undefined && { color: /^[\da-f]{6}$/i.test(color) ? parseInt(color, 16) : 0 }),
  };
}

export function isCapitals(properties: XmlElement | undefined): boolean {
  return flag(properties, 'w:caps') === true;
}
