import { hostile, utf8, type HostileCase, type Outcome } from './case.js';

const NAME = 'Rosalind Quay';

/** Formats that were not always read: a reading, or a code for what is wrong with them. */
const READ: readonly Outcome[] = ['reading', 'unsupported_media_type'];
const READ_OR_REFUSED: readonly Outcome[] = [...READ, 'corrupt_document', 'too_large', 'empty_document'];

const html = (name: string, content: () => string, expected: readonly Outcome[] = READ_OR_REFUSED): HostileCase =>
  hostile(`HTML: ${name}`, expected, () =>
    utf8(`<!doctype html><html><body><h1>${NAME}</h1>${content()}</body></html>`),
  );
const rtf = (name: string, content: () => string, expected: readonly Outcome[] = READ_OR_REFUSED): HostileCase =>
  hostile(`RTF: ${name}`, expected, () => utf8(`{\\rtf1\\ansi ${NAME}\\par ${content()}}`));
const xml = (name: string, content: () => string, expected: readonly Outcome[] = READ_OR_REFUSED): HostileCase =>
  hostile(`XML: ${name}`, expected, () => utf8(content()));
const markdown = (name: string, content: () => string): HostileCase =>
  hostile(`Markdown: ${name}`, ['reading', 'too_large', 'empty_document', 'corrupt_document'], () =>
    utf8(`# ${NAME}\n\n${content()}\n`),
  );

const EUROPASS = (body: string, prolog = '') =>
  `<?xml version="1.0"?>${prolog}<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>${body}</LearnerInfo></SkillsPassport>`;
const LAUGHS = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 10 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>`;

/** Markup that is deep, endless, or asks for something from outside. */
export const MARKUP: readonly HostileCase[] = [
  html('elements 100,000 deep', () => '<div>'.repeat(100_000)),
  html('elements 100,000 deep that format', () => '<b><i>'.repeat(50_000)),
  html('tables 5,000 deep', () => '<table><tr><td>'.repeat(5_000)),
  html('lists 20,000 deep', () => '<ul><li>'.repeat(20_000)),
  html('100,000 items of a list', () => `<ul>${'<li>a'.repeat(100_000)}</ul>`),
  html('100,000 attributes', () => `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>x</p>`),
  html('an attribute without end', () => `<a href="${'x'.repeat(1_000_000)}`),
  html('a comment without end', () => `<!--${'-'.repeat(500_000)}`),
  html('a tag without end', () => '<'.repeat(300_000)),
  html('end tags without start', () => '</p></b></table>'.repeat(50_000)),
  html('a script', () => '<script>while (true) document.write("x")</script>', READ),
  html('a style of a megabyte', () => `<style>${'a{b:c}'.repeat(170_000)}</style>`),
  html(
    'frames, pictures and redirections',
    () =>
      '<meta http-equiv="refresh" content="0;url=http://127.0.0.1"><iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1/x.png"><link rel="stylesheet" href="http://127.0.0.1/x.css">',
    READ,
  ),
  html('entities without end', () => '&amp'.repeat(100_000)),
  html(
    'numbers of characters that there are not',
    () => '&#x110000;&#xD800;&#0;&#99999999999999999999;'.repeat(1_000),
    READ,
  ),
  html('adopted formatting', () => '<a><b><i><p>'.repeat(2_000) + '</a></b></i>'.repeat(2_000)),
  html(
    'cells that span two billion',
    () => '<table><tr><td colspan="2147483647" rowspan="2147483647">a</td></tr></table>',
    READ,
  ),
  html('drawings within formulas within drawings', () => '<svg><math><foreignObject>'.repeat(5_000)),
  hostile('HTML: nothing but tags', ['empty_document', 'unsupported_media_type'], () =>
    utf8(`<html>${'<br>'.repeat(100_000)}</html>`),
  ),
  rtf('groups 200,000 deep', () => '{'.repeat(200_000)),
  rtf('groups closed before they are opened', () => '}'.repeat(10_000)),
  rtf('a group that is never closed', () => '{\\b '),
  rtf(
    'numbers beyond all numbers',
    () => '\\fs99999999999\\li-99999999999\\u99999999 \\bin9999999999 x',
    READ_OR_REFUSED,
  ),
  rtf('binary data of two billion bytes', () => '\\bin2147483647 abc'),
  rtf('a word of 500,000 letters', () => `\\${'a'.repeat(500_000)}`),
  rtf('half a million control words', () => '\\b\\b0'.repeat(250_000)),
  rtf('half characters', () => '\\uc0\\u-10240\\u55296 '.repeat(5_000), READ),
  rtf('bytes in hexadecimal that are none', () => "\\'zz\\'".repeat(20_000)),
  rtf('an object of a million bytes', () => `{\\object\\objdata ${'d0cf11e0'.repeat(125_000)}}`),
  rtf('a picture of ten billion points', () => '{\\pict\\pngblip\\picw2147483647\\pich2147483647 00}', READ),
  rtf('100,000 items of a list', () => '{\\pntext\\bullet}a\\par '.repeat(99_000)),
  rtf('tables of 20,000 cells', () => `\\trowd${'\\cellx1'.repeat(20_000)}${'a\\cell'.repeat(20_000)}\\row`),
  rtf('a field from a file', () => '{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt x}}', READ),
  hostile('RTF: only its start', [...READ_OR_REFUSED], () => utf8('{\\rtf1')),
  xml('of nothing that we know', () => '<?xml version="1.0"?><a>b</a>', ['unsupported_media_type']),
  xml('Europass with entities that laugh', () => EUROPASS('<Identification>&a10;</Identification>', LAUGHS)),
  xml('Europass with a file of ours', () =>
    EUROPASS('<Identification>&a;</Identification>', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ),
  xml('Europass 100,000 deep', () => EUROPASS('<a>'.repeat(100_000))),
  xml('Europass with 50,000 jobs', () =>
    EUROPASS(
      `<WorkExperienceList>${'<WorkExperience><Employer><Name>Acme</Name></Employer></WorkExperience>'.repeat(50_000)}</WorkExperienceList>`,
    ),
  ),
  xml('Europass cut off', () => EUROPASS('').slice(0, 150)),
  xml('Europass with dates that there are not', () =>
    EUROPASS(
      '<WorkExperienceList><WorkExperience><Period><From year="99999" month="--77" day="---99"/><To year="-1"/></Period></WorkExperience></WorkExperienceList>',
    ),
  ),
  markdown('quotes 50,000 deep', () => `${'>'.repeat(50_000)} a`),
  markdown('lists 2,000 deep', () => Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')),
  markdown('brackets without end', () => '['.repeat(100_000)),
  markdown('links in links', () => `${'[a]('.repeat(30_000)}${')'.repeat(30_000)}`),
  markdown('stars without end', () => '*a **b '.repeat(30_000)),
  markdown('backticks without end', () => '`'.repeat(100_000) + 'a'),
  markdown('a table of 5,000 columns', () => `${'|a'.repeat(5_000)}|\n${'|-'.repeat(5_000)}|\n${'|b'.repeat(5_000)}|`),
  markdown('underscores within words', () => 'a_'.repeat(100_000)),
  markdown('references to references', () =>
    Array.from({ length: 5_000 }, (_, index) => `[r${index}]: #r${index + 1}`).join('\n'),
  ),
  markdown('HTML in it', () => '<div>'.repeat(20_000)),
];
