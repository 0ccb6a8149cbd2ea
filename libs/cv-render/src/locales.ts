import { arabic } from './locales/ar.js';
import { german } from './locales/de.js';
import { greek } from './locales/el.js';
import { english } from './locales/en.js';
import { spanish } from './locales/es.js';
import { french } from './locales/fr.js';
import { hebrew } from './locales/he.js';
import { hindi } from './locales/hi.js';
import { italian } from './locales/it.js';
import { japanese } from './locales/ja.js';
import { korean } from './locales/ko.js';
import { dutch } from './locales/nl.js';
import { portuguese } from './locales/pt.js';
import { russian } from './locales/ru.js';
import { chinese } from './locales/zh.js';
import type { Words } from './locales/words.js';

/** The languages that headings and dates can be set in. */
export const LOCALES = [
  'en',
  'de',
  'fr',
  'it',
  'es',
  'pt',
  'nl',
  'el',
  'ru',
  'ar',
  'he',
  'hi',
  'zh',
  'ja',
  'ko',
] as const;

export type Locale = (typeof LOCALES)[number];

/** Names of months are those of Unicode CLDR, written down: see `formatMonth`. */
export const WORDS: Record<Locale, Words> = {
  en: english,
  de: german,
  fr: french,
  it: italian,
  es: spanish,
  pt: portuguese,
  nl: dutch,
  el: greek,
  ru: russian,
  ar: arabic,
  he: hebrew,
  hi: hindi,
  zh: chinese,
  ja: japanese,
  ko: korean,
};
