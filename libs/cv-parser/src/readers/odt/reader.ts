import { ParseError } from '../../errors.js';
import type { Deadline, Limits } from '../../limits.js';
import { dayOf, plainText, type Flow, type FlowContent } from '../flow/blocks.js';
import { child, decodeXml, parseXml, type XmlElement } from '../xml.js';
import { unzip } from '../zip.js';
import { OdtBlockReader } from './blocks.js';
import { OdfStyles } from './styles.js';

const WANTED = /^(?:content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/;

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:';
const PREFIXES = {
  [`${OASIS}office:1.0`]: 'office',
  [`${OASIS}text:1.0`]: 'text',
  [`${OASIS}style:1.0`]: 'style',
  [`${OASIS}table:1.0`]: 'table',
  [`${OASIS}drawing:1.0`]: 'draw',
  [`${OASIS}xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}meta:1.0`]: 'meta',
  [`${OASIS}manifest:1.0`]: 'manifest',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

/** Reads an OpenDocument text: the first page's letterhead, the body, and as furniture the other headers and footers. */
export function readOdt(bytes: Uint8Array, limits: Limits, deadline: Deadline): FlowContent {
  const parts = unzip(bytes, (name) => WANTED.test(name), limits);
  const xml = (name: string): XmlElement | undefined => {
    const part = parts.get(name);
    return part && parseXml(decodeXml(part), limits, deadline, PREFIXES);
  };
  const manifest = xml('META-INF/manifest.xml');
  if (manifest?.children.some((entry) => child(entry, 'manifest:encryption-data')))
    throw new ParseError('encrypted_document');
  const content = xml('content.xml');
  const body = child(content, 'office:body', 'office:text');
  if (!body) throw new ParseError('corrupt_document');
  const named = xml('styles.xml');
  // Automatic styles have the same names in both parts, and other looks.
  const common = child(named, 'office:styles');
  const styles = new OdfStyles([common, child(content, 'office:automatic-styles')]);
  const margins = new OdtBlockReader(new OdfStyles([common, child(named, 'office:automatic-styles')]));
  const reader = new OdtBlockReader(styles);
  const main: Flow = { blocks: reader.read(body), furniture: false };
  const meta = child(xml('meta.xml'), 'office:meta');
  const counted = Number(child(meta, 'meta:document-statistic')?.attributes['meta:page-count']);
  const pages = counted > 0 ? counted : reader.softPageBreaks + 1;
  if (pages > limits.maxPages) throw new ParseError('too_many_pages');
  const { letterhead, furniture } = readMargins(child(named, 'office:master-styles'), firstPage(body, styles), margins);
  return {
    flows: [...letterhead, main, ...furniture],
    pages,
    date: dayOf(child(meta, 'dc:date')?.text) ?? dayOf(child(meta, 'meta:creation-date')?.text),
  };
}

/** The page style that the document's first paragraph begins with. */
function firstPage(body: XmlElement, styles: OdfStyles): string {
  const first = body.children.find(({ name }) => name === 'text:p' || name === 'text:h');
  return styles.of('paragraph', first?.attributes['text:style-name']).masterPage ?? 'Standard';
}

/** The header of the first page is content, as letterheads stand there; all others repeat. */
function readMargins(
  masters: XmlElement | undefined,
  first: string,
  reader: OdtBlockReader,
): { letterhead: Flow[]; furniture: Flow[] } {
  const letterhead: Flow[] = [];
  const furniture: Flow[] = [];
  for (const page of masters?.children ?? []) {
    const headers = page.children.filter(({ name }) => /^(?:style|loext):(?:header|footer)/.test(name));
    const opening = headers.find(({ name }) => name.endsWith(':header-first')) ?? child(page, 'style:header');
    for (const part of headers) {
      const blocks = part.attributes['style:display'] === 'false' ? [] : reader.read(part);
      if (plainText(blocks) === '') continue;
      const opens = part === opening && page.attributes['style:name'] === first;
      (opens ? letterhead : furniture).push({ blocks, furniture: !opens });
    }
  }
  return { letterhead, furniture };
}
