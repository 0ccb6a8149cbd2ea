import type { CvStatus } from '../entities/index.js';
import type { Facet, Shown } from './search-document.js';

/** What somebody looks for. */
export interface SearchRequest {
  /** Whose CVs; null for the public profiles of all. */
  userId: string | null;
  /** Words as a person types them: `"in this order"`, `or`, and `-without`. */
  words: string;
  filters: Partial<Record<Facet, string>>;
  /** `next` of the page before. */
  cursor: string | null;
  limit: number;
}

/** A part of a text in which something was found, or did not need to be. */
export interface Excerpt {
  text: string;
  found: boolean;
}

/** A CV that was found. */
export interface Hit extends Shown {
  cvId: string;
  language: string | null;
  updatedAt: Date;
  /** Passages of it in which something was found, in pieces. */
  excerpts: Excerpt[][];
  /** Of a public profile. */
  slug?: string;
  /** Of one's own. */
  title?: string;
  status?: CvStatus;
}

/** How many hits have a value. */
export interface FacetValue {
  value: string;
  count: number;
}

/** What is told of all hits together, on the first page. */
export interface SearchOverview {
  /** If not exact, there are more. */
  total: { count: number; exact: boolean };
  /** Of the hits that were counted, the most frequent first. */
  facets: Record<Facet, FacetValue[]>;
  /** Words with which more would be found. */
  didYouMean: string | null;
  /** Whether there was nothing to find, and this is what `didYouMean` finds. */
  corrected: boolean;
}

export interface SearchPage {
  items: Hit[];
  /** Null on later pages. */
  overview: SearchOverview | null;
  next: string | null;
}

/**
 * What finds CVs. An engine of its own can take the place of Postgres: it is fed by following `cv_search` and
 * `profile_search`, which hold what may be found, and answers this.
 */
export interface SearchIndex {
  /** The best first, then the newest. @throws AppError `invalid_cursor` */
  search(request: SearchRequest): Promise<SearchPage>;
}
