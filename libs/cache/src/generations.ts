import { LRUCache } from 'lru-cache';

/** The time between two invalidations of a tag, as this process sees it. */
export class Generation {
  /** Whether what was read in it must not be handed out any more. */
  over = false;
}

/** Tags known at a time: as many as L1 can have entries. Each takes about 100 bytes. */
const MAX_TAGS = 100_000;

/**
 * The present generations of tags in this process. What is read under a tag keeps its generation, so ending one costs the
 * same however much was read in it. Forgetting a tag ends its generation: that costs a look-up in L2, and is never wrong.
 */
export class Generations {
  private readonly current: LRUCache<string, Generation>;

  constructor(max = MAX_TAGS) {
    this.current = new LRUCache({ max, dispose: (generation) => (generation.over = true) });
  }

  of(names: readonly string[]): readonly Generation[] {
    return names.map((name) => {
      const known = this.current.get(name);
      if (known) return known;
      const generation = new Generation();
      this.current.set(name, generation);
      return generation;
    });
  }

  end(name: string): void {
    this.current.delete(name);
  }
}

/** Whether nothing was invalidated that these stand for. */
export function present(generations: readonly Generation[]): boolean {
  for (const { over } of generations) if (over) return false;
  return true;
}
