import { describe, expect, it } from '@jest/globals';

import { Flights } from '../src/flights.js';
import { Generations, present } from '../src/generations.js';

const always = () => true;

describe('Generations', () => {
  it('end with an invalidation, for all that was read in them', () => {
    const generations = new Generations();
    const [a, both] = [generations.of(['a']), generations.of(['b', 'a'])];
    const b = generations.of(['b']);
    expect([a, b, both].map(present)).toEqual([true, true, true]);
    generations.end('a');
    expect([a, b, both].map(present)).toEqual([false, true, false]);
    expect(present(generations.of(['a', 'b']))).toBe(true);
  });

  it('end when they are forgotten for lack of room', () => {
    const generations = new Generations(2);
    const first = generations.of(['a']);
    generations.of(['b', 'c']);
    expect(present(first)).toBe(false);
  });

  it('take the right to store from the flights that began in them, and nobody joins those', () => {
    const generations = new Generations();
    const flights = new Flights<string>();
    const flight = flights.start('key', 0, generations.of(['a']));
    expect(flights.join('key', always)).toBe(flight);
    generations.end('a');
    expect(flight.storable).toBe(false);
    expect(flights.join('key', always)).toBeUndefined();
  });
});
