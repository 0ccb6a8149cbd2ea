import { hostile, latin1, utf8, type HostileCase, type Outcome } from './case.js';

const READ: readonly Outcome[] = ['reading'];
/** Also refused for its size, or for having no letter in it. */
const READ_OR_REFUSED: readonly Outcome[] = ['reading', 'too_large', 'empty_document'];
const HEAD = 'Rosalind Quay\nrosalind.quay@example.org\n\n';

/** Plain text of `content` below a name and an address. */
const below = (name: string, content: () => string, expected: readonly Outcome[] = READ_OR_REFUSED): HostileCase =>
  hostile(`text: ${name}`, expected, () => utf8(HEAD + content()));

/**
 * Stretches that make a pattern with two ways to match try all of them. `unit` is repeated; the size of what comes of it is
 * the caller's.
 */
export const REGEX_TRAPS: Readonly<Record<string, { before?: string; unit: string; after?: string }>> = {
  digits: { unit: '1' },
  'digits in pairs': { unit: '12 ' },
  'a telephone without end': { before: '+', unit: '1 23-4.5(6)' },
  dots: { unit: '.' },
  spaces: { before: 'a', unit: ' ', after: 'b' },
  'spaces and commas': { unit: ' , ' },
  'at signs': { unit: '@' },
  'an address without its end': { unit: 'a.', after: '@' },
  'addresses without their start': { unit: '@a.' },
  dashes: { unit: '-' },
  'dates joined by dashes': { unit: '2019 - ' },
  'months without years': { unit: 'March ' },
  slashes: { before: 'http:', unit: '/' },
  'a link without end': { before: 'https://', unit: 'a.b/' },
  'hosts without end': { before: 'www.', unit: 'a-' },
  'nested parentheses': { unit: '(', after: ')' },
  'parentheses in pairs': { unit: '()' },
  'lower case letters': { unit: 'a' },
  'upper case letters': { unit: 'A' },
  'letters with spaces between': { unit: 'J ' },
  'capitalised words': { unit: 'Ab ' },
  'hyphenated words': { unit: 'ab-' },
  'words with apostrophes': { unit: "d'A" },
  'words and pipes': { unit: 'ab | ' },
  bullets: { unit: '• ' },
  tabs: { unit: 'a\t' },
  colons: { unit: 'Languages: ' },
  semicolons: { unit: 'a; ' },
  quotes: { unit: '"' },
  currency: { unit: '€1,000.' },
  'accents upon accents': { before: 'e', unit: '\u0301' },
  'joined faces': { unit: '👩‍👩‍' },
  'combining marks between letters': { unit: 'a\u0308' },
};

export function trap(name: keyof typeof REGEX_TRAPS, length: number): Uint8Array {
  const { before = '', unit, after = '' } = REGEX_TRAPS[name]!;
  return utf8(`${HEAD}EXPERIENCE\n${before}${unit.repeat(Math.ceil(length / unit.length))}${after}\n`);
}

