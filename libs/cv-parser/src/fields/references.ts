import type { Reference } from '@discover/cv-model';

import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, TextDocument } from '../document/model.js';
import { toParagraphs } from '../entries/paragraphs.js';
import { fold, ON_REQUEST } from '../lexicon/index.js';
import { NAME } from './names.js';

const MAX_NAME = 60;

/** People with what is said of or by them; «available on request» is a reference without a name. */
export function readReferences(source: TextDocument, lines: readonly Line[]): Draft<Reference>[] {
  const found: { name?: Slice; text: Slice[] }[] = [];
  for (const { slice, lines: own } of toParagraphs(source, lines)) {
    const first = own[0]!;
    const last = found.at(-1);
    if (ON_REQUEST.has(fold(slice.text).replace(/[.!\s]+$/, ''))) {
      found.push({ text: [slice] });
      continue;
    }
    const [head, ...rest] = own.length === 1 ? slice.split(/\t|,\s+|\s[–—-]\s|\s*[|•·:]\s+/u) : [slice];
    const isName = head !== undefined && head.text.length < MAX_NAME && NAME.test(head.text);
    const begins = first.look.bold || first.bullet || first.gap >= 0.35 || !last;
    if (isName && (begins || last.text.length > 0)) {
      found.push({ name: head.trim(), text: rest.length > 0 ? [new Slice(source, rest[0]!.start, slice.end)] : [] });
    } else if (!last || (begins && last.text.length > 0 && !first.look.bold && !last.name))
      found.push({ text: [slice] });
    else last.text.push(slice);
  }
  return found.map(({ name, text: [first, ...rest] }) => ({
    ...(name && { name: Sourced.text(name, 0.8) }),
    ...(first && { reference: Sourced.text([first, ...rest], 0.75) }),
  }));
}
