import { Slice } from '../../conservation/slice.js';
import { Sourced } from '../../conservation/sourced.js';
import type { Tree } from '../../conservation/valid.js';
import type { Range, TextDocument } from '../../document/model.js';
import type { Deadline, Limits } from '../../limits.js';
import { blockLines, type Block } from '../flow/blocks.js';
import { readHtmlText } from '../html/reader.js';
import type { XmlElement } from '../xml.js';

/** Members of a draft; those that are undefined or empty are left out. */
export type Members = Record<string, Tree | undefined>;

/** A text of paragraphs and lists, taken apart. */
export interface RichText {
  /** The paragraphs as one text. */
  summary: Sourced | undefined;
  paragraphs: Sourced[];
  items: Sourced[];
}

/** Takes values out of a data file's XML, each with the place that it stands at. */
export class XmlValues {
  /** Element names of codes, names of parts and the like that say nothing beside what was taken. */
  readonly decoration: Range[] = [];

  constructor(
    readonly source: TextDocument,
    private readonly limits: Limits,
    private readonly deadline: Deadline,
  ) {}

  /** An element's text. */
  text(element: XmlElement | undefined): Sourced | undefined {
    const text = element?.text.replace(/\s+/g, ' ').trim() ?? '';
    return element && text !== '' ? Sourced.derived(text, this.slice(element), 1) : undefined;
  }

  /** Something else that an element's text means. */
  derived(value: string | undefined, ...elements: (XmlElement | undefined)[]): Sourced | undefined {
    const [first, ...rest] = elements.filter((element) => element !== undefined).map((element) => this.slice(element));
    return value === undefined || value === '' || !first ? undefined : Sourced.derived(value, [first, ...rest], 1);
  }

  /** What the element's own name says; its attributes count to it. */
  named(value: string, element: XmlElement): Sourced {
    return Sourced.derived(value, new Slice(this.source, element.outer.start, element.inner.start), 1);
  }

  /** A description, which is plain text with line breaks or HTML inside the text. */
  rich(element: XmlElement | undefined): RichText {
    const found: RichText = { summary: undefined, paragraphs: [], items: [] };
    const places: Slice[] = [];
    if (!element || element.text.trim() === '') return found;
    const isHtml = /<\/?[a-z][^>]*>/i.test(element.text);
    const html = isHtml
      ? element.text
      : element.text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;')).replace(/\n/g, '<br>');
    const page = readHtmlText(html, this.limits, this.deadline);
    let from = element.inner.start;
    for (const { text, isItem } of page.flows.flatMap(({ blocks }) => blocks.flatMap(linesOf))) {
      const place = this.#locate(text, element, from);
      if (place.start > element.inner.start || place.end < element.inner.end) from = place.end;
      (isItem ? found.items : found.paragraphs).push(Sourced.derived(text, place, 1));
      if (!isItem) places.push(place);
    }
    const [first, ...others] = places;
    if (first)
      found.summary = Sourced.derived(found.paragraphs.map(({ value }) => value).join(' '), [first, ...others], 1);
    // All of it was taken: what is left between the parts are tags.
    this.decoration.push(element.inner);
    return found;
  }

  slice({ inner, outer }: XmlElement): Slice {
    const isEmpty = inner.start >= inner.end;
    const whole = isEmpty
      ? new Slice(this.source, outer.start, outer.end)
      : new Slice(this.source, inner.start, inner.end);
    return whole.trim(/\s/u);
  }

  /** Where a line of a description stands, or else the description. */
  #locate(text: string, element: XmlElement, from: number): Slice {
    const at = this.source.text.indexOf(text, from);
    return at >= 0 && at + text.length <= element.inner.end
      ? new Slice(this.source, at, at + text.length)
      : this.slice(element);
  }
}

const MARKER = /^[-–•*·‣▪]\s+/u;

function linesOf(block: Block): { text: string; isItem: boolean }[] {
  const listItem = block.kind === 'paragraph' && block.listItem === true;
  return blockLines(block)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line.replace(MARKER, ''), isItem: listItem || MARKER.test(line) }));
}

/** Elements by their name without its prefix, along a path. */
export function find(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((current, name) => all(current, name)[0], element);
}

export function all(element: XmlElement | undefined, ...path: string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, name) => found.flatMap((each) => each.children.filter((part) => localName(part) === name)),
    element ? [element] : [],
  );
}

export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Without what was not there. */
export function members(given: Members): Record<string, Tree> {
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, Tree] => {
      const [, value] = entry;
      return value !== undefined && (Sourced.is(value) || Object.keys(value).length > 0);
    }),
  );
}

/** Europass writes two countries by other codes than ISO 3166-1. */
export function countryCodeOf(code: string | undefined): string | undefined {
  const upper = code?.trim().toUpperCase();
  return upper === 'UK'
    ? 'GB'
    : upper === 'EL'
      ? 'GR'
      : upper !== undefined && /^[A-Z]{2}$/.test(upper)
        ? upper
        : undefined;
}

/** Name of a language or country by its code in a language. */
export function nameOf(kind: 'language' | 'region', code: string | undefined, locale: string): string | undefined {
  try {
    return new Intl.DisplayNames([locale, 'en'], { type: kind, fallback: 'none' }).of(code?.trim() ?? '');
  } catch {
    return undefined;
  }
}
