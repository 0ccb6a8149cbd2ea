/** What other tools of this repository need in order to put load on the platform. */
export { Account } from './account.js';
export { randomFrom } from './documents/random.js';
export { resume } from './documents/resumes.js';
export { percentile, type Sample } from './figures.js';
export { runLoad } from './load/load.js';
export { errorCount, type LoadPlan, type LoadResult, type PlannedRequest } from './load/plan.js';
export { scrape, total, type Scrape } from './prometheus.js';
