import type { Reading } from '@discover/cv-model';

import { assembleValid } from '../../conservation/valid.js';
import type { Range } from '../../document/model.js';
import { ParseError } from '../../errors.js';
import { detectLanguage } from '../../lexicon/index.js';
import type { Deadline, Limits } from '../../limits.js';
import { dayOf } from '../flow/blocks.js';
import { complement, sourceDocument } from '../source.js';
import { decodeXml, parseXml, type XmlElement } from '../xml.js';
import { readCandidate } from './candidate.js';
import { readPassport } from './passport.js';
import { find, localName, XmlValues } from './values.js';

export interface EuropassContent {
  read: Pick<Reading, 'document' | 'confidence' | 'provenance' | 'unmapped' | 'coverage' | 'language'>;
  date: string | null;
}

/** Pictures and attached files: no text, and far larger than all of it. */
const BINARY = /(<(?:\w+:)?(?:EmbeddedData|Data|Content)\b[^>]*>)[A-Za-z0-9+/=\s:;,-]{400,}(?=<\/)/g;
/** Elements that are about the file, its look or its codes, and not about the person. */
const TECHNICAL = new Set(
  'DocumentInfo PrintingPreferences DocumentID CandidateSupplier RenderingInformation Photo Attachment ReferenceTo Code UseCode ChannelCode CountryCode CountryDialing TaxonomyID ID Use Current CurrentIndicator Ongoing'.split(
    ' ',
  ),
);

/** Reads Europass XML of either kind as data: each value is as sure as the file. What has no place is given back as unmapped. */
export function readEuropass(bytes: Uint8Array, limits: Limits, deadline: Deadline): EuropassContent {
  const text = decodeXml(bytes).replace(/\r\n?/g, '\n').replace(BINARY, '$1');
  const root = parseXml(text, limits, deadline);
  const values = new XmlValues(sourceDocument(text), limits, deadline);
  const isCandidate = localName(root) === 'Candidate';
  const tree = isCandidate ? readCandidate(values, root) : readPassport(values, root);
  if (!tree.basics && !tree.work && !tree.education) throw new ParseError('empty_document');
  const texts = textsOf(root);
  const decoration = [...complement(texts, text.length), ...values.decoration];
  const locale = root.attributes.locale ?? find(root, 'CandidateProfile')?.attributes.languageCode;
  const info = find(root, 'DocumentInfo');
  return {
    read: {
      ...assembleValid(tree, values.source, decoration),
      language: locale?.slice(0, 2).toLowerCase() ?? detectLanguage(text),
    },
    date: dayOf(find(info, 'LastUpdateDate')?.text) ?? dayOf(find(info, 'CreationDate')?.text),
  };
}

/** Where text about the person stands: everything else is markup. */
function textsOf(element: XmlElement): Range[] {
  if (TECHNICAL.has(localName(element))) return [];
  const own = element.text.trim() === '' ? [] : [element.inner];
  return element.children.length > 0 ? element.children.flatMap(textsOf) : own;
}
