import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

/** In these countries of the North American plan, numbers are written without their common prefix: «(415) 555-0142». */
const NORTH_AMERICA = new Set(['US', 'CA']);

/**
 * An international number as it is grouped in print: `+41445550142` as «+41 44 555 01 42», in the national form for
 * people of North America. What is not surely such a number stays as it was typed.
 *
 * @param country where the person lives, ISO 3166-1 alpha-2
 */
export function displayPhone(phone: string, country: string): string {
  // A number with words, an extension or a trunk zero says more than its digits: its author's form is kept.
  if (!/^\+[\d\s./-]+$/.test(phone)) return phone;
  const number = parsePhoneNumberFromString(phone, metadata);
  if (!number?.isPossible()) return phone;
  const national = number.countryCallingCode === '1' && NORTH_AMERICA.has(country.toUpperCase());
  return national ? number.formatNational() : number.formatInternational();
}
