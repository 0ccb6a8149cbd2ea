import { child, type XmlElement } from '../xml.js';

/** The usual prefixes of Word's namespaces, in their transitional and their strict form. */
export const WORD_PREFIXES = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://purl.org/dc/terms/': 'dcterms',
};

/** The `w:val` of a child element; undefined if there is no such child. */
export function value(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return child(element, ...path)?.attributes['w:val'];
}

/** An on/off property such as `<w:b/>`: undefined where nothing is said. */
export function flag(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !['0', 'false', 'none', 'off'].includes(found.attributes['w:val'] ?? 'true');
}
