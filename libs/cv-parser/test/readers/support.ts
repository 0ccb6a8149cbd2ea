import { strToU8, zipSync } from 'fflate';

import type { TextDocument } from '../../src/document/model.js';
import { isDateText, isOneTime } from '../../src/fields/dates.js';
import { headingKind } from '../../src/lexicon/index.js';
import { Deadline, DEFAULT_LIMITS } from '../../src/limits.js';
import type { FlowContent } from '../../src/readers/flow/blocks.js';
import { layOutFlows } from '../../src/readers/flow/layout.js';

export const limits = DEFAULT_LIMITS;
export const deadline = () => new Deadline(10_000);

/** What a reader gave, laid out. */
export function laidOut(content: FlowContent): TextDocument {
  return layOutFlows(
    content,
    { isHeading: (text) => headingKind(text) !== null, isDate: isDateText, isOneTime },
    limits,
  );
}

/** The lines of content, with `⇥` between cells and a bullet before items. */
export function linesOf(document: TextDocument): string[] {
  return document.lines.filter((line) => !line.furniture).map((line) => show(document, line));
}

export function furnitureOf(document: TextDocument): string[] {
  return document.lines.filter((line) => line.furniture).map((line) => show(document, line));
}

function show({ text }: TextDocument, line: TextDocument['lines'][number]): string {
  const shown = text
    .slice(line.textStart, line.end)
    .trim()
    .replace(/ *\t */g, ' ⇥ ');
  return line.bullet ? `• ${shown}` : shown;
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ');

/** A part of a Word document. */
export function wordPart(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${content}</w:${name}>`;
}

/** A Word document of a body and further parts. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const all = { 'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`), ...parts };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, content]) => [name, strToU8(content)])));
}

export function relations(...targets: [id: string, target: string][]): string {
  const list = targets.map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`).join('');
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
}

/** A paragraph with one run. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
