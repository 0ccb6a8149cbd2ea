import { isValidPhoneNumber, type CountryCode } from 'libphonenumber-js';

import type { Gender } from './grammar.js';
import type { Address, Language, Name, Place, Profile } from './person.js';
import type { Random } from './random.js';
import { ORIGINS } from './vocabulary/names.js';
import { COUNTRIES } from './vocabulary/places.js';
import type { Words } from './words.js';

/** Where people write their CVs in a language, by weight. */
const HOMES: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: {
    GB: 6,
    US: 6,
    IE: 1,
    CA: 2,
    AU: 2,
    NZ: 1,
    IN: 2,
    NG: 1,
    SG: 1,
    NL: 1,
    SE: 1,
    PL: 1,
    TR: 1,
    PT: 1,
    GR: 1,
    DE: 1,
  },
  de: { DE: 12, AT: 3, CH: 3 },
  fr: { FR: 12, BE: 3, CH: 2, CA: 1 },
  it: { IT: 14, CH: 1 },
  es: { ES: 10, MX: 3, AR: 2, CL: 1, CO: 1, PE: 1 },
};

/** Origins other than the country's own that one meets anywhere. */
const MIGRANTS = ['TR', 'PL', 'IN', 'NG', 'CN', 'VN', 'RO', 'GR', 'MA', 'PT', 'IT', 'ES', 'FR', 'DE', 'NL', 'SE'];
/** Countries whose names are those of others. */
const SHARED_NAMES: Readonly<Record<string, string>> = {
  CA: 'US',
  AU: 'GB',
  NZ: 'GB',
  SG: 'CN',
  CL: 'AR',
  CO: 'MX',
  PE: 'MX',
};

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  en: ['Dr', 'Dr.', 'Prof.', 'Professor'],
  de: ['Dr.', 'Prof. Dr.', 'Dr.-Ing.', 'Dipl.-Ing.', 'Dr. med.'],
  fr: ['Dr', 'Pr'],
  it: ['Dott.', 'Ing.', 'Avv.', 'Prof.'],
  es: ['Dr.', 'Dra.', 'Ing.', 'Lic.'],
};
const SUFFIXES: Readonly<Record<Language, readonly string[]>> = {
  en: ['MBA', 'PhD', 'CPA', 'RN', 'PE', 'Jr.'],
  de: ['M.Sc.', 'MBA', 'B.A.'],
  fr: ['MBA'],
  it: ['PhD'],
  es: ['MBA', 'PhD'],
};

export function chooseHome(random: Random, language: Language): string {
  return random.weighted(HOMES[language]);
}

export function chooseName(random: Random, language: Language, country: string, gender: Gender): Name {
  const key = random.chance(0.18) ? random.any(MIGRANTS) : (SHARED_NAMES[country] ?? country);
  const origin = ORIGINS[key] ?? ORIGINS.GB!;
  const givenNames = gender === 'm' ? origin.men : origin.women;
  const first = random.pick(givenNames);
  const second = random.pick(givenNames.filter((name) => name !== first));
  const middle = random.chance(0.1) ? ` ${random.chance(0.5) ? `${second.charAt(0)}.` : second}` : '';
  const titles = TITLES[language].filter((title) => title !== (gender === 'm' ? 'Dra.' : 'Dr.') || language !== 'es');
  return {
    given: first + middle,
    family: random.pick(origin.families),
    ...(random.chance(0.1) && { title: random.any(titles) }),
    ...(random.chance(0.05) && { suffix: random.any(SUFFIXES[language]) }),
  };
}

export function choosePlace(random: Random, country: string): Place {
  const [city = '', region] = random.pick(COUNTRIES[country]!.cities).split(', ');
  return { city, country, ...(region !== undefined && { region }) };
}

export function chooseAddress(words: Words, country: string): Address {
  const { random } = words;
  const postalCode = fill(COUNTRIES[country]!.postalCode, random);
  return { ...choosePlace(random, country), street: words.writeOne(words.vocabulary.streets), postalCode };
}

/** A number that could exist, in one of the country's notations. */
export function choosePhone(random: Random, country: string): string {
  for (let attempt = 0; attempt < 40; attempt++) {
    const phone = fill(random.pick(COUNTRIES[country]!.phones), random);
    if (isValidPhoneNumber(phone.replace('(0)', ''), country as CountryCode)) return phone;
  }
  throw new Error(`No notation of ${country} gave a valid number.`);
}

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXY';

function fill(pattern: string, random: Random): string {
  return pattern
    .replace(/#/g, (_, offset: number) => String(random.integer(offset === 0 ? 1 : 0, 9)))
    .replace(/A/g, () => random.any(Array.from(LETTERS)));
}

const MAIL_DOMAINS = [
  'example.com',
  'example.org',
  'mail.example',
  'quillpost.example',
  'example.net',
  'inbox-online.example',
];

/** Letters of an address: without marks, spaces and apostrophes. */
export function ascii(text: string): string {
  return text
    .replace(/[ßøłđıØŁ]/g, (letter) => ({ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', Ø: 'O', Ł: 'L' })[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '')
    .toLowerCase();
}

export function chooseEmail(random: Random, name: Name, country: string): string {
  const [given, family] = [ascii(name.given.split(' ')[0]!), ascii(name.family)];
  const local = random.any([
    `${given}.${family}`,
    `${given}_${family}`,
    `${given.charAt(0)}${family}`,
    `${family}.${given}${random.integer(1, 99)}`,
    `contact`,
    `${given}-${family}`,
  ]);
  const own = `${family}-${given}.${COUNTRIES[country]!.domain}`;
  return `${local}@${random.chance(0.2) ? own : random.any(MAIL_DOMAINS)}`;
}

const NETWORKS: readonly (readonly [string, string, number])[] = [
  ['LinkedIn', 'linkedin.com/in/', 0.6],
  ['GitHub', 'github.com/', 0.2],
  ['Xing', 'xing.com/profile/', 0.12],
  ['ORCID', 'orcid.org/', 0.08],
  ['Behance', 'behance.net/', 0.06],
  ['Twitter', 'twitter.com/', 0.08],
  ['ResearchGate', 'researchgate.net/profile/', 0.05],
  ['Instagram', 'instagram.com/', 0.05],
  ['Stack Overflow', 'stackoverflow.com/users/', 0.04],
  ['GitLab', 'gitlab.com/', 0.04],
];

export function chooseProfiles(random: Random, name: Name): Profile[] {
  const [given, family] = [ascii(name.given.split(' ')[0]!), ascii(name.family)];
  const username = random.any([
    `${given}${family}`,
    `${given}-${family}`,
    `${given.charAt(0)}${family}${random.integer(2, 99)}`,
    `${family}${given}`,
  ]);
  return NETWORKS.filter(([, , chance]) => random.chance(chance)).map(([network, path]) => {
    const own =
      network === 'ORCID'
        ? orcid(random)
        : network === 'Stack Overflow'
          ? `${random.integer(1000, 999999)}/${username}`
          : username;
    return { network, username: own, address: path + own };
  });
}

/** Four groups of four digits, the last one a check digit after ISO 7064 11,2. */
function orcid(random: Random): string {
  const digits = Array.from({ length: 15 }, (_, index) => (index < 6 ? 0 : random.integer(0, 9)));
  const total = digits.reduce((sum, digit) => (sum + digit) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return `${digits.join('')}${check === 10 ? 'X' : check}`.replace(/(.{4})(?=.)/g, '$1-');
}
