import type { Basics } from '@discover/cv-model';

import type { Address, Person } from '../people/person.js';
import type { Random } from '../people/random.js';
import type { ContactItem, Icon } from './composition.js';
import { countryName } from './head.js';
import type { Style } from './style.js';
import { spaced } from './text.js';
import type { Wording } from './wording/types.js';

/** The name as it is printed, and as it is. */
export function printName({ name }: Person, style: Style): { printed: string; value: string } {
  const family =
    style.nameCase === 'family upper' || style.familyFirst === 'plain' ? name.family.toLocaleUpperCase() : name.family;
  const core =
    style.familyFirst === 'no'
      ? `${name.given} ${family}`
      : style.familyFirst === 'comma'
        ? `${family}, ${name.given}`
        : `${family} ${name.given}`;
  const whole = [name.title, core].filter(Boolean).join(' ') + (name.suffix === undefined ? '' : `, ${name.suffix}`);
  const value =
    [name.title, name.given, name.family].filter(Boolean).join(' ') +
    (name.suffix === undefined ? '' : `, ${name.suffix}`);
  if (style.nameCase === 'upper') return { printed: whole.toLocaleUpperCase(), value };
  return { printed: style.nameCase === 'spaced' && whole.length < 20 ? spaced(whole) : whole, value };
}

/** How to reach the person, in the order in which it is printed, and what of it is true. */
export function printContact(
  person: Person,
  style: Style,
  wording: Wording,
  random: Random,
): { items: ContactItem[]; basics: Basics } {
  const label = (key: keyof Wording['labels']): string => random.pick(wording.labels[key]);
  const address = printAddress(person.address, style, person.language);
  const first: ContactItem[] = [
    {
      icon: 'email',
      label: label('email'),
      text: person.email,
      ...(random.chance(0.6) && { link: `mailto:${person.email}` }),
    },
    { icon: 'phone', label: label('phone'), text: person.phone },
    { icon: 'address', label: label('address'), text: address.text },
  ];
  const url =
    person.url === undefined
      ? []
      : [{ icon: 'url' as Icon, label: label('url'), text: person.url, link: withScheme(person.url) }];
  const profiles = person.profiles.map((profile) => printProfile(profile, style));
  return {
    items: [...random.shuffle(first), ...url, ...profiles],
    basics: {
      email: person.email,
      // The zero in brackets is dialled or not, but never with the prefix of the country that stands before it.
      phone: person.phone.replace(/ ?\(0\) ?/, ' '),
      ...(person.url !== undefined && { url: withScheme(person.url) }),
      location: address.location,
      ...(profiles.length > 0 && {
        profiles: person.profiles.map(({ network, username, address: path }) => ({
          network,
          username,
          url: `https://${path}`,
        })),
      }),
    },
  };
}

const withScheme = (address: string): string => (address.startsWith('http') ? address : `https://${address}`);

function printProfile({ network, username, address }: Person['profiles'][number], style: Style): ContactItem {
  const icon: Icon = network === 'LinkedIn' ? 'linkedin' : network === 'GitHub' ? 'github' : 'other';
  const link = `https://${address}`;
  // A bare user name is a link, or else nobody could know where it leads.
  if (style.scheme === 'name only') return { icon, label: network, text: profileText(username, network), link };
  return { icon, label: network, text: (style.scheme === 'none' ? '' : style.scheme) + address, link };
}

/** Some print the network's name, some their own; by the length of the latter, so that it needs no dice. */
const profileText = (username: string, network: string): string => (username.length % 3 === 0 ? network : username);

function printAddress(
  address: Address,
  style: Style,
  language: string,
): { text: string; location: NonNullable<Basics['location']> } {
  const country =
    style.printCountry === 'no'
      ? ''
      : style.printCountry === 'name'
        ? countryName(address.country, language)
        : address.country;
  const { city, region, street = '', postalCode = '' } = address;
  const anglo = ['US', 'CA', 'AU', 'GB', 'IE', 'IN', 'NG', 'SG', 'NZ'].includes(address.country);
  const withCode = style.printStreet;
  const town = !withCode
    ? [city, region].filter(Boolean).join(', ')
    : anglo
      ? [[city, region].filter(Boolean).join(', '), postalCode].join(' ')
      : `${postalCode} ${city}`;
  const printsRegion = region !== undefined && (anglo || !withCode);
  return {
    text: [style.printStreet ? street : '', town, country].filter(Boolean).join(', '),
    location: {
      ...(style.printStreet && { address: street }),
      ...(withCode && { postalCode }),
      city,
      ...(printsRegion && { region }),
      ...(country !== '' && { countryCode: address.country }),
    },
  };
}

/** Birth, nationality and the like, as pairs of a label and a value. */
export function printPersonal(person: Person, wording: Wording, random: Random): { label: string; text: string }[] {
  const { day, month, year, city } = person.birth;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = random.any([
    `${two(day)}.${two(month)}.${year}`,
    `${two(day)}/${two(month)}/${year}`,
    `${day} ${monthName(month, person.language)} ${year}`,
  ]);
  const label = (key: keyof Wording['labels']): string => random.pick(wording.labels[key]);
  const nationality = wording.nationalities[person.nationality];
  return [
    { label: label('birth'), text: random.chance(0.3) ? `${date}, ${city}` : date },
    ...(nationality !== undefined && random.chance(0.8)
      ? [{ label: label('nationality'), text: gendered(nationality, person.gender) }]
      : []),
    ...(random.chance(0.5) ? [{ label: label('maritalStatus'), text: person.maritalStatus }] : []),
    ...(person.drivingLicence !== undefined ? [{ label: label('drivingLicence'), text: person.drivingLicence }] : []),
  ];
}

const gendered = (words: string, gender: 'm' | 'f'): string =>
  words.split('|')[gender === 'm' ? 0 : 1] ?? words.split('|')[0]!;

const monthName = (month: number, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 15));
