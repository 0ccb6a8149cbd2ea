import { describe, expect, it } from '@jest/globals';

import { readMarkdown } from '../../src/readers/markdown.js';
import { bytes } from '../support.js';
import { deadline, furnitureOf, laidOut, limits, linesOf } from './support.js';

const read = (text: string) => laidOut(readMarkdown(bytes(text), limits, deadline()));

describe('Markdown', () => {
  it('reads headings, emphasis, lists, links, tables and HTML in between', () => {
    const source = read(
      '# Ada\n\nHead\n----\n\n**Bold** *slanted* `code`\n\n- one\n  - two\n1. three\n\n[site](https://a.example.org) <ada@example.org>\n\n|A|B|\n|-|-|\n|c|d|\n\n<p>html<br>lines</p>\n',
    );
    expect(linesOf(source)).toEqual([
      'Ada', 'Head', 'Bold slanted code', '• one', '• two', '• three', 'site ada@example.org', 'c ⇥ d', 'html', 'lines',
    ]); // prettier-ignore
    expect(source.lines.slice(0, 2).map(({ headingLevel }) => headingLevel)).toEqual([1, 2]);
    expect(source.links.map(({ url }) => url)).toEqual(['https://a.example.org', 'mailto:ada@example.org']);
  });

  it('keeps the ends of lines', () => {
    expect(linesOf(read('**Acme Ltd**\nEngineer\n2019 – 2021'))).toEqual(['Acme Ltd', 'Engineer', '2019 – 2021']);
  });

  it('takes from front matter what says who it is, and leaves the settings', () => {
    const source = read('---\nlayout: cv\nemail: "ada@example.org"\nname: Ada Nym\n---\n\n## Skills\n');
    expect(linesOf(source)).toEqual(['Ada Nym', 'email: ada@example.org', 'Skills']);
    expect(furnitureOf(source)).toEqual(['layout: cv']);
  });
});
