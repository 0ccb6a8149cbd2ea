import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Location } from '@discover/cv-model';
import {
  EMPLOYER_WORDS,
  fold,
  INSTITUTION_WORDS,
  POSITION_WORDS,
  REMOTE_WORDS,
  STREET_WORDS,
} from '../lexicon/index.js';
import { countryCode, isCountryCode, isCity, isRegion, isStateCode } from '../lexicon/places.js';

/** Postal codes: of four to six digits, Dutch, Portuguese and American with their second part, Polish, Swedish, British, Canadian. */
const POSTAL =
  /(?:(?<=^|[\s,，、،])(?:(?:[A-Z]{1,2}-|〒)?\d{4,7}(?:-\d{3,4})?(?:\s?[A-Z]{2}(?=\s\p{Lu}))?|\d{2}-\d{3}|\d{3}\s\d{2}|〒?\d{3}-\d{4})(?=\s|,|$)|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b)/u;
const STREET =
  /(?:\b(?:street|st\.|avenue|ave\.?|road|rd\.?|lane|blvd|boulevard|drive|suite|apt|way|court|square|terrace|rue|via|calle|plaza|piazza|viale|corso|chemin|quai|impasse|allée|avda|avenida|paseo|route)\b|(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|ufer|damm)\s*\d*)/iu;
const PLACE_NAME =
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?:[\s-]+(?:[\p{Lu}\p{Lo}]|d['’e]|de|del|della|di|la|le|les|sur|am|an|im|in|vor|ob|bei|der|upon|of|[(])[\p{L}\p{M}'’.)-]*){0,4}$/u;

/** How sure a text is a place: 0 not at all … 1 named with its country or state. */
export function placeScore(text: string): number {
  const clean = text.trim().replace(/^[(]|[)]$/g, '');
  if (clean.length < 2 || clean.length > 60 || /[@:]|https?/.test(clean)) return 0;
  if (REMOTE_WORDS.has(fold(clean))) return 0.9;
  if (/^(?:remote|hybrid|on-?site)\b/i.test(clean) && clean.length < 35) return 0.8;
  const parts = clean
    .split(/\s*(?:[,，、،]|\||·|\/|\s[–—-]\s|[(（])\s*/)
    .map((part) =>
      part
        .replace(/[)）]$/, '')
        .replace(POSTAL, '')
        .trim(),
    )
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 5) return 0;
  // A street with its number before the place.
  if (/^\d+[a-z]?\s+\p{L}|\p{L}\s+\d+[a-z]?$/iu.test(parts[0]!) && parts.length > 1)
    return placeScore(parts.slice(1).join(', ')) * 0.95;
  const last = parts.at(-1)!;
  const first = parts[0]!;
  if (!PLACE_NAME.test(first) && !isCity(first) && countryCode(first) === null) return 0;
  if (parts.length === 1) {
    if (isCity(first)) return 0.85;
    if (countryCode(first) !== null && first.length > 3) return 0.8;
    const state = /^(.+)\s([A-Z]{2})$/.exec(first);
    return state && isStateCode(state[2]!) ? 0.7 : 0;
  }
  if (POSITION_WORDS.count(clean) > 0 || (EMPLOYER_WORDS.count(first) > 0 && !isCity(first))) return 0.1;
  if (isStateCode(last) || isCountryCode(last) || countryCode(last) !== null || isRegion(last))
    return INSTITUTION_WORDS.count(first) > 0 ? 0.2 : 0.95;
  return isCity(first) ? 0.8 : isCity(last) ? 0.6 : 0;
}

/** Words that a name does not end with: what follows belongs to it, be it a country's or a region's name, or on the next line. */
const LINKING = 'de|del|della|di|da|do|of|am|an|im|in|der|vor|ob|sur|la|le|les|los|las|el|the|y';
const ENDS_LINKING = new RegExp(`(?:^|\\s)(?:${LINKING})$`, 'iu');
const PARTS = new RegExp(`\\s*(?:[,，、،]|\\||\\t|·|•|(?<!\\s(?:${LINKING}))\\n|\\s[–—-]\\s|\\s\\(|（)\\s*`, 'iu');

/** Whether the rest of a place's name must follow. */
export function isUnfinished(text: string): boolean {
  return ENDS_LINKING.test(text);
}

/** A city's name that a narrow column breaks is one part. */
function joinCities(parts: readonly Slice[]): Slice[] {
  const joined: Slice[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const between = last && part.document.text.slice(last.end, part.start);
    if (last && /^\s*\n\s*$/u.test(between!) && isCity(`${last.text.replace(POSTAL, '').trim()} ${part.text}`))
      joined[joined.length - 1] = new Slice(part.document, last.start, part.end);
    else joined.push(part);
  }
  return joined;
}

