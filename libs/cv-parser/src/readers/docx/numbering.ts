import { child, type XmlElement } from '../xml.js';
import { value } from './elements.js';
import { readParagraph, type WordStyle } from './styles.js';

/** The lists of a document: what its levels look like. */
export class Numbering {
  readonly #abstract = new Map<string, XmlElement>();
  readonly #numbers = new Map<string, XmlElement>();

  constructor(root: XmlElement | null) {
    for (const element of root?.children ?? []) {
      if (element.name === 'w:abstractNum') this.#abstract.set(element.attributes['w:abstractNumId'] ?? '', element);
      if (element.name === 'w:num') this.#numbers.set(element.attributes['w:numId'] ?? '', element);
    }
  }

  /** What a paragraph takes over from the list that it is in; a level without a marker makes no list item. */
  of(list: string | undefined, level = '0'): Pick<WordStyle, 'indent' | 'listItem'> {
    if (list === undefined || list === '0') return { listItem: false };
    const abstract = this.#abstract.get(value(this.#numbers.get(list), 'w:abstractNumId') ?? '');
    const definition = abstract?.children.find(
      ({ name, attributes }) => name === 'w:lvl' && attributes['w:ilvl'] === level,
    );
    if (value(definition, 'w:numFmt') === 'none') return { listItem: false };
    const { indent } = readParagraph(child(definition, 'w:pPr'));
    return { listItem: true, ...(indent !== undefined && { indent }) };
  }
}
