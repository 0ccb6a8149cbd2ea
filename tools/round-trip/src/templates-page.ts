import type { Trip } from './round-trip.js';

export async function writeTemplatesPage(trips: readonly Trip[]): Promise<string> {
  return String(trips.length);
}
