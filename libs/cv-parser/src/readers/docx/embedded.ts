import { EMBEDDED_RESUME_NAMESPACE, wordTextDigest } from '@discover/cv-model';

import { decodeXml, type XmlElement } from '../xml.js';

/**
 * The JSON Resume that one of our own documents carries (see `embeddedResumePart` of cv-model). A document whose text
 * was changed since gives none: its pages are right then, and the data are not.
 */
export function embeddedResume(
  parts: ReadonlyMap<string, Uint8Array>,
  main: string,
  xml: (name: string) => XmlElement | null,
): Uint8Array | null {
  const text = parts.get(main);
  if (!text) return null;
  const marker = Buffer.from(EMBEDDED_RESUME_NAMESPACE);
  for (const [name, bytes] of parts) {
    if (!name.startsWith('customXml/') || !Buffer.from(bytes).includes(marker)) continue;
    const root = xml(name);
    const ours = root?.attributes.xmlns === EMBEDDED_RESUME_NAMESPACE;
    if (ours && root.attributes['text-sha256'] === wordTextDigest(decodeXml(text)))
      return new TextEncoder().encode(root.text);
  }
  return null;
}
