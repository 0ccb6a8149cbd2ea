import type { Basics, Location } from '@discover/cv-model';

import { fold } from './text.js';

/** Digits compared; a prefix of country or trunk may be missing on one side. */
export function samePhone(a: string, b: string): boolean {
  const [left, right] = [a, b].map((phone) => phone.normalize('NFKC').replace(/\D/g, '').replace(/^00/, '')) as [
    string,
    string,
  ];
  if (left === '' || right === '') return false;
  if (left === right) return true;
  const [short, long] = [left, right].map((digits) => digits.replace(/^0/, '')).sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  return short.length >= 7 && long.endsWith(short) && long.length - short.length <= 3;
}

export const email = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');

/** Host and path without what may be left out in print. */
export function link(address: string): string {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^mailto:.*/, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  const [host = '', ...path] = decoded(bare).split('/');
  const site = sameSite(host);
  return [site, ...path.map((part) => (site === 'twitter.com' ? part.replace(/^@/, '') : part))]
    .join('/')
    .replace(/\s+/g, '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function sameSite(host: string): string {
  if (host === 'x.com' || host === 'mobile.twitter.com') return 'twitter.com';
  return host.replace(/^[a-z]{2}\.linkedin\.com$/, 'linkedin.com').replace(/^m\.(?=[^.]+\.[^.]+)/, '');
}

/** Where a user name leads in networks that need no more than it. */
const NETWORKS: Readonly<Record<string, string>> = {
  linkedin: 'linkedin.com/in/',
  github: 'github.com/',
  gitlab: 'gitlab.com/',
  twitter: 'twitter.com/',
  x: 'twitter.com/',
  facebook: 'facebook.com/',
  stackoverflow: 'stackoverflow.com/u/',
  orcid: 'orcid.org/',
  instagram: 'instagram.com/',
  youtube: 'youtube.com/',
  medium: 'medium.com/@',
};

/** Own site and profiles. */
export function linksOf({ url, profiles = [] }: Basics): Set<string> {
  const addresses = profiles.map(({ url: address = '', network = '', username = '' }) => {
    if (address !== '') return link(address);
    const stem = NETWORKS[fold(network).replace(/[^a-z]/g, '')];
    return stem === undefined || username === '' ? '' : link(stem + username.replace(/^@/, ''));
  });
  return new Set([link(url ?? ''), ...addresses].filter((address) => address.split('/')[0]!.includes('.')));
}

/** Languages whose names of countries and languages are known. */
const NAMING = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'zh', 'ja', 'ko', 'ar', 'no', 'sv', 'tr'];

function namesOf(type: 'region' | 'language', codes: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const naming of NAMING) {
    const display = new Intl.DisplayNames([naming], { type, fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined && !names.has(fold(name))) names.set(fold(name), code);
    }
  }
  return names;
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ...namesOf('region', PAIRS),
  ...Object.entries<string>({
    usa: 'US',
    'united states of america': 'US',
    uk: 'GB',
    'great britain': 'GB',
    england: 'GB',
    eire: 'IE',
    'republic of korea': 'KR',
    's korea': 'KR',
    'the netherlands': 'NL',
    turkey: 'TR',
  }),
]);
const TONGUES: ReadonlyMap<string, string> = new Map([
  ...namesOf(
    'language',
    PAIRS.map((pair) => pair.toLowerCase()),
  ),
  ...Object.entries<string>({
    castellano: 'es',
    mandarin: 'zh',
    mandarino: 'zh',
    engelsk: 'en',
    tysk: 'de',
    norsk: 'no',
    svensk: 'sv',
  }),
]);

/** ISO code of a printed or coded country; unknown names stay as they are. */
export function country(location: Location & { country?: string } = {}): string {
  const name = (location.countryCode ?? location.country ?? '').trim();
  if (/^[A-Za-z]{2}$/.test(name)) return name.toUpperCase() === 'UK' ? 'GB' : name.toUpperCase();
  const folded = fold(name).replace(/[.,]/g, '').trim();
  return COUNTRIES.get(folded) ?? folded;
}

/** ISO code of a named language («Englisch (C1)» is `en`); unknown names stay as they are. */
export function tongue(name: string): string {
  const folded = fold(name)
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\s]/gu, ' ')
    .trim();
  return (
    TONGUES.get(folded) ??
    folded
      .split(/\s+/)
      .map((word) => TONGUES.get(word))
      .find((code) => code !== undefined) ??
    folded
  );
}
