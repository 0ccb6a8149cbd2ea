import type { MaskField } from './mask.js';
import type { Resume, ResumeExtension } from './resume.js';

/** What a text becomes; undefined if nothing of it may be shown. */
export type Scrubber = (text: string) => string | undefined;

type NameParts = ResumeExtension['nameParts'];

/** What stands where something was. */
const BLOT = '•••';

/** With the lengths of RFC 5321: patterns here have bounds, so that no document can make them run long. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
/** Digits of a number that tell it apart from others, however its country and trunk prefix are written. */
const TELLING_DIGITS = 7;
/** A value shorter than this could be part of any text. */
const SHORTEST = 3;
/** Values of one field whose copies are looked for: more than any person has had employers. */
const MOST_VALUES = 100;

/** Blots out copies of the values of the masked fields in any text of the document. */
export function scrubber(document: Resume, fields: readonly MaskField[]): Scrubber {
  const steps = fields.map((field) => STEPS[field](document));
  return (text) => steps.reduce<string | undefined>((left, step) => (left === undefined ? left : step(left)), text);
}

const STEPS: Record<MaskField, (document: Resume) => Scrubber> = {
  phone: (document) => {
    const numbers = texts([document.basics?.phone, ...list(document['x-discover']?.phones)])
      .slice(0, MOST_VALUES)
      .flatMap(numberPattern);
    return (text) => numbers.reduce((left, number) => left.replace(number, BLOT), text);
  },
  email: () => (text) => text.replace(EMAIL, BLOT),
  address: ({ basics }) => blotting(texts([basics?.location?.address])),
  birthDate: birthFacts,
  demographics: birthFacts,
  photo: () => (text) => (text.startsWith('data:image/') ? undefined : text),
  name: (document) => {
    const words = nameWords(document);
    const spelt = words.map(plain).filter((word) => word.length >= SHORTEST);
    const blot = blotting(words);
    return (text) => (spellsOut(text, spelt) ? undefined : blot(text));
  },
  lastName: (document) => {
    const families = familyNames(document);
    const words = families.map((family) => ({
      pattern: wholeWord(family),
      short: nameWithInitials(family, { family }),
    }));
    const spelt = families.map((family) => plain(family)).filter((family) => family.length >= SHORTEST);
    return (text) => {
      // Addresses cannot be shortened: one that spells the name out is not shown.
      if (spellsOut(text, spelt)) return undefined;
      return words.reduce((left, { pattern, short }) => left.replace(pattern, short), text);
    };
  },
  employers: ({ work, projects }) =>
    blotting(texts([...list(work).map((entry) => entry?.name), ...list(projects).map((project) => project?.entity)])),
  links: () => (text) => text,
  references: () => (text) => text,
};

/** `Ada King, Countess of Lovelace` is hard to take apart, so without known parts all but the first word become initials. */
export function nameWithInitials(name: string, parts: NameParts): string {
  const family = typeof parts?.family === 'string' ? parts.family.trim() : '';
  if (family !== '' && name.includes(family)) return name.replaceAll(family, initials(family.split(/\s+/)));
  const words = name.trim().split(/\s+/);
  return [words[0] ?? '', initials(words.slice(1))].filter(Boolean).join(' ');
}

function initials(words: readonly string[]): string {
  return words.map((word) => word.replace(/(?<=^.).*$/su, '.')).join(' ');
}

function birthFacts(document: Resume): Scrubber {
  return blotting(texts([document['x-discover']?.birthDate, document['x-discover']?.birthPlace]));
}

/** All the words that the person is called by. */
function nameWords(document: Resume): string[] {
  const { given, middle, family } = document['x-discover']?.nameParts ?? {};
  const words = texts([document.basics?.name, given, middle, family]).flatMap((name) => name.trim().split(/[\s,]+/));
  return [...new Set(words)].slice(0, MOST_VALUES).filter((word) => word.length >= SHORTEST);
}

function familyNames(document: Resume): string[] {
  const family = document['x-discover']?.nameParts?.family;
  if (typeof family === 'string' && family.trim() !== '') return [family.trim()];
  const words =
    texts([document.basics?.name])[0]
      ?.trim()
      .split(/[\s,]+/) ?? [];
  return words.slice(1, MOST_VALUES).filter((word) => word.length >= SHORTEST);
}

function spellsOut(text: string, names: readonly string[]): boolean {
  return isAddress(text) && names.some((name) => plain(text).includes(name));
}

/** Whether a text is one web or mail address, or the name of an account. */
function isAddress(text: string): boolean {
  return !/\s/.test(text.trim()) && /[@/._-]|^[a-z0-9]+$/.test(text);
}

function blotting(values: readonly string[]): Scrubber {
  const long = values.filter((value) => value.trim().length >= SHORTEST);
  const patterns = [...new Set(long)].slice(0, MOST_VALUES).map(wholeWord);
  return (text) => patterns.reduce((left, pattern) => left.replace(pattern, BLOT), text);
}

/** The value where it is not part of a longer word; spaces may be any. Short ones must have the same capitals. */
function wholeWord(value: string): RegExp {
  const escaped = value
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, value.length > SHORTEST ? 'giu' : 'gu');
}

/** The number in any spelling: its last digits with anything between them, and what stands before them. */
function numberPattern(phone: string): RegExp[] {
  const digits = phone.replace(/\D/g, '').slice(-TELLING_DIGITS);
  if (digits.length < TELLING_DIGITS) return [];
  return [new RegExp(`[+\\d\\s()./-]{0,12}${Array.from(digits).join('[\\s()./-]{0,4}')}`, 'g')];
}

/** Letters and digits without accents, as names stand in addresses. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function texts(values: readonly unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

function list<T>(value: readonly T[] | undefined): readonly (T | undefined)[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
