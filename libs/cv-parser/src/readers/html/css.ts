import type { HtmlElement } from './dom.js';

/** Property → value, of those properties that say something about the text. */
export type Declarations = Readonly<Record<string, string>>;

interface Compound {
  tag: string | null;
  id: string | null;
  classes: string[];
  /** Must be the parent of the next one, and not only an ancestor. */
  isParent: boolean;
}

interface Rule {
  /** From the outermost to the element itself. */
  selector: Compound[];
  declarations: Declarations;
  specificity: number;
  order: number;
}

const PROPERTIES = new Set(
  'display visibility float flex-direction flex-wrap font-size font-weight font-style color margin margin-top margin-bottom margin-left padding-left width white-space list-style list-style-type'.split(
    ' ',
  ),
);
/** Style sheets beyond these bounds are read only so far: they decide about looks alone. */
const MAX_LENGTH = 2_000_000;
const MAX_RULES = 20_000;
const MAX_RULES_PER_KEY = 300;
const MAX_NESTING = 5;
const MAX_COMPOUNDS = 8;
/** The width in CSS pixels of the window that a page is read as shown in. */
const WINDOW_WIDTH = 1280;

/** The simple rules of a page's style sheets: selectors of names, classes and ids, and what they say of text. */
export class StyleSheet {
  /** By the last class, id or name of the selector, so that an element looks at few of them. */
  readonly #rules = new Map<string, Rule[]>();
  #count = 0;

  constructor(css: string) {
    this.#read(css.slice(0, MAX_LENGTH).replace(/\/\*[^]*?\*\/|<!--|-->/g, ' '));
  }

  /** What the rules and its own `style` say of an element. */
  of(element: HtmlElement): Declarations {
    const keys = ['*', element.name, ...element.classes.map((name) => `.${name}`)];
    if (element.attributes.id !== undefined) keys.push(`#${element.attributes.id}`);
    const rules = keys
      .flatMap((key) => this.#rules.get(key) ?? [])
      .filter(({ selector }) => matches(element, selector, selector.length - 1))
      .sort((a, b) => a.specificity - b.specificity || a.order - b.order);
    return Object.assign(
      {},
      ...rules.map(({ declarations }) => declarations),
      readDeclarations(element.attributes.style ?? ''),
    ) as Declarations;
  }

  #read(css: string, depth = 0): void {
    if (depth > MAX_NESTING) return;
    let at = 0;
    while (at < css.length && this.#count < MAX_RULES) {
      const open = css.indexOf('{', at);
      if (open < 0) return;
      // Statements without a block, such as `@import …;`, end before the next rule begins.
      const before = css.slice(at, open);
      const prelude = before.slice(before.lastIndexOf(';') + 1).trim();
      const close = blockEnd(css, open);
      const body = css.slice(open + 1, close);
      if (!prelude.startsWith('@')) this.#add(prelude, body);
      else if (/^@(?:supports|layer)\b/i.test(prelude) || appliesToScreen(prelude)) this.#read(body, depth + 1);
      at = close + 1;
    }
  }

  #add(prelude: string, body: string): void {
    const declarations = readDeclarations(body);
    if (Object.keys(declarations).length === 0) return;
    for (const text of prelude.split(',')) {
      const selector = readSelector(text.trim());
      if (!selector) continue;
      const last = selector.at(-1)!;
      const key =
        last.id !== null ? `#${last.id}` : last.classes[0] !== undefined ? `.${last.classes[0]}` : (last.tag ?? '*');
      const specificity = selector.reduce(
        (sum, { id, classes, tag }) => sum + (id === null ? 0 : 10_000) + classes.length * 100 + (tag === null ? 0 : 1),
        0,
      );
      const rules = this.#rules.get(key) ?? [];
      if (rules.length >= MAX_RULES_PER_KEY) continue;
      rules.push({ selector, declarations, specificity, order: this.#count++ });
      this.#rules.set(key, rules);
    }
  }
}

function blockEnd(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    else if (css[at] === '}' && --depth === 0) return at;
  }
  return css.length;
}

function appliesToScreen(prelude: string): boolean {
  const query = /^@media\b(.*)$/is.exec(prelude)?.[1];
  if (query === undefined || /\bprint\b|\bnot\b|prefers-|max-width|orientation/i.test(query)) return false;
  const [, width, unit] = /min-width:\s*([\d.]+)(px|em|rem)/i.exec(query) ?? [];
  return width === undefined || Number(width) * (unit === 'px' ? 1 : 16) <= WINDOW_WIDTH;
}

function readDeclarations(body: string): Declarations {
  if (body === '') return {};
  const found: Record<string, string> = {};
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (PROPERTIES.has(name))
      found[name] = declaration
        .slice(colon + 1)
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase();
  }
  return found;
}

/** Null for a selector with attributes, pseudo-classes or siblings: it does not hold of an element for good. */
function readSelector(text: string): Compound[] | null {
  const parts = text.replace(/\s*>\s*/g, ' >').split(/\s+/);
  if (parts.length > MAX_COMPOUNDS) return null;
  const selector: Compound[] = [];
  for (const part of parts) {
    const [, child, tag, rest] = /^(>?)(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/i.exec(part) ?? [];
    if (child === undefined || (tag === undefined && rest === '')) return null;
    if (child === '>' && selector.length > 0) selector.at(-1)!.isParent = true;
    const names = rest?.match(/[.#][\w-]+/g) ?? [];
    selector.push({
      tag: tag === undefined || tag === '*' ? null : tag.toLowerCase(),
      id: names.find((name) => name.startsWith('#'))?.slice(1) ?? null,
      classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
      isParent: false,
    });
  }
  return selector;
}

function matches(element: HtmlElement, selector: readonly Compound[], at: number): boolean {
  if (!fits(element, selector[at]!)) return false;
  const outer = selector[at - 1];
  if (!outer) return true;
  if (outer.isParent) return element.parent !== null && matches(element.parent, selector, at - 1);
  // The nearest ancestor that fits will do: selectors of which only a farther one would are too rare to search for.
  for (let parent = element.parent; parent; parent = parent.parent)
    if (fits(parent, outer)) return matches(parent, selector, at - 1);
  return false;
}

function fits(element: HtmlElement, { tag, id, classes }: Compound): boolean {
  return (
    (tag === null || element.name === tag) &&
    (id === null || element.attributes.id === id) &&
    classes.every((name) => element.classes.includes(name))
  );
}
