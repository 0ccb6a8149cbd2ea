import type { Look } from '../../document/model.js';
import type { Declarations } from './css.js';
import type { HtmlElement } from './dom.js';

/** How an element is shown. */
export interface HtmlStyle {
  display: 'none' | 'block' | 'inline' | 'inline-block' | 'list-item' | 'row' | 'table' | 'cell';
  float: 'left' | 'right' | null;
  look: Look;
  /** Points. */
  before: number;
  after: number;
  indent: number;
  /** Line breaks of the source are shown. */
  keepsBreaks: boolean;
  /** Its list items have a marker. */
  hasMarkers: boolean;
}

/** Size of text where nothing is said: 16 CSS pixels. */
const ROOT_SIZE = 12;
export const ROOT_STYLE: Readonly<HtmlStyle> = {
  display: 'block',
  float: null,
  look: { size: ROOT_SIZE, bold: false, italic: false, color: 0 },
  before: 0,
  after: 0,
  indent: 0,
  keepsBreaks: false,
  hasMarkers: true,
};

const BLOCKS = new Set(
  'html body address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu nav ol p pre search section summary ul caption'.split(
    ' ',
  ),
);
/** Browsers' own sizes of headings in em, and margins of blocks in em of their own size. */
const HEADING_SIZES: Record<string, number> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67 };
const MARGINS: Record<string, number> = {
  p: 1, ul: 1, ol: 1, dl: 1, blockquote: 1, figure: 1, pre: 1, hr: 0.5,
  h1: 0.67, h2: 0.83, h3: 1, h4: 1.33, h5: 1.67, h6: 2.33,
}; // prettier-ignore
const BOLD = new Set('b strong th h1 h2 h3 h4 h5 h6'.split(' '));
const ITALIC = new Set(['i', 'em', 'cite', 'var', 'dfn', 'address']);
/** `<font size>` 1…7 in points. */
const FONT_SIZES = [7.5, 10, 12, 13.5, 18, 24, 36];
const SIZE_NAMES: Record<string, number> = {
  'xx-small': 7.5, 'x-small': 7.5, small: 10, medium: 12, large: 13.5, 'x-large': 18, 'xx-large': 24,
}; // prettier-ignore
const LIST_INDENT = 30;
const POINTS: Record<string, number> = { px: 0.75, pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, pc: 12 };

export function computeStyle(element: HtmlElement, parent: HtmlStyle, css: Declarations): HtmlStyle {
  const { name, attributes } = element;
  const look = readLook(element, parent.look, css);
  const margin = (MARGINS[name] ?? 0) * look.size;
  const sides = css.margin?.split(/\s+/);
  const indents = name === 'ul' || name === 'ol' || name === 'menu' || name === 'blockquote' || name === 'dd';
  const isList = name === 'ul' || name === 'ol' || name === 'menu';
  const listStyle = css['list-style-type'] ?? css['list-style'];
  return {
    display: isHidden(element, css) ? 'none' : displayOf(name, css),
    // What is as wide as its surroundings has nothing beside it.
    float: (css.float === 'left' || css.float === 'right') && css.width !== '100%' ? css.float : null,
    look,
    before: length(css['margin-top'] ?? sides?.[0], look.size) ?? margin,
    after: length(css['margin-bottom'] ?? sides?.[2] ?? sides?.[0], look.size) ?? margin,
    indent: parent.indent + (indents ? LIST_INDENT : Math.max(0, length(css['margin-left'], look.size) ?? 0)),
    keepsBreaks:
      css['white-space'] !== undefined ? css['white-space'].startsWith('pre') : name === 'pre' || parent.keepsBreaks,
    hasMarkers: markers(element, listStyle) ?? (isList || parent.hasMarkers),
    ...(attributes.hidden !== undefined && { display: 'none' }),
  };
}

/** Whether a list is said to have markers, by its style or by the usual class names of lists without. */
function markers({ classes }: HtmlElement, listStyle: string | undefined): boolean | undefined {
  if (listStyle !== undefined) return !/\bnone\b/.test(listStyle);
  return classes.some((name) => /^(?:list-(?:unstyled|inline|none|group)|fa-ul)$/.test(name)) ? false : undefined;
}

function isHidden({ name, attributes, classes }: HtmlElement, css: Declarations): boolean {
  return (
    name === 'head' ||
    css.display === 'none' ||
    css.visibility === 'hidden' ||
    attributes['aria-hidden'] === 'true' ||
    // Fonts of icons whose glyphs are called by words.
    classes.some((part) => /^material-(?:icons|symbols)/.test(part))
  );
}

function displayOf(name: string, css: Declarations): HtmlStyle['display'] {
  switch (css.display) {
    case 'flex':
      return css['flex-direction']?.startsWith('column') === true || css['flex-wrap'] === 'wrap' ? 'block' : 'row';
    case 'inline-flex':
    case 'inline-grid':
    case 'inline-block':
      return 'inline-block';
    case 'block':
    case 'grid':
    case 'flow-root':
      return name === 'li' ? 'list-item' : 'block';
    case 'inline':
      return 'inline';
    case 'table-cell':
      return 'cell';
    default:
  }
  if (name === 'li') return 'list-item';
  if (name === 'table') return 'table';
  return BLOCKS.has(name) ? 'block' : 'inline';
}

function readLook({ name, attributes }: HtmlElement, parent: Look, css: Declarations): Look {
  const font = name === 'font' ? attributes.size : undefined;
  const relative = font !== undefined && /^[+-]/.test(font) ? 3 + Number(font) : Number(font);
  const size =
    length(css['font-size'], parent.size) ??
    SIZE_NAMES[css['font-size'] ?? ''] ??
    (name === 'font' ? FONT_SIZES[relative - 1] : undefined) ??
    (HEADING_SIZES[name] === undefined
      ? name === 'small'
        ? parent.size * 0.83
        : undefined
      : HEADING_SIZES[name] * ROOT_SIZE) ??
    parent.size;
  const weight = css['font-weight'];
  const slant = css['font-style'];
  const color = colorOf(css.color ?? (name === 'font' ? attributes.color : undefined));
  return {
    size: Math.round(size * 10) / 10,
    bold: weight === undefined ? BOLD.has(name) || parent.bold : weight.startsWith('bold') || Number(weight) >= 600,
    italic: slant === undefined ? ITALIC.has(name) || parent.italic : /italic|oblique/.test(slant),
    color: color ?? parent.color,
  };
}

/** A length in points; `em` is the size that relative lengths go by. Undefined for what needs the whole layout. */
function length(text: string | undefined, em: number): number | undefined {
  const [, number, unit = ''] = /^(-?[\d.]+)(px|pt|in|cm|mm|pc|r?em|%)?$/.exec(text ?? '') ?? [];
  if (number === undefined) return undefined;
  const factor = { ...POINTS, em, rem: ROOT_SIZE, '%': em / 100 }[unit];
  return factor === undefined ? (Number(number) === 0 ? 0 : undefined) : Number(number) * factor;
}

function colorOf(text: string | undefined): number | undefined {
  const [, long] = /^#([\da-f]{6})/i.exec(text ?? '') ?? [];
  if (long !== undefined) return parseInt(long, 16);
  const [, short] = /^#([\da-f]{3})$/i.exec(text ?? '') ?? [];
  if (short !== undefined) return parseInt(short.replace(/./g, '$&$&'), 16);
  const [, red, green, blue] = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text ?? '') ?? [];
  if (red !== undefined) return (Number(red) << 16) | (Number(green) << 8) | Number(blue);
  return text === 'black' ? 0 : text === 'white' ? 0xffffff : undefined;
}
