import { describe, expect, it } from '@jest/globals';

import { highlightHtml } from './highlights.js';

describe('a passage', () => {
  it('is HTML in which nothing that people wrote is markup', () => {
    const html = highlightHtml([
      { text: ' a <script> & ', found: false },
      { text: '"<b>\'', found: true },
      { text: ' ', found: false },
    ]);
    expect(html).toBe('a &lt;script&gt; &amp; <mark>&quot;&lt;b&gt;&#39;</mark>');
  });
});
