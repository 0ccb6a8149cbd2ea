import { readFileSync } from 'node:fs';

import type { Resume } from '@discover/cv-model';
import type { RenderRequest } from '@discover/cv-render';

/** A CV that has broken renderers, and how to render it; a template is put to it. */
export type HardCv = Pick<RenderRequest, 'options' | 'photo'> & { readonly name: string; readonly document: Resume };

/** The invented people of the renderer's tests, hard ones among them. */
const WRITTEN = [
  'american',
  'arabic',
  'capitals',
  'chinese',
  'edges',
  'engineer',
  'executive',
  'greek',
  'hebrew',
  'hindi',
  'japanese',
  'merchant',
  'minimal',
  'multilingual',
  'nurse',
  'researcher',
  'russian',
];

const documents = new URL('../../../libs/cv-render/test/documents/', import.meta.url);
const read = (name: string): Resume => JSON.parse(readFileSync(new URL(`${name}.json`, documents), 'utf8')) as Resume;

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);

/** Everything that a template must set without leaving PDF/UA or PDF/A. */
export function hardCvs(): HardCv[] {
  const photo = readFileSync(new URL('portrait.png', documents));
  const engineer = read('engineer');
  return [
    ...WRITTEN.map((name) => ({ name, document: read(name) })),
    { name: 'nothing at all', document: {} },
    { name: 'one line', document: { basics: { name: 'Jo', summary: 'One line.' } } },
    { name: 'empty sections', document: emptySections() },
    { name: 'fifteen pages', document: longCareer(engineer, 45), options: { density: 'airy' } },
    { name: 'words of 200 characters', document: inAllTexts(engineer, () => LONG_WORD) },
    { name: 'emoji', document: inAllTexts(engineer, (text) => `👩‍💻 ${text} 🚀🇨🇭 👍🏽`) },
    { name: 'everything in capitals', document: inAllTexts(engineer, (text) => text.toUpperCase()) },
    { name: 'Chinese', document: inAllTexts(engineer, () => '在苏黎世建造桥梁与隧道的工程师，二十年经验。') },
    { name: 'Korean', document: inAllTexts(engineer, () => '취리히에서 다리를 짓는 기술자입니다.') },
    { name: 'Devanagari', document: inAllTexts(engineer, () => 'सेतु बनाने वाला अभियंता, बीस वर्षों का अनुभव।') },
    {
      name: 'Hebrew',
      document: { ...inAllTexts(engineer, () => 'מהנדסת גשרים בציריך (20 שנה), PMP'), ...language('he') },
    },
    { name: 'scripts without a font', document: inAllTexts(engineer, () => 'ภาษาไทย Հայերեն ქართული 𓀀') },
    {
      name: 'photo, QR code and signature',
      document: engineer,
      photo,
      options: { qrCode: 'https://cv.example.org/u/a', closing: 'signature', photoShape: 'circle' },
    },
    { name: 'one page, as tight as can be', document: read('nurse'), options: { maxPages: 2, minFontSize: 7 } },
    ...(['de', 'fr', 'it', 'es'] as const).map((locale) => ({
      name: `headings in ${locale}`,
      document: { ...engineer, ...language(locale) },
      options: { locale, dates: 'long' as const, profile: 'dach' as const },
    })),
  ];
}

/** Lists that are there and hold nothing, and entries of which nothing can be shown. */
function emptySections(): Resume {
  return {
    basics: { name: 'Empty Sections', email: 'empty@example.org', summary: '' },
    work: [{ name: 'An employer', highlights: [] }, {}],
    volunteer: [],
    education: [{}],
    awards: [{ title: '' }],
    skills: [{ name: '', keywords: [''] }],
    languages: [{}],
    interests: [],
    references: [],
    projects: [{ highlights: [] }],
    'x-discover': { sections: [{ title: 'Empty', items: [] }] },
  };
}

function longCareer(document: Resume, times: number): Resume {
  return { ...document, work: Array.from({ length: times }, () => document.work ?? []).flat() };
}

/** The document with each text that is nothing but words replaced: addresses and dates keep their form. */
function inAllTexts<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return (isWords(value) ? replace(value) : value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => inAllTexts(item, replace)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inAllTexts(member, replace)])) as T;
}

const isWords = (text: string): boolean => !/^\d{4}|:\/\/|@|^[a-z]{2}$|^[A-Z]{2}$|^\+/.test(text);

const language = (tag: string): Pick<Resume, 'x-discover'> => ({ 'x-discover': { language: tag } });
