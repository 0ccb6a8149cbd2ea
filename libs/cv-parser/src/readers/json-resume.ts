import type { Reading } from '@discover/cv-model';
import { parseTree, type Node, type ParseError as JsonError } from 'jsonc-parser';

import { assembleValid, type Tree } from '../conservation/valid.js';
import { Slice } from '../conservation/slice.js';
import { Sourced } from '../conservation/sourced.js';
import type { Range, TextDocument } from '../document/model.js';
import { ParseError } from '../errors.js';
import { detectLanguage } from '../lexicon/index.js';
import type { Limits } from '../limits.js';
import { complement, sourceDocument } from './source.js';
import { decodeText } from './text.js';

const [COMMA, BRACKET, BRACE] = [',', '[', '{'].map((sign) => sign.charCodeAt(0));
const SECTIONS = [
  'basics',
  'work',
  'volunteer',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
  'projects',
];
/**
 * Reads a JSON Resume as it is. Members that the schema does not know are kept as `x-…`; values that it refuses are
 * left out, and their text is given back as unmapped.
 */
export function readJsonResume(
  bytes: Uint8Array,
  limits: Limits,
): Pick<Reading, 'document' | 'confidence' | 'provenance' | 'unmapped' | 'coverage' | 'language'> {
  const text = decodeText(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  if (text.length > limits.maxMarkup / 4 || countValues(text) > limits.maxXmlNodes) throw new ParseError('too_large');
  const source = sourceDocument(text);
  const root = parse(text);
  const values: Range[] = [];
  const tree = toTree(root, source, values) as Record<string, Tree>;
  if (!SECTIONS.some((name) => name in tree))
    throw new ParseError(
      'unsupported_media_type',
      'This JSON is no JSON Resume: it has none of its sections. See jsonresume.org/schema.',
    );
  // Braces, names and the like are decoration, so that only values that were left out remain.
  const decoration = complement(values, text.length);
  return { ...assembleValid(tree, source, decoration), language: detectLanguage(valueText(tree)) };
}

/** At most so many values: one for each opening bracket and comma. Counted before a tree of them fills the memory. */
function countValues(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === COMMA || code === BRACKET || code === BRACE) count++;
  }
  return count;
}

function parse(text: string): Node {
  const errors: JsonError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    if (root?.type === 'object' && errors.length === 0) return root;
  } catch (error) {
    // Nested so deeply that the parser's stack ends.
    if (!(error instanceof RangeError)) throw error;
  }
  throw new ParseError(
    'corrupt_document',
    'The JSON is damaged: a parser cannot read it. Export it anew and send that.',
  );
}

function toTree(node: Node, source: TextDocument, values: Range[]): Tree | null {
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        (node.children ?? []).flatMap((property) => {
          const [key, member] = property.children ?? [];
          const value = member && toTree(member, source, values);
          return key && value !== null && value !== undefined && key.value !== '__proto__'
            ? [[String(key.value), value] as const]
            : [];
        }),
      );
    case 'array':
      return (node.children ?? []).flatMap((item) => toTree(item, source, values) ?? []);
    case 'string':
    case 'number':
    case 'boolean': {
      const quotes = node.type === 'string' ? 1 : 0;
      const slice = new Slice(source, node.offset + quotes, node.offset + node.length - quotes);
      if (slice.start >= slice.end) return null;
      values.push(slice);
      return Sourced.derived(node.value as string | number | boolean, slice, 1);
    }
    default:
      return null;
  }
}

function valueText(tree: Tree): string {
  if (Sourced.is(tree)) return String(tree.value);
  return Object.values(tree).map(valueText).join('\n');
}
