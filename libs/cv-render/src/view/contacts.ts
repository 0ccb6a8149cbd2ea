import type { Basics, Resume } from '@discover/cv-model';

import { WORDS, type Locale } from '../locales.js';
import { countryName } from './countries.js';
import { optional } from './entries.js';
import { displayAddress, mailHref, phoneHref, safeHref } from './links.js';
import { displayPhone } from './phone.js';
import type { TextCleaner } from './text.js';
import type { Contact } from './view.js';

/** How to reach the person: mail, telephone, place, website, profiles; in that order. */
export function buildContacts(resume: Resume, clean: TextCleaner, locale: Locale): Contact[] {
  const basics = objectOf<Basics>(resume.basics);
  const more = objectOf<NonNullable<Resume['x-discover']>>(resume['x-discover']);
  const words = WORDS[locale];
  const country = clean.line(objectOf<NonNullable<Basics['location']>>(basics.location).countryCode);
  const contacts: Contact[] = [];
  const add = (kind: Contact['kind'], label: string, text: string, href?: string): void => {
    if (text !== '') contacts.push({ kind, label, text, ...optional('href', href) });
  };

  for (const email of clean.lines([basics.email, ...arrayOf(more.emails)])) {
    add('email', words.email, email, mailHref(email));
  }
  for (const phone of clean.lines([basics.phone, ...arrayOf(more.phones)])) {
    add('phone', words.phone, displayPhone(phone, country), phoneHref(phone));
  }
  add('place', words.address, placeOf(basics, clean, locale));
  const url = clean.line(basics.url);
  add('web', words.website, displayAddress(url), safeHref(basics.url));
  for (const item of arrayOf(basics.profiles)) {
    const profile = objectOf<NonNullable<Basics['profiles']>[number]>(item);
    const network = clean.line(profile.network);
    const href = safeHref(profile.url);
    const address = href === undefined ? '' : displayAddress(clean.line(profile.url));
    const text = address === '' ? clean.line(profile.username) : address;
    add('profile', network === '' ? words.website : network, text === '' ? network : text, href);
  }
  return contacts;
}

/** Where the postal code follows the state or province: «Oakland, CA 94607». */
const CODE_AFTER_REGION = new Set(['US', 'CA', 'AU']);
/** Where it follows the city: «London SW1A 2AA». */
const CODE_AFTER_CITY = new Set(['GB', 'IE', 'IN', 'NZ', 'SG', 'ZA']);

/** «Seestrasse 12, 8002 Zürich, ZH, Switzerland», in the order of the country; a line break in the address becomes a comma. */
function placeOf(basics: Basics, clean: TextCleaner, locale: Locale): string {
  const location = objectOf<NonNullable<Basics['location']>>(basics.location);
  const [code, city, region, country] = [
    clean.line(location.postalCode),
    clean.line(location.city),
    clean.line(location.region),
    clean.line(location.countryCode),
  ];
  const spaced = (...words: string[]): string => words.filter((word) => word !== '').join(' ');
  const cityAndRegion = CODE_AFTER_REGION.has(country)
    ? [city, spaced(region, code)]
    : [CODE_AFTER_CITY.has(country) ? spaced(city, code) : spaced(code, city), region];
  const parts = [...clean.paragraphs(location.address), ...cityAndRegion, countryName(country, locale)];
  return parts.filter((part, index) => part !== '' && parts.indexOf(part) === index).join(', ');
}

/** The value as an object with optional members; an empty one if it is none. */
export function objectOf<T extends object>(value: unknown): Partial<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
