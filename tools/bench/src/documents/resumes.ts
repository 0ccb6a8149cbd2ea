import type { Resume } from '@discover/cv-model';

import { randomFrom, shuffled } from './random.js';
import { CITIES, EFFECTS, FAMILY, FIELDS, FIRMS, FORMS, GIVEN, GRADES, OBJECTS, POSITIONS, SCHOOLS, SKILLS, VERBS } from './words.js';

type Pick = <T>(items: readonly T[]) => T;

/** The CV of an invented person: one to two pages, the same for the same number, distinct for distinct numbers. */
export function resume(number: number): Resume {
  const random = randomFrom(number);
  const pick: Pick = (items) => items[Math.floor(random() * items.length)]!;
  const [given, family] = [pick(GIVEN), pick(FAMILY)];
  const name = `${given} ${family}-${letters(number)}`;
  const [city, countryCode] = pick(CITIES);
  const position = pick(POSITIONS);
  const firstYear = 2003 + Math.floor(random() * 8);
  return {
    basics: {
      name,
      label: `${pick(GRADES)} ${position}`,
      email: `${given}.${family}.${number}@example.org`.toLowerCase(),
      phone: `+41 44 555 ${String(number % 10_000).padStart(4, '0')}`,
      summary: `${position} with ${2026 - firstYear} years of experience. ${sentence(random, pick)} ${sentence(random, pick)}`,
      location: { city, countryCode },
    },
    work: Array.from({ length: 3 + (number % 4) }, (_, index) => job(firstYear + 4 * index, position, random, pick)).reverse(),
    education: [{ institution: pick(SCHOOLS), area: pick(FIELDS), studyType: 'MSc', startDate: String(firstYear - 5), endDate: String(firstYear) }],
    skills: [
      { name: 'Tools', keywords: shuffled(SKILLS, random).slice(0, 6) },
      { name: 'Methods', keywords: shuffled(SKILLS, random).slice(0, 4) },
    ],
    languages: [
      { language: 'English', fluency: 'Native' },
      { language: 'German', fluency: pick(['B1', 'B2', 'C1']) },
    ],
  };
}

function job(year: number, position: string, random: () => number, pick: Pick) {
  const month = () => String(1 + Math.floor(random() * 9)).padStart(2, '0');
  return {
    name: `${pick(FIRMS)} ${pick(FORMS)}`,
    position: `${pick(GRADES)} ${position}`,
    location: pick(CITIES)[0],
    startDate: `${year}-${month()}`,
    endDate: `${year + 3}-${month()}`,
    highlights: Array.from({ length: 3 + Math.floor(random() * 3) }, () => sentence(random, pick)),
  };
}

function sentence(random: () => number, pick: Pick): string {
  return `${pick(VERBS)} ${pick(OBJECTS)} for ${2 + Math.floor(random() * 40)} departments, ${pick(EFFECTS)} ${1 + Math.floor(random() * 60)} percent.`;
}

/** A number as letters, as names have no digits. */
function letters(number: number): string {
  const text = Array.from(number.toString(26), (digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
