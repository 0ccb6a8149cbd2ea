import { SaxesParser } from 'saxes';

import { ParseError } from '../../errors.js';
import type { Limits } from '../../limits.js';

/** An XML element; `text` is what stands directly in it. Names keep their usual prefix (`w:p`). */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Parses a part of a document within bounds of depth and size; entities of a DTD are never expanded. */
export function parseXml(xml: string, limits: Limits): XmlElement {
  if (xml.length > limits.maxMarkup) throw new ParseError('too_large');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  let nodes = 0;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    if (++nodes > limits.maxXmlNodes) throw new ParseError('too_large');
    if (stack.length > limits.maxXmlDepth)
      throw new ParseError(
        'corrupt_document',
        'The document is nested in a way that no word processor writes. Save it anew and send that.',
      );
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [], text: '' };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('text', (text) => (stack.at(-1)!.text += text));
  parser.on('error', (error) => {
    throw new ParseError('corrupt_document', undefined, { cause: error });
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

export function child(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let current = element;
  for (const name of path) current = current?.children.find((candidate) => candidate.name === name);
  return current;
}

/** The `w:val` of a child element; undefined if there is no such child. */
export function value(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return child(element, ...path)?.attributes['w:val'];
}

/** An on/off property such as `<w:b/>`: undefined where nothing is said. */
export function flag(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !['0', 'false', 'none', 'off'].includes(found.attributes['w:val'] ?? 'true');
}
