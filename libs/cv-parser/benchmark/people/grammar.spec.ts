import { describe, expect, it } from '@jest/globals';

import { expand, list } from './grammar.js';
import { Random } from './random.js';

const write = (phrase: string, gender: 'm' | 'f' = 'f'): string =>
  expand(phrase, new Random(7), { gender, words: { city: 'Ulm', topic2: 'Glas' } });

describe('expand', () => {
  it('chooses among wordings, also inside of each other', () => {
    const seen = new Set(
      Array.from({ length: 60 }, (_, seed) => expand('[a|b [c|d]]', new Random(seed), { gender: 'm' })),
    );
    expect(seen).toEqual(new Set(['a', 'b c', 'b d']));
  });

  it('takes the form of the person, inside a choice too', () => {
    expect(write('Lehr<er|erin>', 'm')).toBe('Lehrer');
    expect(write('[Lehr<er|erin>]')).toBe('Lehrerin');
  });

  it('writes numbers and words of the context, which letters may follow', () => {
    expect(Number(write('{3-5}'))).toBeGreaterThanOrEqual(3);
    expect(write('$city~er $topic2 in $city')).toBe('Ulmer Glas in Ulm');
  });
});

describe('list', () => {
  it('takes lines and semicolons', () => {
    expect(list(' a; b\n  c\n')).toEqual(['a', 'b', 'c']);
  });
});

describe('Random', () => {
  it('keeps a fifth of a list from the tuning half', () => {
    const items = Array.from({ length: 10 }, (_, index) => index);
    const drawn = (half: 'tuning' | 'held-out'): Set<number> => {
      const random = new Random(1, half);
      return new Set(Array.from({ length: 400 }, () => random.pick(items)));
    };
    expect(drawn('tuning').size).toBe(8);
    expect(drawn('held-out').size).toBe(10);
    expect(new Random(1).sample(items, 10)).toHaveLength(8);
  });
});
