import { describe, expect, it } from '@jest/globals';

import { readHtml } from '../../src/readers/html/reader.js';
import { deadline, furnitureOf, laidOut, limits, linesOf } from './support.js';

const read = (html: string | Uint8Array) =>
  laidOut(readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html, limits, deadline()));
const lines = (html: string) => linesOf(read(html));

describe('web pages', () => {
  it('leaves out what is not shown', () => {
    const hidden =
      '<script>x()</script><style>.a{display:none}</style><!-- no --><p class="a">a</p><p hidden>b</p><p style="visibility: hidden">c</p><template>d</template><noscript>e</noscript><span aria-hidden="true">f</span><title>g</title>';
    expect(lines(`<body>${hidden}<p>shown</p></body>`)).toEqual(['shown']);
  });

  it('joins what stands in a line and parts what does not', () => {
    expect(lines('<p>one\n  <b>two</b><i>three</i><br>four</p>five<div>six</div>')).toEqual([
      'one twothree',
      'four',
      'five',
      'six',
    ]);
    expect(lines('<div><span class="a">2019</span><span class="b">Berlin</span></div>')).toEqual(['2019 Berlin']);
    expect(lines('<pre>a\n  b</pre>')).toEqual(['a', 'b']);
  });

  it('reads tables and definition lists across', () => {
    expect(lines('<table><tr><th>Year</th><th>What</th></tr><tr><td>2019<td>Prize</table>')).toEqual(['2019 ⇥ Prize']);
    expect(lines('<dl><dt>Phone</dt><dd>+41 44 668 18 00</dd><dt>Born</dt><dd>1990</dd></dl>')).toEqual([
      'Phone ⇥ +41 44 668 18 00',
      'Born ⇥ 1990',
    ]);
  });

  it('reads what floats or stretches to the right at the end of its line', () => {
    expect(lines('<div><span style="float: right">2019</span><h3>Engineer</h3></div>')).toEqual(['Engineer ⇥ 2019']);
    expect(lines('<div style="display:flex"><h3>Engineer</h3><p>2019</p></div>')).toEqual(['Engineer ⇥ 2019']);
  });

  it('reads columns one after the other', () => {
    const column = (...texts: string[]) =>
      `<div class="col-md-6">${texts.map((text) => `<p>${text}</p>`).join('')}</div>`;
    const source = read(
      `<div class="row">${column('Skills', 'Go', 'Rust')}${column('Experience', 'Engineer', 'Acme')}</div>`,
    );
    expect(linesOf(source)).toEqual(['Skills', 'Go', 'Rust', 'Experience', 'Engineer', 'Acme']);
    expect(new Set(source.lines.map(({ column: side }) => side))).toEqual(new Set(['left', 'right']));
  });

  it('knows headings, items and looks', () => {
    const source = read(
      '<style>.r{font-weight:600} .x .y>em{font-size:20px;font-style:normal}</style><h2>Head</h2><ul><li>item<br>goes on</li></ul><p class="r">bold</p><div class="x"><div class="y"><em>large</em></div></div><font size="5" color="#ff0000">red</font>',
    );
    const [head, item, on, bold, large, red] = source.lines;
    expect(head).toMatchObject({ headingLevel: 2, look: { size: 18, bold: true } });
    expect(item).toMatchObject({ bullet: true, indent: 30 });
    expect(on!.indent).toBeGreaterThan(item!.indent);
    expect([bold!.look.bold, large!.look]).toEqual([true, { size: 15, bold: false, italic: false, color: 0 }]);
    expect(red!.look).toMatchObject({ size: 18, color: 0xff0000 });
  });

  it('gives links, also those that only an icon shows', () => {
    const source = read(
      '<a href="mailto:ada@example.org?subject=x">write</a> <a href="#top">up</a><p><a href="https://example.org/ada"><i class="icon"></i></a></p>',
    );
    expect(linesOf(source)).toEqual(['write up', 'https://example.org/ada']);
    expect(source.links.map(({ url }) => url)).toEqual(['mailto:ada@example.org?subject=x', 'https://example.org/ada']);
  });

  it('takes menus for furniture', () => {
    const source = read('<nav><a href="#e">Experience</a></nav><p>text</p>');
    expect([linesOf(source), furnitureOf(source)]).toEqual([['text'], ['Experience']]);
  });

  it.each([
    ['a declaration', '<meta charset="iso-8859-2"><p>\u00e8esk\u00fd', 'latin1', 'český'],
    [
      'XML',
      '<?xml version="1.0" encoding="windows-1251"?><html><body><p>\u00cf\u00f0</p></body></html>',
      'latin1',
      'Пр',
    ],
    ['a byte order mark', '\ufeff<p>Zoë', 'utf16le', 'Zoë'],
    ['its bytes', '<meta charset="utf-8"><p>Zo\u00eb', 'latin1', 'Zoë'],
  ] as const)('tells the encoding by %s', (_by, html, encoding, text) => {
    expect(linesOf(read(new Uint8Array(Buffer.from(html, encoding))))).toEqual([text]);
  });
});
