import { hostile, utf8, type HostileCase, type Outcome } from './case.js';

const json = (name: string, expected: Outcome | readonly Outcome[], content: () => string): HostileCase =>
  hostile(`JSON: ${name}`, expected, () => utf8(content()));

const BASICS = '"basics": {"name": "Rosalind Quay"}';

/** JSON that is deep, large, or not what a resume is. */
export const DATA: readonly HostileCase[] = [
  json('lists 1,000,000 deep', ['corrupt_document', 'too_large'], () => `{"basics": ${'['.repeat(1_000_000)}`),
  json('objects 100,000 deep', 'corrupt_document', () => `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
  json(
    'lists 500 deep within a resume',
    ['reading', 'corrupt_document'],
    () => `{${BASICS}, "meta": ${'['.repeat(500)}1${']'.repeat(500)}}`,
  ),
  json(
    'ten million numbers',
    ['too_large', 'corrupt_document', 'timeout'],
    () => `{"basics": [${'1,'.repeat(9_900_000)}1]}`,
  ),
  json(
    'three million objects',
    ['too_large', 'corrupt_document', 'timeout'],
    () => `{"work": [${'{},'.repeat(3_000_000)}{}]}`,
  ),
  json(
    '19 MB of line breaks',
    ['reading', 'too_large', 'corrupt_document'],
    () => `{${BASICS}${'\n'.repeat(19_000_000)}}`,
  ),
  json('a name of 19 MB', ['reading', 'too_large'], () => `{"basics": {"name": "${'a'.repeat(19_000_000)}"}}`),
  json(
    '100,000 jobs',
    ['reading', 'too_large'],
    () => `{"work": [${'{"name":"Acme"},'.repeat(100_000)}{"name":"Acme"}]}`,
  ),
  json(
    '100,000 members that nobody knows',
    ['reading', 'too_large'],
    () => `{${BASICS}, ${Array.from({ length: 100_000 }, (_, index) => `"k${index}": ${index}`).join(',')}}`,
  ),
  json('a member twice', 'reading', () => `{${BASICS}, "basics": {"name": "Somebody Else"}}`),
  json(
    'members of the prototype',
    'reading',
    () => `{${BASICS}, "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}`,
  ),
  json(
    'members of the prototype within an entry',
    'reading',
    () => `{${BASICS}, "work": [{"__proto__": {"polluted": true}, "name": "Acme", "toString": 1}]}`,
  ),
  json(
    'values of the wrong kinds',
    'reading',
    () =>
      '{"basics": {"name": 42, "email": [], "location": "x"}, "work": {"a": 1}, "skills": "none", "education": [null, 1, "x", [[]]]}',
  ),
  json(
    'numbers beyond all numbers',
    ['reading', 'corrupt_document'],
    () => `{${BASICS}, "work": [{"startDate": 1e999, "endDate": -${'9'.repeat(10_000)}}]}`,
  ),
  json('half characters', 'reading', () => `{"basics": {"name": "Rosalind \\ud800 Quay \\udc00"}}`),
  json('NULs in a name', 'reading', () => '{"basics": {"name": "Rosalind\\u0000 Quay"}}'),
  json(
    'characters that must be escaped',
    ['unsupported_media_type', 'reading', 'corrupt_document'],
    () => '{"basics": {"name": "Rosalind\u0001 Quay"}}',
  ),
  json(
    'links that are scripts',
    'reading',
    () => `{${BASICS.slice(0, -1)}, "url": "javascript:alert(1)", "image": "data:text/html,<script>"}}`,
  ),
  json('a comma too many', 'corrupt_document', () => `{${BASICS},}`),
  json('comments', 'corrupt_document', () => `{${BASICS} /* a */ // b\n}`),
  json('two values', 'corrupt_document', () => `{${BASICS}} {${BASICS}}`),
  json('nothing in it', 'unsupported_media_type', () => '{}'),
  json('empty sections', ['reading', 'empty_document'], () => '{"basics": {}, "work": []}'),
  json('somebody else’s object', 'unsupported_media_type', () => '{"jsonrpc": "2.0", "method": "eval", "params": []}'),
];
