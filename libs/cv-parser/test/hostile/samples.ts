import { utf8 } from './case.js';
import { word } from './word.js';
import { zip } from './zip-writer.js';

/** A short CV of somebody invented: heading level (0: a paragraph, -1: an item of a list) and text. */
const LINES: readonly (readonly [number, string])[] = [
  [1, 'Rosalind Quay'],
  [0, 'rosalind.quay@example.org, +44 20 7946 0018, Bristol'],
  [2, 'Experience'],
  [3, 'Harbour Engineer, Dunmore Docks'],
  [0, 'March 2019 - present'],
  [-1, 'Rebuilt two quays without closing either'],
  [-1, 'Led a crew of twelve'],
  [2, 'Education'],
  [0, 'BEng Civil Engineering, University of Saltmarsh, 2010 - 2014'],
  [2, 'Skills'],
  [0, 'Surveying, AutoCAD, Concrete'],
];

const lines = (write: (level: number, text: string) => string) =>
  LINES.map(([level, text]) => write(level, text)).join('\n');

const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:';

/** The same CV in each format that is written as text or as a container of text. */
export const SAMPLES: Readonly<Record<string, () => Uint8Array>> = {
  'a sample.html': () =>
    utf8(
      `<!doctype html><html><head><style>h1 { color: navy }</style></head><body>${lines((level, text) => (level > 0 ? `<h${level}>${text}</h${level}>` : level < 0 ? `<ul><li>${text}</li></ul>` : `<p>${text}</p>`))}</body></html>`,
    ),
  'a sample.rtf': () =>
    utf8(
      `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}${lines((level, text) => (level > 0 ? `{\\pard\\b\\fs${40 - level * 6} ${text}\\par}` : `{\\pard ${level < 0 ? '\\bullet  ' : ''}${text}\\par}`))}}`,
    ),
  'a sample.md': () =>
    utf8(
      lines((level, text) => (level > 0 ? `\n${'#'.repeat(level)} ${text}\n` : `${level < 0 ? '- ' : '\n'}${text}`)),
    ),
  'a sample.odt': () =>
    zip([
      { name: 'mimetype', content: utf8('application/vnd.oasis.opendocument.text'), method: 0 },
      {
        name: 'content.xml',
        content: utf8(
          `<office:document-content xmlns:office="${OFFICE}office:1.0" xmlns:text="${OFFICE}text:1.0"><office:body><office:text>${lines((level, text) => (level > 0 ? `<text:h text:outline-level="${level}">${text}</text:h>` : `<text:p>${text}</text:p>`))}</office:text></office:body></office:document-content>`,
        ),
      },
    ]),
  'a sample.docx': () => word(lines((_level, text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)),
  'a sample.xml of Europass': () =>
    utf8(
      '<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><Identification><PersonName><FirstName>Rosalind</FirstName><Surname>Quay</Surname></PersonName></Identification><WorkExperienceList><WorkExperience><Period><From year="2019" month="--03"/><Current>true</Current></Period><Position><Label>Harbour Engineer</Label></Position><Employer><Name>Dunmore Docks</Name></Employer></WorkExperience></WorkExperienceList></LearnerInfo></SkillsPassport>',
    ),
};
