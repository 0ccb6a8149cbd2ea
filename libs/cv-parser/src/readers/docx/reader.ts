import { ParseError } from '../../errors.js';
import type { Deadline, Limits } from '../../limits.js';
import { dayOf, plainText, type Flow, type FlowContent } from '../flow/blocks.js';
import { child, decodeXml, parseXml, type XmlElement } from '../xml.js';
import { unzip } from '../zip.js';
import { BlockReader, type WordContext } from './blocks.js';
import { WORD_PREFIXES } from './elements.js';
import { embeddedResume } from './embedded.js';
import { Numbering } from './numbering.js';
import { Styles } from './styles.js';

export interface DocxContent extends FlowContent {
  /** The JSON Resume that the document carries, if its text is still the one that was made from it. */
  embeddedResume: Uint8Array | null;
}

const WANTED =
  /^(?:word\/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml|word\/_rels\/(?:document|header\d*|footer\d*)\.xml\.rels|docProps\/core\.xml|customXml\/item\d+\.xml)$/;
const MAIN = 'word/document.xml';

/** Reads a Word document: the first page's letterhead, the body, and as furniture the headers and footers that repeat. */
export function readDocx(bytes: Uint8Array, limits: Limits, deadline: Deadline, ignoreEmbedded: boolean): DocxContent {
  const parts = unzip(bytes, (name) => WANTED.test(name), limits);
  const xml = (name: string): XmlElement | null => {
    const part = parts.get(name);
    return part ? parseXml(decodeXml(part), limits, deadline, WORD_PREFIXES) : null;
  };
  const date = dayOf(child(xml('docProps/core.xml') ?? undefined, 'dcterms:modified')?.text);
  const resume = ignoreEmbedded ? null : embeddedResume(parts, MAIN, xml);
  if (resume) return { flows: [], pages: 1, date, embeddedResume: resume };
  const body = child(xml(MAIN) ?? undefined, 'w:body');
  if (!body) throw new ParseError('corrupt_document');
  const context: WordContext = {
    styles: new Styles(xml('word/styles.xml')),
    numbering: new Numbering(xml('word/numbering.xml')),
    notes: readNotes(xml('word/footnotes.xml'), xml('word/endnotes.xml')),
  };
  const relations = readRelations(xml('word/_rels/document.xml.rels'));
  const reader = new BlockReader(context, relations);
  const main: Flow = { blocks: reader.read(body), furniture: false };
  if (reader.pages > limits.maxPages) throw new ParseError('too_many_pages');
  const { letterhead, furniture } = readMargins(body, relations, (name) => {
    const root = xml(`word/${name}`);
    return root ? new BlockReader(context, readRelations(xml(`word/_rels/${name}.rels`))).read(root) : [];
  });
  return { flows: [...letterhead, main, ...furniture], pages: reader.pages, date, embeddedResume: null };
}

/**
 * Headers and footers. The header of the first page is content, as letterheads stand there, unless only the pages
 * after the first have it; all others repeat.
 */
function readMargins(
  body: XmlElement,
  relations: ReadonlyMap<string, string>,
  read: (part: string) => Flow['blocks'],
): { letterhead: Flow[]; furniture: Flow[] } {
  const [section] = sections(body);
  const first = section !== undefined && child(section, 'w:titlePg') !== undefined;
  const letterhead: Flow[] = [];
  const furniture: Flow[] = [];
  const seen = new Set<string>();
  for (const reference of sections(body).flatMap(({ children }) => children)) {
    const isHeader = reference.name === 'w:headerReference';
    if (!isHeader && reference.name !== 'w:footerReference') continue;
    const part = relations.get(reference.attributes['r:id'] ?? '');
    if (part === undefined || seen.has(part)) continue;
    seen.add(part);
    const blocks = read(part);
    if (plainText(blocks) === '') continue;
    const opens =
      isHeader && letterhead.length === 0 && reference.attributes['w:type'] === (first ? 'first' : 'default');
    (opens ? letterhead : furniture).push({ blocks, furniture: !opens });
  }
  return { letterhead, furniture };
}

/** The properties of the document's sections in their order: the last one's stand in the body itself. */
function sections(body: XmlElement): XmlElement[] {
  return body.children.flatMap((element) => {
    const properties = element.name === 'w:sectPr' ? element : child(element, 'w:pPr', 'w:sectPr');
    return properties ? [properties] : [];
  });
}

function readNotes(...parts: (XmlElement | null)[]): Map<string, XmlElement> {
  const notes = parts.flatMap((part) => part?.children ?? []);
  return new Map(notes.map((note) => [`${note.name}Reference${note.attributes['w:id'] ?? ''}`, note]));
}

/** Relation id → what it leads to: a URL, or the name of a part beside the document. */
function readRelations(root: XmlElement | null): Map<string, string> {
  return new Map((root?.children ?? []).map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']));
}
