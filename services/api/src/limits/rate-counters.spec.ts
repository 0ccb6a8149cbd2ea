import { describe, expect, it } from '@jest/globals';

import { RateCounters, type SharedCounts } from './rate-counters.js';

/** The counts of all instances, in memory; can be made to fail. */
class Counts implements SharedCounts {
  readonly sums = new Map<string, number>();
  calls = 0;
  broken = false;

  async add(key: string, amount: number): Promise<number> {
    this.calls++;
    if (this.broken) throw new Error('away');
    const sum = (this.sums.get(key) ?? 0) + amount;
    this.sums.set(key, sum);
    return sum;
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('rate counters', () => {
  let now = 1_200_000_000_000;
  const clock = () => now;
  const admittedOf = (counters: RateCounters, quota: number, tries: number) =>
    Array.from({ length: tries }, () => counters.count({ name: 'x', quota }, 'someone')).filter(
      ({ admitted }) => admitted,
    ).length;

  it('admit exactly the quota in one instance, and tell what is left and for how long', () => {
    const counters = new RateCounters(new Counts(), clock);
    now = 1_200_000_000_000 + 15_500;
    const first = counters.count({ name: 'x', quota: 3 }, 'someone');
    expect(first).toMatchObject({ admitted: true, remaining: 2, resetSeconds: 45 });
    expect(admittedOf(counters, 3, 10)).toBe(2);
    expect(counters.count({ name: 'x', quota: 3 }, 'someone')).toMatchObject({ admitted: false, remaining: 0 });
  });

  it('count subjects and limits apart, and begin anew with the next minute', () => {
    const counters = new RateCounters(new Counts(), clock);
    expect(admittedOf(counters, 2, 5)).toBe(2);
    expect(counters.count({ name: 'x', quota: 2 }, 'another').admitted).toBe(true);
    expect(counters.count({ name: 'y', quota: 2 }, 'someone').admitted).toBe(true);
    now += 60_000;
    expect(admittedOf(counters, 2, 5)).toBe(2);
  });

  it('let two instances together exceed a quota by a hundredth each at most', async () => {
    const counts = new Counts();
    const instances = [new RateCounters(counts, clock), new RateCounters(counts, clock)];
    const quota = 1_000;
    let admitted = 0;
    for (let round = 0; round < quota; round++) {
      for (const instance of instances) admitted += admittedOf(instance, quota, 1);
      await settled();
    }
    expect(admitted).toBeGreaterThanOrEqual(quota);
    expect(admitted).toBeLessThanOrEqual(quota * 1.02);
    expect(counts.calls).toBeLessThanOrEqual(110);
  });

  it('keep to the quota by themselves while the shared counts are away, and leave those alone for a second', async () => {
    const counts = new Counts();
    counts.broken = true;
    const counters = new RateCounters(counts, clock);
    counters.count({ name: 'x', quota: 50 }, 'someone');
    await settled();
    expect(admittedOf(counters, 50, 200)).toBe(49);
    expect(counts.calls).toBe(1);
    counts.broken = false;
    now += 1_000;
    const late = new RateCounters(counts, clock);
    expect(admittedOf(late, 50, 200)).toBe(50);
  });

  it('tell what was counted during an outage once it is over', async () => {
    const counts = new Counts();
    counts.broken = true;
    now = Math.ceil(now / 60_000) * 60_000;
    const counters = new RateCounters(counts, clock);
    admittedOf(counters, 100, 20);
    await settled();
    counts.broken = false;
    now += 1_000;
    counters.count({ name: 'x', quota: 100 }, 'someone');
    await settled();
    expect([...counts.sums.values()]).toEqual([21]);
  });
});
