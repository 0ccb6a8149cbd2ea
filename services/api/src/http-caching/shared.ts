/** How an answer that is the same for everybody may be kept. Times in seconds. */
export interface SharedLife {
  /** Fresh, in browsers and wherever the headers of edges are not known. */
  readonly seconds: number;
  /** Fresh at the edge. */
  readonly edgeSeconds: number;
  /** For so long after that it may be handed out while it is fetched anew. */
  readonly staleSeconds: number;
  /** For so long after that the edge may hand it out if we cannot be reached. */
  readonly staleIfErrorSeconds: number;
  /** Never changes under its address. */
  readonly immutable?: boolean;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** The one table of what may be kept by others for everybody, and for how long. Whatever is not in it is kept by nobody but whoever asked. */
export const SHARED = {
  // Its owner can hide it: so it is shown for two minutes at most after that, also where nobody tells the edge.
  profile: { seconds: MINUTE, edgeSeconds: MINUTE, staleSeconds: MINUTE, staleIfErrorSeconds: 0 },
  // Change with a release.
  template: { seconds: 5 * MINUTE, edgeSeconds: DAY, staleSeconds: HOUR, staleIfErrorSeconds: DAY },
  // Named by its content.
  asset: { seconds: YEAR, edgeSeconds: YEAR, staleSeconds: 0, staleIfErrorSeconds: DAY, immutable: true },
} as const satisfies Record<string, SharedLife>;

export type SharedKind = keyof typeof SHARED;

export type LifeHeaders = Record<'cache-control' | 'cdn-cache-control', string>;

/** `Cache-Control` for all, `CDN-Cache-Control` (RFC 9213) for edges that know it. Without edge caching only browsers keep it. */
export function lifeHeaders(life: SharedLife, edgeCaching: boolean): LifeHeaders {
  const { seconds, edgeSeconds, staleSeconds, staleIfErrorSeconds, immutable } = life;
  const browser = [`max-age=${seconds}`, directive('stale-while-revalidate', staleSeconds), immutable && 'immutable'];
  if (!edgeCaching) return { 'cache-control': list('private', ...browser), 'cdn-cache-control': 'no-store' };
  return {
    'cache-control': list('public', ...browser),
    'cdn-cache-control': list(
      'public',
      `max-age=${edgeSeconds}`,
      directive('stale-while-revalidate', staleSeconds),
      directive('stale-if-error', staleIfErrorSeconds),
    ),
  };
}

function directive(name: string, seconds: number): string | false {
  return seconds > 0 && `${name}=${seconds}`;
}

function list(...directives: readonly (string | false | undefined)[]): string {
  return directives.filter(Boolean).join(', ');
}
