/** Where browsers tell what they measured. */
export const VITALS_PATH = '/api/v1/performance/web-vitals';

/** What stands for every page that is not listed: labels and rows stay bounded, whoever sends what. */
export const OTHER_PAGE = 'other';

/** Finds the pattern of a page's path among those that are known. */
export class Pages {
  private readonly patterns: readonly { pattern: string; test: RegExp }[];

  /** @param patterns `/u/:slug`: a part that begins with a colon stands for any */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => ({ pattern, test: expressionOf(pattern) }));
  }

  /** @param page a path, or already its pattern; query and fragment do not count */
  patternOf(page: string): string {
    const [path = ''] = page.split(/[?#]/, 1);
    return this.patterns.find(({ pattern, test }) => pattern === path || test.test(path))?.pattern ?? OTHER_PAGE;
  }
}

function expressionOf(pattern: string): RegExp {
  const parts = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
