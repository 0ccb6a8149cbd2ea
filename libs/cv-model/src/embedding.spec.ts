import { describe, expect, it } from '@jest/globals';

import { embeddedResumePart, wordTextDigest } from './embedding.js';

const runs = (...texts: string[]) => texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('');

describe('wordTextDigest', () => {
  const digest = wordTextDigest(`<w:p>${runs('Zoë Müller', ' &amp; Co')}</w:p>`);

  it('is the same however runs are parted, spaced and composed', () => {
    const same = `<w:p>${runs('Zoe\u0308 ', 'Mu\u0308l')}</w:p><w:p><w:r><w:t>ler</w:t><w:tab/></w:r>${runs('&#38;', '&#x43;o')}</w:p>`;
    expect(wordTextDigest(same)).toBe(digest);
  });

  it.each([
    ['other letters', runs('Zoe Müller & Co')],
    ['another order', runs(' &amp; Co', 'Zoë Müller')],
    ['more text', runs('Zoë Müller', ' &amp; Co', '.')],
  ])('differs for %s', (_what, xml) => {
    expect(wordTextDigest(xml)).not.toBe(digest);
  });

  it('does not count what is no text: codes of fields, deleted text, names that begin alike', () => {
    const more = '<w:instrText>PAGE</w:instrText><w:delText>old</w:delText><w:tblPr>x</w:tblPr>';
    expect(wordTextDigest(`${runs('Zoë Müller', ' &amp; Co')}${more}`)).toBe(digest);
  });
});

describe('embeddedResumePart', () => {
  it('writes what XML cannot hold by escapes', () => {
    const part = embeddedResumePart({ basics: { name: '<Ada> & \u0001\u0085\uffff' } }, '');
    expect(part).toContain('{"basics":{"name":"&lt;Ada&gt; &amp; \\u0001\\u0085\\uffff"}}</resume>');
  });
});
