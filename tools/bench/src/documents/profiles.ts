import type { Resume } from '@discover/cv-model';

import { PROFILE_SKILLS, VOCABULARIES, type Vocabulary } from './profile-words.js';
import { randomFrom } from './random.js';

/** Distinct invented words, from the most to the least frequent: names of people, firms and products, which make up most of any index. */
const INVENTED = 40_000;
const SYLLABLES = 'ba ko ri ten mar lu vin so del qua fer no tis gal mo ren pi zan hel du wex ly or cam'.split(' ');

interface Chance {
  random: () => number;
  pick: <T>(items: readonly T[]) => T;
  /** Early items more often than late ones: the first in two of five CVs, the last in one of thirty. */
  skewed: <T>(items: readonly T[]) => T;
}

/** The profile of an invented person in one of five languages, the same for the same number. */
export function profile(number: number): { resume: Resume; language: string } {
  const random = randomFrom(number);
  const chance: Chance = {
    random,
    pick: (items) => items[Math.floor(random() * items.length)]!,
    skewed: (items) => items[Math.floor(items.length * random() ** 1.5)]!,
  };
  const words = chance.pick(VOCABULARIES);
  const position = chance.pick(words.positions);
  const [city, countryCode] = chance.pick(words.cities);
  const name = `${capital(invented(chance))} ${capital(invented(chance))}`;
  return {
    language: words.language,
    resume: {
      basics: {
        name,
        label: position,
        email: `person-${number}@example.org`,
        summary: sentences(words, chance, 2),
        location: { city, countryCode },
      },
      work: Array.from({ length: 3 + (number % 3) }, (_, index) => ({
        name: `${capital(invented(chance))} ${chance.pick(['AG', 'Ltd', 'GmbH', 'SA', 'SpA', 'SL'])}`,
        position: chance.random() < 0.6 ? position : chance.pick(words.positions),
        startDate: `${2008 + 3 * index}-0${1 + Math.floor(random() * 9)}`,
        highlights: Array.from({ length: 4 }, () => sentences(words, chance, 1)),
      })),
      education: [{ institution: capital(invented(chance)), area: chance.pick(words.fields), studyType: 'MSc' }],
      skills: [{ name: 'Skills', keywords: [...new Set(Array.from({ length: 8 }, () => chance.skewed(PROFILE_SKILLS)))] }],
      'x-discover': { language: words.language },
    },
  };
}

function sentences(words: Vocabulary, chance: Chance, count: number): string {
  return Array.from({ length: count }, () => {
    const product = capital(invented(chance));
    return `${chance.pick(words.verbs)} ${chance.pick(words.objects)} (${product}) ${chance.pick(words.ends)}.`;
  }).join(' ');
}

/** One of the invented words, the early ones much more often. */
function invented({ random }: Chance): string {
  return inventedWord(Math.floor(INVENTED ** random()));
}

/** Distinct for distinct numbers. */
export function inventedWord(number: number): string {
  let word = SYLLABLES[number % SYLLABLES.length]!;
  for (let rest = Math.floor(number / SYLLABLES.length) + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]!;
  return word;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
