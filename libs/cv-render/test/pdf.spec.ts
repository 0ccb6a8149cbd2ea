import { canonicalJson } from '@discover/cv-model';
import { describe, expect, it, jest } from '@jest/globals';

import { renderCv, templates } from '../src/index.js';
import { attachment, brokenReferences, pageTexts, pdfText } from './pdf-reading.js';
import { sample } from './samples.js';

jest.setTimeout(60_000);

const ids = templates.map((template) => template.id);

async function pdf(document: Parameters<typeof renderCv>[0]['document'], template: string): Promise<Uint8Array> {
  return (await renderCv({ document, template, format: 'pdf' })).bytes;
}

describe.each(ids)('the PDF of «%s»', (template) => {
  it('holds the text in reading order', async () => {
    const text = await pdfText(await pdf(sample('engineer'), template));
    // What stands in the same list may come in any order: that is the template's choice.
    const inOrder = [
      ['Miriam Oyelaran-Vogt'],
      ['Principal Software Engineer, Distributed Systems'],
      ['Profile'],
      ['Experience'],
      // A date stands in front of its title where dates have a column of their own.
      ['Principal Engineer', 'Mar 2020 – Present', 'Helvetic Clearing AG', 'Zürich'],
      ['Replaced the nightly batch'],
      ['Mentored four engineers'],
      ['Senior Software Engineer', 'Sept 2015 – Feb 2020', 'Nordwind Logistik GmbH', 'Hamburg'],
      ['Built the dispatcher'],
      ['Projects'],
      ['slowpoke'],
      ['Education'],
      ['MSc, Computer Science'],
    ];
    // Headings may be set in capitals.
    const small = text.toLowerCase();
    let position = 0;
    const missing = inOrder.flat().filter((part) => !small.includes(part.toLowerCase()));
    for (const parts of inOrder) {
      const found = parts.map((part) => ({ part, at: small.indexOf(part.toLowerCase(), position) }));
      missing.push(...found.filter(({ at }) => at < 0).map(({ part }) => part));
      position = Math.max(position, ...found.map(({ part, at }) => at + part.length));
    }
    expect(missing).toEqual([]);
  });

  it('carries the resume, byte for byte as canonical JSON', async () => {
    const document = sample('multilingual');
    const bytes = await pdf(document, template);
    expect(attachment(bytes).toString('utf8')).toBe(canonicalJson(document));
    const source = Buffer.from(bytes).toString('latin1');
    expect(source).toContain('/AFRelationship /Source');
    expect(source).toMatch(/\/Subtype \/application#2[fF]json/);
    expect(source).toContain('(resume.json)');
  });

  it('declares PDF/A-3a and PDF/UA-1, its language and its title, and stays a sound file', async () => {
    const bytes = await pdf(sample('engineer'), template);
    const source = Buffer.from(bytes).toString('utf8');
    expect(source).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(source).toMatch(/<pdfuaid:part [^>]*>1<\/pdfuaid:part>/);
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('Miriam Oyelaran-Vogt – Curriculum vitae');
    expect(source).toContain('<rdf:li>en</rdf:li>');
    expect(source).toContain('2026-05-04T08:30:00Z');
    expect(source).toMatch(/\/Outlines \d+ 0 R/);
    expect(brokenReferences(bytes)).toEqual([]);
  });

  it('links mail, telephone and web addresses, and nothing else', async () => {
    const source = Buffer.from(await pdf(sample('multilingual'), template)).toString('latin1');
    expect(source).toContain('(mailto:a.very.long.address');
    expect(source).toContain('(tel:+4930123456)');
    expect(source).not.toContain('javascript:');
  });

  it('takes the document for text, whatever it looks like', async () => {
    const text = await pdfText(await pdf(sample('multilingual'), template));
    expect(text).toContain('#set page(fill: red) $x$ *bold* _it_ `code` @ref <label> #panic()');
    expect(text).toContain('<script>alert(1)</script> & "quotes"');
  });

  it('draws Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Chinese, Japanese, Korean and emoji', async () => {
    const bytes = await pdf(sample('multilingual'), template);
    const text = await pdfText(bytes);
    for (const part of ['Ελένη', 'Жанна', '山田太郎', '통역사', '有限公司', '日本語', '🚀'])
      expect(text).toContain(part);
    // PDF/A is only declared if no glyph is missing.
    expect(Buffer.from(bytes).toString('latin1')).toContain('<pdfaid:part>3');
  });

  it('sets three pages and more, each with text, named and numbered', async () => {
    const rendered = await renderCv({ document: sample('executive'), template, format: 'pdf' });
    const pages = await pageTexts(rendered.bytes);
    expect(pages.length).toBe(rendered.pages);
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const [index, page] of pages.entries()) {
      expect(page.length).toBeGreaterThan(index < pages.length - 1 ? 200 : 100);
      if (index > 0) expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
    }
  });

  it('sets a name alone, nothing at all, and members of the wrong type', async () => {
    expect(await pdfText(await pdf(sample('minimal'), template))).toContain('Jo');
    expect(await pdfText(await pdf({}, template))).toContain('Curriculum vitae');
    const wrong = {
      basics: { name: 7, profiles: 'x' },
      work: [null, 3, { position: {}, highlights: 'y' }],
      skills: {},
    } as never;
    expect(await pdfText(await pdf(wrong, template))).toContain('Curriculum vitae');
  });

  it('ends no page with a heading', async () => {
    const headings = [
      'Profil',
      'Berufserfahrung',
      'Projekte',
      'Ausbildung',
      'Publikationen',
      'Ehrenamt',
      'Talks',
      'Referenzen',
    ];
    for (let extra = 0; extra < 12; extra++) {
      const document = sample('executive');
      document.basics = { ...document.basics, summary: `${document.basics?.summary ?? ''}${'\nLine'.repeat(extra)}` };
      const pages = await pageTexts(await pdf(document, template));
      for (const page of pages) {
        const body = page
          .replace(/Prof\. Dr\. Friederike Charlotte von Hohenberg-Wallenstein Seite \d von \d/i, '')
          .trim();
        const small = body.toLowerCase();
        expect(headings.filter((heading) => small.endsWith(heading.toLowerCase()))).toEqual([]);
      }
    }
  });
});
