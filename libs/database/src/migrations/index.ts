import { Initial1763600000000 } from './1763600000000-initial.js';

/** In the order in which they run. A migration that has landed is never edited: write the next one. */
export const MIGRATIONS = [Initial1763600000000];
