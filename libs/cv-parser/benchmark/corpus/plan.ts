import { LANGUAGES, type Language } from '../people/person.js';
import { Random, type Half } from '../people/random.js';
import { layoutsOf, type LayoutId } from '../presentation/layouts.js';
import type { Program } from '../producers/programs.js';

/** Ways to make a document: the program that writes the file, and what it is made from. */
export const PRODUCERS = {
  typst: { format: 'pdf', extension: 'pdf', links: true, weight: 11, needs: [] },
  chromium: { format: 'pdf', extension: 'pdf', links: true, weight: 9, needs: ['chromium'] },
  'libreoffice-pdf': { format: 'pdf', extension: 'pdf', links: true, weight: 6, needs: ['soffice'] },
  docx: { format: 'docx', extension: 'docx', links: true, weight: 6, needs: [] },
  odt: { format: 'odt', extension: 'odt', links: true, weight: 3, needs: ['soffice'] },
  rtf: { format: 'rtf', extension: 'rtf', links: true, weight: 2, needs: ['soffice'] },
  html: { format: 'html', extension: 'html', links: true, weight: 3, needs: [] },
  markdown: { format: 'md', extension: 'md', links: true, weight: 2, needs: [] },
  text: { format: 'txt', extension: 'txt', links: false, weight: 3, needs: [] },
  'scan-png': { format: 'image', extension: 'png', links: false, weight: 1, needs: ['pdftoppm'] },
  'scan-jpeg': { format: 'image', extension: 'jpg', links: false, weight: 1, needs: ['pdftoppm'] },
  'scan-pdf': { format: 'scan', extension: 'pdf', links: false, weight: 1, needs: ['pdftoppm'] },
} as const;
export type ProducerId = keyof typeof PRODUCERS;

/** Programs of the system without which the producer cannot work. */
export const programsOf = (producer: ProducerId): readonly Program[] => PRODUCERS[producer].needs;

export interface DocumentSpec {
  readonly id: string;
  readonly seed: number;
  readonly half: Half;
  readonly language: Language;
  readonly layout: LayoutId;
  readonly producer: ProducerId;
}

/** Documents in each half. */
export const HALF_SIZE = 240;
/** Seeds of the halves are far apart, so that they never share a person. */
const FIRST_SEED: Readonly<Record<Half, number>> = { tuning: 1_000, 'held-out': 900_000 };

/** Deals from decks, so that each layout and each producer comes as often as it should and none is forgotten. */
export function planHalf(half: Half, size = HALF_SIZE): DocumentSpec[] {
  const random = new Random(FIRST_SEED[half]);
  const ids = Object.keys(PRODUCERS) as ProducerId[];
  const producers = new Deck(
    random,
    ids.flatMap((id) => Array.from({ length: PRODUCERS[id].weight }, () => id)),
  );
  const layouts = new Map(ids.map((id) => [id, new Deck(random, layoutsFor(id, half))]));
  return Array.from({ length: size }, (_, index) => {
    const producer = producers.deal();
    const layout = layouts.get(producer)!.deal();
    const language = LANGUAGES[index % LANGUAGES.length]!;
    const number = String(index + 1).padStart(3, '0');
    return {
      id: `${half === 'tuning' ? 't' : 'h'}${number}-${language}-${layout}-${producer}`,
      seed: FIRST_SEED[half] + index + 1,
      half,
      language,
      layout,
      producer,
    };
  });
}

function layoutsFor(producer: ProducerId, half: Half): LayoutId[] {
  return producer === 'text' || producer === 'markdown' ? ['text'] : layoutsOf(half);
}

class Deck<T> {
  private left: T[] = [];

  constructor(
    private readonly random: Random,
    private readonly cards: readonly T[],
  ) {}

  deal(): T {
    if (this.left.length === 0) this.left = this.random.shuffle(this.cards);
    return this.left.pop()!;
  }
}
