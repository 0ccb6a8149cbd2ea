import { canonicalJson, embeddedResumePart, type Resume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';

import { renderCv } from '../src/index.js';
import { quarters } from './pictures.js';
import { portrait, sample } from './samples.js';

async function docx(name: Parameters<typeof sample>[0], options = {}): Promise<Uint8Array> {
  return (await renderCv({ document: sample(name), template: 'classic', format: 'docx', options })).bytes;
}

async function bodyOf(name: Parameters<typeof sample>[0], options = {}): Promise<string> {
  return strFromU8(unzipSync(await docx(name, options))['word/document.xml']!);
}

/** Texts of the paragraphs in a style, in order. */
function inStyle(body: string, style: string): string[] {
  return [...body.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
    .filter(([, content]) => content!.includes(`<w:pStyle w:val="${style}"/>`))
    .map(([, content]) =>
      [...content!.matchAll(/<w:t(?: [^>]*)?>([^<]*)<|(<w:tab\/>)/g)].map((run) => run[1] ?? '\t').join(''),
    );
}

describe('a document for Word', () => {
  it('has real headings and lists, in named styles', async () => {
    const body = await bodyOf('engineer');
    expect(inStyle(body, 'Title')).toEqual(['Miriam Oyelaran-Vogt']);
    expect(inStyle(body, 'Heading1').slice(0, 3)).toEqual(['Profile', 'Experience', 'Projects']);
    expect(inStyle(body, 'Heading2')[0]).toBe('Principal Engineer\tMar 2020 – Present');
    expect(inStyle(body, 'Organisation')[0]).toBe('Helvetic Clearing AG\tZürich');
    expect(inStyle(body, 'ListBullet')[0]).toMatch(/^Replaced the nightly batch/);
  });

  it('uses no style, list or link that it does not define', async () => {
    const files = unzipSync(await docx('executive'));
    const body = strFromU8(files['word/document.xml']!) + strFromU8(files['word/footer.xml']!);
    const of = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))];
    const used = of(body, /<w:[pr]Style w:val="(\w+)"/g);
    const defined = of(strFromU8(files['word/styles.xml']!), /w:styleId="(\w+)"/g);
    expect(used.length).toBeGreaterThan(6);
    expect(used.filter((style) => !defined.includes(style))).toEqual([]);
    const targets = of(strFromU8(files['word/_rels/document.xml.rels']!), / Id="(\w+)"/g);
    expect(of(body, /r:id="(\w+)"/g).filter((id) => !targets.includes(id))).toEqual([]);
  });

  it('carries the resume, with the digest of the text that it was made with', async () => {
    const files = unzipSync(await docx('engineer', { hiddenSections: [] }));
    const part = strFromU8(files['customXml/item1.xml']!);
    expect(part).toBe(
      embeddedResumePart(
        JSON.parse(canonicalJson(sample('engineer'))) as Resume,
        strFromU8(files['word/document.xml']!),
      ),
    );
    expect(strFromU8(files['word/_rels/document.xml.rels']!)).toContain('Target="../customXml/item1.xml"');
  });

  it('is the same bytes for the same input, whatever the clock says', async () => {
    expect(Buffer.from(await docx('nurse')).equals(Buffer.from(await docx('nurse')))).toBe(true);
  });

  it('sets right-to-left paragraphs from the right, and holds every character', async () => {
    const body = await bodyOf('multilingual');
    expect(body).toMatch(/<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/>/);
    // What no font of ours could draw is another program's to draw.
    expect(body).not.toContain('?</w:t>');
    expect(body).not.toContain('\u200b');
  });

  it('takes hostile text as text', async () => {
    const body = await bodyOf('multilingual');
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
  });

  it('follows paper and language', async () => {
    const body = await bodyOf('nurse', { paper: 'us-letter', locale: 'fr' });
    expect(body).toContain('<w:pgSz w:w="12240" w:h="15840"/>');
    expect(inStyle(body, 'Heading1')).toContain('Langues');
  });

  it('runs from right to left as a whole where the document does', async () => {
    const paragraphs = (await bodyOf('arabic')).match(/<w:p>.*?<\/w:p>/gs)!;
    expect(paragraphs.length).toBeGreaterThan(30);
    expect(paragraphs.filter((paragraph) => !paragraph.includes('<w:bidi/>'))).toEqual([]);
  });
});

describe('the photo in a document for Word', () => {
  const filesOf = async (template: string, options = {}, photo: Uint8Array = portrait()) =>
    unzipSync((await renderCv({ document: sample('merchant'), template, format: 'docx', options, photo })).bytes);
  const hasPhoto = (files: Record<string, Uint8Array>) =>
    strFromU8(files['word/document.xml']!).includes('<w:drawing>') || 'word/media/photo.png' in files;

  it('is there by templates that show one, with its words and cut to a square', async () => {
    const files = await filesOf('lebenslauf');
    expect(Buffer.from(files['word/media/photo.png']!).equals(portrait())).toBe(true);
    expect(strFromU8(files['[Content_Types].xml']!)).toContain('Extension="png" ContentType="image/png"');
    expect(strFromU8(files['word/_rels/document.xml.rels']!)).toContain('Id="photo"');
    const body = strFromU8(files['word/document.xml']!);
    expect(body).toContain('<wp:docPr id="1" name="Photo" descr="Foto von Leonie Brüggemann-Caduff"/>');
    // 320 × 400: a fifth of the height goes.
    expect(body).toContain('<a:srcRect t="6000" b="14000"/>');
    expect(body).toMatch(/<wp:extent cx="(\d+)" cy="\1"\/>/);
  });

  it.each([
    ['by a template without', 'classic', {}, portrait()],
    ['where none is wanted', 'lebenslauf', { photoShape: 'none' }, portrait()],
    ['under a profile that masks it', 'lebenslauf', { profile: 'us' }, portrait()],
    ['if it is WebP', 'lebenslauf', {}, quarters().webpSync()],
  ])('is not there %s', async (_, template, options, photo) => {
    expect(hasPhoto(await filesOf(template, options, photo))).toBe(false);
  });
});
