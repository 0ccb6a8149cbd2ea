import { SaxesParser } from 'saxes';

import { ParseError } from '../errors.js';
import type { Deadline, Limits } from '../limits.js';

/** An XML element. Names keep the prefix that is usual for their namespace (`w:p`), whatever the document calls it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** Elements and text in their order, where text stands between them. */
  nodes: (XmlElement | string)[];
  /** What stands directly in it. */
  text: string;
  /** The characters of the source that stand between its tags, and those of the element with its tags. */
  inner: { start: number; end: number };
  outer: { start: number; end: number };
}

/** Namespace → the prefix that this program's readers call it by. */
export type Prefixes = Readonly<Record<string, string>>;

/** Characters that are parsed between two looks at the clock. */
const CHUNK = 65_536;

/** Parses XML within bounds of depth, size and time; entities of a DTD are never expanded: a document with one is refused. */
export function parseXml(xml: string, limits: Limits, deadline: Deadline, prefixes: Prefixes = {}): XmlElement {
  if (xml.length > limits.maxMarkup) throw new ParseError('too_large');
  const root = newElement('', {}, 0, 0);
  const stack = [root];
  const names = new Names(prefixes);
  let nodes = 0;
  let opened = 0;
  const parser = new SaxesParser();
  parser.on('opentagstart', (tag) => (opened = parser.position - tag.name.length - 2));
  parser.on('opentag', ({ name, attributes }) => {
    if (++nodes > limits.maxXmlNodes) throw new ParseError('too_large');
    if (stack.length > limits.maxXmlDepth) throw tooDeep();
    names.declare(attributes);
    const element = newElement(names.usual(name), names.attributes(attributes), opened, parser.position);
    stack.at(-1)!.children.push(element);
    stack.at(-1)!.nodes.push(element);
    stack.push(element);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = stack.pop()!;
    element.outer.end = parser.position;
    element.inner.end = isSelfClosing ? parser.position : xml.lastIndexOf('</', parser.position - 1);
  });
  const addText = (text: string) => {
    const element = stack.at(-1)!;
    element.text += text;
    element.nodes.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    throw new ParseError('corrupt_document', undefined, { cause: error });
  });
  for (let at = 0; at < xml.length; at += CHUNK) {
    deadline.check();
    parser.write(xml.slice(at, at + CHUNK));
  }
  parser.close();
  return root.children[0] ?? root;
}

/** The text of an XML file: UTF-16 by its byte order mark, else UTF-8, in which all programs of our formats write. */
export function decodeXml(bytes: Uint8Array): string {
  const utf16 = { 0xfffe: 'utf-16le', 0xfeff: 'utf-16be' }[((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)];
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}

export function tooDeep(): ParseError {
  return new ParseError(
    'corrupt_document',
    'The document is nested or split in a way that no word processor writes. Save it anew and send that.',
  );
}

export function child(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let current = element;
  for (const name of path) current = current?.children.find((candidate) => candidate.name === name);
  return current;
}

function newElement(name: string, attributes: Record<string, string>, start: number, open: number): XmlElement {
  return {
    name,
    attributes,
    children: [],
    nodes: [],
    text: '',
    inner: { start: open, end: open },
    outer: { start, end: open },
  };
}

/** Gives names the prefix that is usual for their namespace, where a document has chosen another. */
class Names {
  readonly #usual = new Map<string, string>();

  constructor(private readonly prefixes: Prefixes) {}

  declare(attributes: Readonly<Record<string, string>>): void {
    for (const [key, uri] of Object.entries(attributes)) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
      const prefix = key.slice(6);
      const usual = this.prefixes[uri];
      if (usual !== undefined && usual !== prefix) this.#usual.set(prefix, usual);
    }
  }

  usual(name: string): string {
    if (this.#usual.size === 0) return name;
    const colon = name.indexOf(':');
    const usual = this.#usual.get(colon < 0 ? '' : name.slice(0, colon));
    return usual === undefined ? name : [usual, name.slice(colon + 1)].filter((part) => part !== '').join(':');
  }

  /** Attributes without a prefix belong to their element and have no namespace. */
  attributes(attributes: Record<string, string>): Record<string, string> {
    if (this.#usual.size === 0) return attributes;
    return Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [key.includes(':') ? this.usual(key) : key, value]),
    );
  }
}
