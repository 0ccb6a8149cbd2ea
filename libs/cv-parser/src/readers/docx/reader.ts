import { DocumentBuilder } from '../../document/builder.js';
import type { TextDocument } from '../../document/model.js';
import { ParseError } from '../../errors.js';
import type { Deadline, Limits } from '../../limits.js';
import { BlockReader, measureGaps } from './blocks.js';
import { Styles } from './styles.js';
import { child, parseXml, type XmlElement } from './xml.js';
import { unzip } from './zip.js';

export interface DocxContent {
  document: TextDocument;
  /** The day of the last change, `YYYY-MM-DD`. */
  date: string | null;
}

const WANTED =
  /^(?:word\/(?:document|styles|header\d*|footer\d*)\.xml|word\/_rels\/(?:document|header\d*|footer\d*)\.xml\.rels|docProps\/core\.xml)$/;

/** Reads a Word document: headers first, as letterheads stand there, then the body; footers are no content. */
export function readDocx(bytes: Uint8Array, limits: Limits, deadline: Deadline): DocxContent {
  const parts = unzip(bytes, (name) => WANTED.test(name), limits);
  const xml = (name: string): XmlElement | null => {
    const part = parts.get(name);
    deadline.check();
    return part ? parseXml(new TextDecoder().decode(part), limits) : null;
  };
  const main = xml('word/document.xml');
  const body = child(main ?? undefined, 'w:body');
  if (!body) throw new ParseError('corrupt_document');
  const styles = new Styles(xml('word/styles.xml'));
  const builder = new DocumentBuilder(limits.maxCharacters);
  let pages = 1;
  const add = (root: XmlElement, rels: string, furniture: boolean) => {
    const reader = new BlockReader(styles, readLinks(xml(rels)));
    const lines = measureGaps(reader.read(root));
    pages = Math.max(pages, reader.pages);
    if (pages > limits.maxPages) throw new ParseError('too_many_pages');
    for (const line of lines) builder.add({ ...line, furniture });
  };
  for (const part of referenced(parts, 'header')) add(xml(`word/${part}.xml`)!, `word/_rels/${part}.xml.rels`, false);
  add(body, 'word/_rels/document.xml.rels', false);
  for (const part of referenced(parts, 'footer')) add(xml(`word/${part}.xml`)!, `word/_rels/${part}.xml.rels`, true);
  const modified = child(xml('docProps/core.xml') ?? undefined, 'dcterms:modified')?.text.slice(0, 10);
  return { document: builder.build(pages), date: modified && /^\d{4}-\d{2}-\d{2}$/.test(modified) ? modified : null };
}

function referenced(parts: ReadonlyMap<string, Uint8Array>, kind: 'header' | 'footer'): string[] {
  return [...parts.keys()]
    .filter((name) => name.startsWith(`word/${kind}`))
    .map((name) => name.slice(5, -4))
    .sort();
}

function readLinks(root: XmlElement | null): Map<string, string> {
  const links = (root?.children ?? []).filter(({ attributes }) => attributes.TargetMode === 'External');
  return new Map(links.map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']));
}