/** Texts that are too long, too many, or of characters that deceive. */
export const TEXTS: readonly HostileCase[] = [
  hostile('text: nothing', 'empty_document', () => new Uint8Array()),
  hostile('text: one NUL', 'unsupported_media_type', () => new Uint8Array(1)),
  hostile('text: a megabyte of NULs', 'unsupported_media_type', () => new Uint8Array(1_048_576)),
  hostile(
    'text: NULs behind the first page',
    ['reading', 'unsupported_media_type', 'empty_document', 'corrupt_document'],
    () => latin1(`${HEAD}${'word '.repeat(1_000)}${'\0'.repeat(1_000)}`),
  ),
  hostile('text: one letter', READ_OR_REFUSED, () => utf8('a')),
  hostile('text: a megabyte of white space', 'empty_document', () =>
    utf8(' \t\r\n\f\v\u00a0\u2003\u3000'.repeat(80_000)),
  ),
  hostile('text: only invisible characters', ['empty_document', 'reading'], () =>
    utf8('\u200b\u200c\u200d\u2060\ufeff'.repeat(10_000)),
  ),
  hostile('text: only a byte order mark', ['empty_document', 'unsupported_media_type'], () => latin1('\xef\xbb\xbf')),
  hostile('text: UTF-16 with half a character at its end', READ, () =>
    Buffer.concat([latin1('\xff\xfe'), Buffer.from(HEAD, 'utf16le'), latin1('\x00')]),
  ),
  hostile('text: UTF-16 of half characters', READ, () =>
    Buffer.concat([latin1('\xff\xfe'), Buffer.from(HEAD, 'utf16le'), Buffer.from('\ud800'.repeat(5_000), 'utf16le')]),
  ),
  hostile('text: UTF-16 of swapped bytes', READ, () =>
    Buffer.concat([latin1('\xfe\xff'), Buffer.from(HEAD, 'utf16le').swap16()]),
  ),
  hostile('text: half characters in UTF-8', ['reading', 'unsupported_media_type'], () =>
    Buffer.concat([Buffer.from(HEAD), latin1('\xed\xa0\x80\xed\xb0\x80'.repeat(500))]),
  ),
  hostile('text: letters written longer than they are', ['reading', 'unsupported_media_type'], () =>
    Buffer.concat([Buffer.from(HEAD), latin1('\xc0\xae\xc0\xaf\xe0\x80\xaf'.repeat(50))]),
  ),
  hostile('text: a million words', 'too_large', () => utf8('word '.repeat(1_000_000))),
  hostile('text: 19 MB of one letter', 'too_large', () => utf8('a'.repeat(19_000_000))),
  hostile('text: 21 MB', 'too_large', () => utf8('a'.repeat(22_000_000))),
  hostile('text: 19 MB of blank lines', READ_OR_REFUSED, () => utf8(HEAD + '\n'.repeat(19_000_000))),
  hostile('text: 19 MB of page breaks', ['reading', 'too_large', 'too_many_pages'], () =>
    utf8(HEAD + '\f'.repeat(19_000_000)),
  ),
  hostile('text: 100,000 items of a list', READ_OR_REFUSED, () => utf8(HEAD + '- a\n'.repeat(99_000))),
  below('a line of 300,000 characters', () => 'Lorem ipsum dolor sit amet '.repeat(11_000)),
  below('100,000 lines', () => 'ab\n'.repeat(100_000)),
  below('20,000 headings', () => 'EXPERIENCE\nSKILLS\nEDUCATION\n'.repeat(7_000)),
  below(
    '5,000 jobs',
    () => `EXPERIENCE\n${'Engineer, Acme, Berlin | 01/2019 - 02/2020\n- Built things\n'.repeat(5_000)}`,
  ),
  below('6,500 schools', () => `EDUCATION\n${'BSc Physics, University of Nowhere | 2010 - 2014\n'.repeat(6_500)}`),
  below('24,000 skills', () => `SKILLS\n${'Foo, Bar, Baz, '.repeat(8_000)}`),
  below('14,000 languages', () => `LANGUAGES\n${'English (C1), German (B2)\n'.repeat(7_000)}`),
  below('20,000 links', () => 'https://example.org/a\n'.repeat(15_000)),
  below('20,000 telephones', () => '+44 20 7946 0018\n'.repeat(20_000)),
  below('20,000 addresses', () => 'someone@example.org\n'.repeat(15_000)),
  below('20,000 cells', () => 'a   b\tc\n'.repeat(20_000)),
  below(
    'dates that there are not',
    () => `EXPERIENCE\n${'Engineer, Acme | 99/9999 - 00/0000\nClerk, Acme | 31.02.2019 - 2019-13-45\n'.repeat(500)}`,
  ),
  below(
    'numbers beyond all numbers',
    () => `EXPERIENCE\n${'9'.repeat(5_000)} - ${'9'.repeat(5_000)}\n${'1e999 '.repeat(1_000)}`,
  ),
  below('letters that run backwards', () => '\u202e\u202d\u2066\u2067\u2068\u2069\u202c'.repeat(5_000) + 'gninnur'),
  below('isolates 100,000 deep', () => '\u2067'.repeat(100_000)),
  below(
    'a flood of zero widths within words',
    () => `Exp${'\u200b'.repeat(50_000)}erience\n${'W\u200bo\u200cr\u200dk\u2060 '.repeat(5_000)}`,
  ),
  below('letters under a thousand accents', () => `Zalgo ${`e${'\u0301\u0323\u0489'.repeat(300)}`.repeat(50)}`),
  below('letters of the private use areas', () => '\ue000\uf8ff\u{f0000}\u{10fffd}'.repeat(5_000)),
  below('tags and selectors', () => '\u{e0041}\ufe0f\u{e01ef}'.repeat(10_000)),
  below('characters that no standard has', () => '\u0378\uffff\ufffe\u{1ffff}'.repeat(2_000)),
  below('right to left', () => 'ניסיון תעסוקתי خبرة في العمل\n'.repeat(2_000)),
  below('letters that look like others', () =>
    'ЕХРЕRІЕNСЕ\nＥｎｇｉｎｅｅｒ, 𝐀𝐜𝐦𝐞 | ２０１９ – ２０２０\n'.repeat(500),
  ),
  below('commands of a terminal', () => '\u001b[31mRed\u001b[0m '.repeat(20)),
  below(
    'words of the prototype',
    () => '__proto__: x\nconstructor: y\ntoString, valueOf, hasOwnProperty\nSKILLS\n__proto__, constructor\n',
  ),
  below('scripts and statements', () =>
    `<script>alert(1)</script> '; DROP TABLE cvs; -- \${jndi:ldap://a} {{7*7}} =cmd|'/C calc'!A0\n`.repeat(200),
  ),
  ...Object.keys(REGEX_TRAPS).map((name) =>
    hostile(`text: ${name}, without end`, READ_OR_REFUSED, () => trap(name, 100_000)),
  ),
];
