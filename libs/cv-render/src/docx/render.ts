import { canonicalJson, embeddedResumePart, type Resume } from '@discover/cv-model';
import { strToU8, zipSync, type Zippable } from 'fflate';

import type { Photo } from '../photo.js';
import { PAPERS, type Style } from '../style.js';
import type { Template } from '../templates.js';
import type { CvView } from '../view/view.js';
import { BodyWriter, pageNumber } from './body.js';
import { photoRun } from './photo.js';
import { numberingXml, stylesXml, TWIPS, WORD_NAMESPACE } from './styles.js';
import { textXml, xml, XML_DECLARATION } from '../xml.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The files of a ZIP bear a fixed time, so that equal documents are equal bytes. ZIP knows no earlier year. */
const ZIP_TIME = new Date(Date.UTC(1980, 0, 1, 12));

const MARGIN_POINTS = 56;

/**
 * A document to go on editing in Word or LibreOffice: named styles, real headings and lists, links, page numbers as fields.
 * One column in all templates, which lend it their fonts, colours and headings: a sidebar made of a table or text boxes
 * would be what people curse when they edit. It carries `resume`, which is read back as long as nobody has changed the
 * text. (ECMA-376, parts 1 and 2.)
 */
export function renderDocx(
  template: Template,
  view: CvView,
  style: Style,
  resume: Resume,
  photo: Photo | undefined,
): Uint8Array {
  const paper = PAPERS[style.paper];
  const [width, height] = [paper.width * TWIPS, paper.height * TWIPS];
  const margin = MARGIN_POINTS * TWIPS;
  const writer = new BodyWriter(view, width - 2 * margin);
  const body = writer.write(photo === undefined ? '' : photoRun(view, photo));
  const page = xml(
    'w:sectPr',
    {},
    xml('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    xml('w:pgSz', { 'w:w': width, 'w:h': height }),
    xml('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': margin / 2,
      'w:footer': margin / 2,
      'w:gutter': 0,
    }),
    view.direction === 'rtl' ? xml('w:bidi') : '',
  );
  const document = part('w:document', xml('w:body', {}, body, page));
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(photo),
    '_rels/.rels': relationships([
      ['document', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
      ['core', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(view),
    'word/document.xml': document,
    // In one order of members, so that equal documents are equal bytes.
    'customXml/item1.xml': embeddedResumePart(JSON.parse(canonicalJson(resume)) as Resume, document),
    'word/_rels/document.xml.rels': relationships([
      ['styles', `${OFFICE}/relationships/styles`, 'styles.xml'],
      ['numbering', `${OFFICE}/relationships/numbering`, 'numbering.xml'],
      ['footer', `${OFFICE}/relationships/footer`, 'footer.xml'],
      ['resume', `${OFFICE}/relationships/customXml`, '../customXml/item1.xml'],
      ...(photo === undefined
        ? []
        : [['photo', `${OFFICE}/relationships/image`, `media/photo.${photo.format}`] as const]),
      ...writer.addresses.map((address, index) => link(`link${index + 1}`, address)),
    ]),
    'word/styles.xml': stylesXml(template, style, view),
    'word/numbering.xml': numberingXml(),
    'word/footer.xml': part('w:ftr', pageNumber(view)),
  };
  const entries = Object.entries(files).map(([name, content]) => [name, strToU8(content)] as const);
  // Pictures are compressed already.
  const picture: Zippable =
    photo === undefined ? {} : { [`word/media/photo.${photo.format}`]: [photo.bytes, { level: 0 }] };
  return zipSync({ ...Object.fromEntries(entries), ...picture }, { mtime: ZIP_TIME, level: 6 });
}

function part(name: string, ...children: string[]): string {
  return XML_DECLARATION + xml(name, { 'xmlns:w': WORD_NAMESPACE, 'xmlns:r': `${OFFICE}/relationships` }, ...children);
}

function contentTypes(photo: Photo | undefined): string {
  const override = (name: string, type: string) => xml('Override', { PartName: name, ContentType: type });
  return (
    XML_DECLARATION +
    xml(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      xml('Default', { Extension: 'rels', ContentType: `application/vnd.openxmlformats-package.relationships+xml` }),
      xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      photo === undefined ? '' : xml('Default', { Extension: photo.format, ContentType: photo.mediaType }),
      override('/word/document.xml', `${WORD_TYPE}.document.main+xml`),
      override('/word/styles.xml', `${WORD_TYPE}.styles+xml`),
      override('/word/numbering.xml', `${WORD_TYPE}.numbering+xml`),
      override('/word/footer.xml', `${WORD_TYPE}.footer+xml`),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    )
  );
}

type Relationship = readonly [id: string, type: string, target: string, mode?: 'External'];

function link(id: string, address: string): Relationship {
  return [id, `${OFFICE}/relationships/hyperlink`, address, 'External'];
}

function relationships(list: readonly Relationship[]): string {
  const items = list.map(([id, type, target, mode]) =>
    xml('Relationship', { Id: id, Type: type, Target: target, TargetMode: mode }),
  );
  return XML_DECLARATION + xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...items);
}

/** Title, author and dates as file managers show them. */
function coreProperties(view: CvView): string {
  const { year, month, day, hour, minute, second } = view.date;
  const time = `${new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().slice(0, 19)}Z`;
  const moment = { 'xsi:type': 'dcterms:W3CDTF' };
  return (
    XML_DECLARATION +
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      textXml('dc:title', view.title),
      textXml('dc:creator', view.author),
      textXml('dc:language', view.language),
      textXml('cp:keywords', view.keywords.join(', ')),
      textXml('dcterms:created', time, moment),
      textXml('dcterms:modified', time, moment),
    )
  );
}
