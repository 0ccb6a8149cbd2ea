import { describe, expect, it } from '@jest/globals';

import { Flights } from '../src/flights.js';

const always = () => true;

describe('Flights', () => {
  it('lets all who ask meanwhile share one flight', async () => {
    const flights = new Flights<string>();
    const flight = flights.start('a', 0);
    expect(flights.join('a', always)).toBe(flight);
    expect(flights.join('b', always)).toBeUndefined();
    flight.resolve('value');
    flights.finish('a', flight);
    await expect(flight.answer).resolves.toBe('value');
    expect(flights.join('a', always)).toBeUndefined();
  });

  it('takes the right to store from a flight that was under way at an invalidation, and nobody joins it', () => {
    const flights = new Flights<string>();
    const before = flights.start('a', 0);
    const other = flights.start('b', 0);
    flights.detach('a');
    expect(before.storable).toBe(false);
    expect(flights.join('a', always)).toBeUndefined();
    expect(other.storable).toBe(true);
    flights.detachAll();
    expect(other.storable).toBe(false);
  });

  it('does not end a newer flight with an older one', () => {
    const flights = new Flights<string>();
    const older = flights.start('a', 0);
    flights.detach('a');
    const newer = flights.start('a', 1);
    flights.finish('a', older);
    expect(flights.join('a', always)).toBe(newer);
  });

  it('supersedes a flight too old to be trusted, so that an invalidation cannot miss it', () => {
    const flights = new Flights<string>();
    const older = flights.start('a', 0);
    expect(flights.join('a', (startedAt) => startedAt > 0)).toBeUndefined();
    const newer = flights.start('a', 5);
    expect(older.storable).toBe(false);
    expect(newer.storable).toBe(true);
  });
});
