import type { Resume } from './resume.js';
import { nameWithInitials, scrubber, type Scrubber } from './scrub.js';

/**
 * What can be kept from those who a CV is shown to.
 *
 * - `phone`, `email`: every number and address, wherever it stands
 * - `address`: street and postal code; the place stays
 * - `birthDate`: date and place of birth
 * - `demographics`: what a decision must not rest on: date and place of birth, nationalities, marital status
 * - `photo`
 * - `name`: the whole name
 * - `lastName`: the family name becomes its initial
 * - `employers`: names and addresses of employers; positions and dates stay
 * - `links`: web addresses and profiles
 * - `references`: people who can be asked
 */
export const MASK_FIELDS = [
  'phone',
  'email',
  'address',
  'birthDate',
  'demographics',
  'photo',
  'name',
  'lastName',
  'employers',
  'links',
  'references',
] as const;
export type MaskField = (typeof MASK_FIELDS)[number];

/** Members that go with each field, as JSON pointers; `*` is every item of a list. */
const POINTERS: Record<MaskField, readonly string[]> = {
  phone: ['/basics/phone', '/x-discover/phones'],
  email: ['/basics/email', '/x-discover/emails'],
  address: ['/basics/location/address', '/basics/location/postalCode'],
  birthDate: ['/x-discover/birthDate', '/x-discover/birthPlace'],
  demographics: ['birthDate', 'birthPlace', 'nationalities', 'maritalStatus'].map((fact) => `/x-discover/${fact}`),
  photo: ['/basics/image'],
  name: ['/basics/name', '/x-discover/nameParts'],
  lastName: [],
  employers: ['/work/*/name', '/work/*/url', '/projects/*/entity'],
  links: [
    '/basics/url',
    '/basics/profiles',
    ...['work', 'volunteer', 'education', 'certificates', 'publications', 'projects'].map((list) => `/${list}/*/url`),
  ],
  references: ['/references'],
};

/** Of `meta`, which tools fill as they like (often with the address of the whole document), only this is shown. */
const SHOWN_META = ['version', 'lastModified'];

/**
 * The document without what is masked: its members are left out, and copies of their values in other texts, extensions
 * included, are blotted out. The document itself is not changed.
 */
export function maskResume(document: Resume, fields: readonly MaskField[]): Resume {
  if (fields.length === 0) return document;
  const masked = structuredClone(document) as Resume & Record<string, unknown>;
  const scrub = scrubber(document, fields);
  for (const field of fields) {
    for (const pointer of POINTERS[field]) remove(masked, pointer.split('/').slice(1));
  }
  if (fields.includes('lastName') && !fields.includes('name')) shortenName(masked);
  if (isObject(masked.meta))
    masked.meta = Object.fromEntries(Object.entries(masked.meta).filter(([key]) => SHOWN_META.includes(key)));
  return scrubTexts(masked, scrub) as Resume;
}

function remove(value: unknown, path: readonly string[]): void {
  const [head, ...rest] = path;
  if (head === '*') {
    if (Array.isArray(value)) for (const item of value) remove(item, rest);
    return;
  }
  if (head === undefined || !isObject(value)) return;
  if (rest.length === 0) delete value[head];
  else remove(value[head], rest);
}

function shortenName({ basics, 'x-discover': extension }: Resume): void {
  const parts = isObject(extension?.nameParts) ? extension.nameParts : undefined;
  if (typeof basics?.name === 'string') basics.name = nameWithInitials(basics.name, parts);
  if (typeof parts?.family === 'string') parts.family = nameWithInitials(parts.family, { family: parts.family });
}

/** Every text goes through `scrub`; those that it refuses are left out. */
function scrubTexts(value: unknown, scrub: Scrubber): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((item) => scrubTexts(item, scrub)).filter((item) => item !== undefined);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, scrubTexts(member, scrub)] as const)
      .filter(([, member]) => member !== undefined),
  );
}

function isObject<T>(value: T): value is T & Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
