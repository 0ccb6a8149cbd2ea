import type { CountryCode } from 'libphonenumber-js/core';

import type { Slice } from '../conservation/slice.js';
import { LEXICONS } from '../lexicon/index.js';
import { countryCode, isStateCode } from '../lexicon/places.js';

/** Top-level domains of countries that are sold as words: they say nothing about where someone lives. */
const WORDLIKE = new Set(['io', 'me', 'co', 'ai', 'tv', 'cc', 'ly', 'so', 'in', 'to', 'sh', 'gg', 'fm', 'am', 'is']);
const DOMAIN = /(?:@|www\.|:\/\/)[\p{L}\p{N}.-]+\.(\p{L}{2})(?![\p{L}.])/gu;
const US_ADDRESS = /\b([A-Z]{2})\s+\d{5}(?:-\d{4})?\b/;
const BRITISH_POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b/;

/** The country in whose form a phone number without a prefix is to be read: by the address, then the addresses on the web, then the language. */
export function guessCountry(own: readonly Slice[], language: string | null): CountryCode {
  return (byAddress(own) ?? byDomain(own) ?? byLanguage(language) ?? 'US') as CountryCode;
}

function byAddress(own: readonly Slice[]): string | null {
  for (const { raw } of own) {
    for (const part of raw.split(/[,，،|•·\n\t()]|\s[–—-]\s/u)) {
      const name = part.trim().replace(/^[^:：]{2,20}[:：]\s*/u, '');
      const code = name.length > 2 ? countryCode(name) : null;
      if (code !== null) return code;
    }
    const state = US_ADDRESS.exec(raw)?.[1];
    if (state !== undefined && isStateCode(state)) return 'US';
    if (BRITISH_POSTCODE.test(raw)) return 'GB';
  }
  return null;
}

function byDomain(own: readonly Slice[]): string | null {
  for (const { raw } of own) {
    for (const [, domain] of raw.matchAll(DOMAIN)) {
      const tld = domain!.toLowerCase();
      if (!WORDLIKE.has(tld) && tld !== 'eu') return tld === 'uk' ? 'GB' : tld.toUpperCase();
    }
  }
  return null;
}

function byLanguage(language: string | null): string | null {
  return LEXICONS.find((lexicon) => lexicon.language === language)?.country ?? null;
}
