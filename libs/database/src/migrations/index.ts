import { Initial1763600000000 } from './1763600000000-initial.js';
import { BatchesAndExports1763700100000 } from './1763700100000-batches-and-exports.js';
import { Webhooks1763700200000 } from './1763700200000-webhooks.js';
import { ApiKeys1763710000000 } from './1763710000000-api-keys.js';
import { Idempotency1763711000000 } from './1763711000000-idempotency.js';
import { Sharing1763712000000 } from './1763712000000-sharing.js';
import { CvListsAndLanguages1763720000000 } from './1763720000000-cv-lists-and-languages.js';
import { CustomTemplates1763730000000 } from './1763730000000-custom-templates.js';
import { BackgroundJobs1763740000000 } from './1763740000000-background-jobs.js';
import { Search1763741000000 } from './1763741000000-search.js';
import { SearchBacklog1763741100000 } from './1763741100000-search-backlog.js';
import { QueryProfiles1763742000000 } from './1763742000000-query-profiles.js';
import { LeversAndWebVitals1763743000000 } from './1763743000000-levers-and-web-vitals.js';
import { Photos1763744000000 } from './1763744000000-photos.js';
import { Popularity1763745000000 } from './1763745000000-popularity.js';
import { SearchChecks1763746000000 } from './1763746000000-search-checks.js';

/** In the order in which they run. A migration that has landed is never edited: write the next one. */
export const MIGRATIONS = [
  Initial1763600000000,
  BatchesAndExports1763700100000,
  Webhooks1763700200000,
  ApiKeys1763710000000,
  Idempotency1763711000000,
  Sharing1763712000000,
  CvListsAndLanguages1763720000000,
  CustomTemplates1763730000000,
  BackgroundJobs1763740000000,
  Search1763741000000,
  SearchBacklog1763741100000,
  QueryProfiles1763742000000,
  LeversAndWebVitals1763743000000,
  Photos1763744000000,
  Popularity1763745000000,
  SearchChecks1763746000000,
];
