import { readFileSync } from 'node:fs';

import type { Locale } from '../locales.js';

/** Names of countries by locale and ISO 3166-1 code: `scripts/countries.mjs`. */
const COUNTRIES = JSON.parse(readFileSync(new URL('./countries.json', import.meta.url), 'utf8')) as Record<
  Locale,
  Record<string, string>
>;

/** «Deutschland» for `DE`; what is no code stays as it is. */
export const countryName = (code: string, locale: Locale): string => COUNTRIES[locale][code.toUpperCase()] ?? code;
