import { expand, type Gender } from './grammar.js';
import type { Random } from './random.js';
import { COUNTRIES } from './vocabulary/places.js';
import { ORIGINS } from './vocabulary/names.js';
import type { Trade, Vocabulary } from './vocabulary/types.js';

const ONSETS = [
  'V',
  'Br',
  'Cal',
  'Nor',
  'Tel',
  'Qu',
  'S',
  'Zan',
  'Mer',
  'Ald',
  'Fen',
  'Or',
  'Lum',
  'Kel',
  'Pr',
  'Hav',
  'Sol',
  'Tri',
  'Dor',
  'Gal',
];
const MIDDLES = ['el', 'an', 'i', 'o', 'ar', 'en', 'is', 'u', 'ada', 'ori', 'emi', 'yn'];
const ENDS = ['mora', 'ta', 'vex', 'dis', 'ra', 'nor', 'lia', 'quest', 'bel', 'tis', 'via', 'go', 'nde', 'sta', 'ron'];

/** A word that names something that does not exist. */
export function inventedName(random: Random): string {
  return random.any(ONSETS) + random.any(MIDDLES) + random.any(ENDS);
}

/** Writes phrases for one person: the same place and trade in all of them. */
export class Words {
  constructor(
    readonly random: Random,
    readonly vocabulary: Vocabulary,
    readonly trade: Trade,
    readonly gender: Gender,
    /** Countries in which this person's life takes place, home first. */
    readonly countries: readonly string[],
  ) {}

  /** A phrase of the vocabulary, written out; `words` add to those that any phrase may use. */
  write(phrase: string, words: Readonly<Record<string, string>> = {}): string {
    const { random, vocabulary } = this;
    const families = ORIGINS[this.countries[0]!]?.families ?? ORIGINS.GB!.families;
    return expand(phrase, random, {
      gender: this.gender,
      words: {
        root: inventedName(random),
        family: random.pick(families),
        family2: random.pick(families),
        city: this.city(),
        saint: random.pick(vocabulary.words.saint),
        animal: random.pick(vocabulary.words.animal),
        animal2: random.pick(vocabulary.words.animal),
        ministry: random.pick(vocabulary.words.ministry),
        ...this.topics(),
        ...words,
      },
    });
  }

  writeOne(phrases: readonly string[], words: Readonly<Record<string, string>> = {}): string {
    return this.write(this.random.pick(phrases), words);
  }

  private topics(): { topic: string; topic2: string } {
    const [topic = '', topic2 = ''] = this.random.sample(this.trade.topics, 2);
    return { topic, topic2 };
  }

  private city(): string {
    return this.random.pick(COUNTRIES[this.countries[0]!]!.cities).split(', ')[0]!;
  }
}
