import type { Look } from '../../document/model.js';
import { PLAIN_LOOK, type ParagraphStyle } from '../flow/blocks.js';
import { child, type XmlElement } from '../xml.js';

export interface OdfLook extends Look {
  hidden: boolean;
}

export interface OdfStyle extends ParagraphStyle {
  look: Partial<OdfLook>;
  masterPage?: string;
}

const POINTS: Record<string, number> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, pc: 12, px: 0.75 };
const MAX_ANCESTORS = 20;

/** The named and automatic styles of a text document, with what each takes over from its parent. */
export class OdfStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, OdfStyle>();
  readonly base: OdfLook;

  /** `groups`: the elements `office:styles` and `office:automatic-styles`. */
  constructor(groups: readonly (XmlElement | undefined)[]) {
    let defaults: Partial<OdfLook> = {};
    for (const element of groups.flatMap((group) => group?.children ?? [])) {
      const { 'style:name': name, 'style:family': family } = element.attributes;
      if (element.name === 'style:style') this.#elements.set(`${family}/${name}`, element);
      else if (element.name === 'text:list-style') this.#lists.set(name ?? '', element);
      else if (element.name === 'style:default-style' && family === 'paragraph') defaults = readLook(element, 10);
    }
    this.base = { ...PLAIN_LOOK, hidden: false, ...defaults };
  }

  of(family: 'paragraph' | 'text', name: string | undefined): OdfStyle {
    return name === undefined ? { look: {} } : this.#resolve(`${family}/${name}`, 0);
  }

  /** Whether a list shows a marker at a level; lists without one only stand in. */
  hasMarker(list: string | undefined, level: number): boolean {
    const definition = this.#lists
      .get(list ?? '')
      ?.children.find(({ attributes }) => attributes['text:level'] === String(level));
    if (definition === undefined) return true;
    const isEmptyNumber =
      definition.name === 'text:list-level-style-number' && !definition.attributes['style:num-format'];
    return !isEmptyNumber && definition.attributes['text:bullet-char'] !== ' ';
  }

  #resolve(key: string, depth: number): OdfStyle {
    const known = this.#resolved.get(key);
    if (known) return known;
    const element = this.#elements.get(key);
    if (!element || depth > MAX_ANCESTORS) return { look: {} };
    const { 'style:parent-style-name': parentName, 'style:family': family } = element.attributes;
    const parent = parentName === undefined ? { look: {} } : this.#resolve(`${family}/${parentName}`, depth + 1);
    const { masterPage: _inherited, ...inherited }: OdfStyle = parent;
    const style: OdfStyle = {
      ...inherited,
      ...readParagraph(element),
      look: { ...parent.look, ...readLook(element, parent.look.size ?? this.base.size) },
    };
    this.#resolved.set(key, style);
    return style;
  }
}

function readParagraph(element: XmlElement): ParagraphStyle & { masterPage?: string } {
  const properties = child(element, 'style:paragraph-properties')?.attributes ?? {};
  const level = Number(element.attributes['style:default-outline-level']);
  const masterPage = element.attributes['style:master-page-name'];
  const all = length(properties['fo:margin']);
  const indent = length(properties['fo:margin-left']) ?? all;
  const before = length(properties['fo:margin-top']) ?? all;
  const after = length(properties['fo:margin-bottom']) ?? all;
  return {
    ...(level > 0 && { headingLevel: level }),
    ...(masterPage && { masterPage }),
    ...(indent !== undefined && { indent }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function readLook(element: XmlElement, parentSize: number): Partial<OdfLook> {
  const properties = child(element, 'style:text-properties')?.attributes ?? {};
  const size = properties['fo:font-size'];
  const points = size?.endsWith('%') ? (parseFloat(size) / 100) * parentSize : length(size);
  const weight = properties['fo:font-weight'];
  const slant = properties['fo:font-style'];
  const color = properties['fo:color'];
  const display = properties['text:display'];
  return {
    ...(points !== undefined && points > 0 && { size: points }),
    ...(weight !== undefined && { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant !== undefined && { italic: slant !== 'normal' }),
    ...(color !== undefined && { color: /^#[\da-f]{6}$/i.test(color) ? parseInt(color.slice(1), 16) : 0 }),
    ...(display !== undefined && { hidden: display === 'none' }),
  };
}

/** A length such as `0.5cm` in points. */
function length(text: string | undefined): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)([a-z]{2})$/.exec(text ?? '') ?? [];
  const factor = unit === undefined ? undefined : POINTS[unit];
  return factor === undefined ? undefined : Number(number) * factor;
}
