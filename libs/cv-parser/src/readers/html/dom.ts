import { Parser } from 'htmlparser2';

import { ParseError } from '../../errors.js';
import type { Deadline, Limits } from '../../limits.js';
import { tooDeep } from '../xml.js';

export interface HtmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  classes: readonly string[];
  parent: HtmlElement | null;
  nodes: (HtmlElement | string)[];
}

export interface HtmlPage {
  root: HtmlElement;
  /** The contents of its `<style>` elements. */
  css: string;
}

/** All attributes that mean anything to the reader: pages carry pictures of megabytes in others. */
const KEPT = ['class', 'id', 'style', 'href', 'hidden', 'aria-hidden', 'size', 'color', 'title'];
/** What is never shown as text. */
const DROPPED = new Set(
  'script noscript template math canvas iframe object embed audio video map select datalist button textarea title rt rp'.split(
    ' ',
  ),
);
const CHUNK = 65_536;

/** Parses HTML, however bad, into a tree within bounds of depth, size and time. Comments, scripts and pictures are left out. */
export function parseHtml(html: string, limits: Limits, deadline: Deadline): HtmlPage {
  const root: HtmlElement = { name: '', attributes: {}, classes: [], parent: null, nodes: [] };
  let current = root;
  let dropped = 0;
  let styles = 0;
  let nodes = 0;
  let depth = 0;
  const css: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++nodes > limits.maxXmlNodes || ++depth > limits.maxXmlDepth) throw tooDeep();
      if (name === 'style') styles++;
      if (dropped > 0 || DROPPED.has(name)) {
        dropped++;
        return;
      }
      // The drawing itself has no text, but parts what stands on its sides.
      if (name === 'svg') dropped++;
      const element: HtmlElement = {
        name,
        attributes: Object.fromEntries(KEPT.flatMap((key) => (key in attributes ? [[key, attributes[key]!]] : []))),
        classes: attributes.class?.split(/\s+/).filter((part) => part !== '') ?? [],
        parent: current,
        nodes: [],
      };
      current.nodes.push(element);
      if (dropped === 0) current = element;
    },
    onclosetag(name) {
      depth--;
      if (name === 'style') styles--;
      if (dropped > 0) dropped--;
      else if (current.parent) current = current.parent;
    },
    ontext(text) {
      if (styles > 0) css.push(text);
      else if (dropped === 0) current.nodes.push(text);
    },
  });
  try {
    for (let at = 0; at < html.length; at += CHUNK) {
      deadline.check();
      parser.write(html.slice(at, at + CHUNK));
    }
    parser.end();
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError('corrupt_document', undefined, { cause: error });
  }
  return { root, css: css.join('\n') };
}

export function elements(element: HtmlElement): HtmlElement[] {
  return element.nodes.filter((node) => typeof node !== 'string');
}