/** A person's address as its parts; null where no part is known for a place. */
export function toLocation(slice: Slice, labelled = false): Draft<Location> | null {
  const parts = joinCities(slice.trim().split(PARTS))
    .flatMap(separateTail)
    .map((part) => part.trim(/[\s,()）]/u));
  const location: Draft<Location> = {};
  let certain = labelled ? 0.85 : 0.75;
  let city: Slice | undefined;
  // What stands before the part with the postal code is the street, whatever it is called.
  const coded = parts.findIndex(
    (part) =>
      POSTAL.test(part.raw) && /\p{L}{3}/u.test(part.raw.replace(POSTAL, '')) && !isStreet(part.raw) && !isState(part),
  );
  for (const [index, part] of parts.entries()) {
    const { text } = part;
    const code =
      index > 0 || parts.length === 1 ? (countryCode(text) ?? (city && isCountryCode(text) ? text : null)) : null;
    const stateZip = part.match(STATE_CODE);
    const cityState = part.match(/^(.+?)\s+([A-Z]{2})(?:\s+(\d{5}))?$/u);
    const postal = part.match(POSTAL);
    if (index < coded) {
      location.address = Sourced.text(new Slice(slice.document, parts[0]!.start, parts[coded - 1]!.end), 0.85);
      continue;
    }
    if (code !== null && city === undefined && isCity(text)) city = part;
    else if (
      code !== null &&
      !(isStateCode(text) && city !== undefined && location.region === undefined && text.length === 2 && code !== 'US')
    ) {
      location.countryCode = Sourced.derived(code, part, 0.95);
      certain = 0.92;
    } else if (stateZip && isStateCode(stateZip.groups[1]!.text)) {
      location.region = Sourced.text(stateZip.groups[1]!, 0.9);
      location.postalCode = Sourced.text(stateZip.groups[2]!, 0.9);
    } else if (city !== undefined && isRegion(text)) {
      location.region = Sourced.text(part, 0.9);
      certain = 0.92;
    } else if (isStreet(text) || (/\d/.test(text) && !postal && index === 0))
      location.address = Sourced.text(part, 0.8);
    else if (postal && city === undefined) {
      location.postalCode = Sourced.text(postal.slice, 0.9);
      const rest = part
        .without(postal.slice)
        .map((left) => left.trim(/[\s,-]/u))
        .find((left) => !left.isEmpty);
      if (rest) city = rest;
      certain = 0.9;
    } else if (postal && location.postalCode === undefined && postal.slice.text === text)
      location.postalCode = Sourced.text(part, 0.9);
    else if (city === undefined && cityState && isStateCode(cityState.groups[2]!.text)) {
      city = cityState.groups[1];
      location.region = Sourced.text(cityState.groups[2]!, 0.85);
      if (cityState.groups[3]) location.postalCode = Sourced.text(cityState.groups[3], 0.85);
      certain = 0.9;
    } else if (city === undefined && PLACE_NAME.test(text)) city = part;
    else if (city !== undefined && location.region === undefined && PLACE_NAME.test(text))
      location.region = Sourced.text(part, 0.6);
  }
  if (city) location.city = Sourced.text(city, isCity(city.text) ? Math.max(certain, 0.93) : certain);
  return Object.keys(location).length > 0 ? location : null;
}

/** Whether a text could be a place's name that no list has: a few capitalised words that mean nothing else. */
export function couldBePlace(text: string): boolean {
  return (
    text.length < 30 &&
    PLACE_NAME.test(text) &&
    POSITION_WORDS.count(text) + EMPLOYER_WORDS.count(text) + INSTITUTION_WORDS.count(text) === 0
  );
}

/** «Texas 75001 US»: a state, a country and a code that are parted only by spaces. */
function separateTail(part: Slice): Slice[] {
  const country = part.match(/^(.*\S)\s+(\S+)$/su);
  const [, rest, last] = country?.groups ?? [];
  const isCode = last && (/^[A-Z]{2}$/.test(last.text) ? !isStateCode(last.text) : last.text.length > 3);
  if (
    rest &&
    last &&
    isCode &&
    countryCode(last.text) !== null &&
    countryCode(part.text) === null &&
    !isCity(part.text) &&
    !isUnfinished(rest.text)
  )
    return [...separateTail(rest), last];
  const [, state, code] = part.match(/^(\p{L}[\p{L} ]+?)\s+(\d{4,6}(?:-\d{3,4})?)$/u)?.groups ?? [];
  return state && code && isRegion(state.text) && !isStateCode(state.text) ? [state, code] : [part];
}

/** «VIC 3000»: the city stands before it. */
const STATE_CODE = /^([A-Z]{2,3})\s+(\d{4,5}(?:-\d{4})?)$/u;

function isState(part: Slice): boolean {
  const state = part.match(STATE_CODE)?.groups[1];
  return state !== undefined && isStateCode(state.text);
}

function isStreet(text: string): boolean {
  return STREET.test(text) || STREET_WORDS.count(text) > 0;
}

export function looksLikeAddress(text: string): boolean {
  return (
    (isStreet(text) && /\p{Nd}/u.test(text)) ||
    new RegExp(`(?:^|,\\s)(?:[A-Z]{1,2}-)?\\d{4,6}\\s+\\p{Lu}`, 'u').test(text)
  );
}
