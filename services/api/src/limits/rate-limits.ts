import { AppError, PLANS, type Plan } from '@discover/contracts';
import { metrics } from '@discover/telemetry';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Caller } from '../auth/access.decorator.js';
import type { ApiConfig } from '../config.js';
import { clientNetwork } from './client-address.js';
import { WINDOW_SECONDS, type Limit, type RateCounters, type Standing } from './rate-counters.js';
import { classOf } from './route-classes.js';

/** A key may use up so much of its person's quota: one integration that runs wild leaves the rest to the others. */
const KEY_SHARE = 0.5;

/** Who may ask how often: each request counts against every limit that it comes under, and is refused by the first that is reached. */
export class RateLimits {
  private account: Record<Plan, Limit>;
  private key: Record<Plan, Limit>;
  private expensive: Record<Plan, Limit>;
  private anonymous: Limit;
  private auth: Limit;

  constructor(
    private readonly counters: RateCounters,
    private readonly limits: ApiConfig['limits'],
  ) {
    this.scale(1);
    // From 0, so that the first of each is seen as an increase.
    for (const limit of ['account', 'key', 'expensive', 'anonymous', 'auth']) metrics.rateLimited.inc({ limit }, 0);
  }

  /** Makes every quota so many times what is configured, at least 1. What was counted stays counted. */
  scale(factor: number): void {
    const { limits } = this;
    const limit = (name: string, quota: number): Limit => ({ name, quota: Math.max(1, Math.ceil(quota * factor)) });
    const byPlan = (name: string, quotas: Record<Plan, number>) =>
      Object.fromEntries(PLANS.map((plan) => [plan, limit(name, quotas[plan])])) as Record<Plan, Limit>;
    this.account = byPlan('account', limits);
    this.key = byPlan('key', { free: limits.free * KEY_SHARE, premium: limits.premium * KEY_SHARE });
    this.expensive = byPlan('expensive', { free: limits.expensiveFree, premium: limits.expensivePremium });
    this.anonymous = limit('anonymous', limits.anonymous);
    this.auth = limit('auth', limits.auth);
  }

  /** Counts a request of somebody known. @throws AppError `rate_limited` */
  admit(caller: Caller, request: FastifyRequest, reply: FastifyReply): void {
    conclude(this.count(caller, request), reply);
  }

  /** Counts a request of somebody known, and answers how they stand with the limit that will be reached first. */
  count(caller: Caller, request: FastifyRequest): Standing {
    const { userId, plan, by } = caller;
    let tightest = this.counters.count(this.account[plan], userId);
    if ('keyId' in by) tightest = tighter(tightest, this.counters.count(this.key[plan], by.keyId));
    const routeClass = classOf(request.method, request.routeOptions.url);
    if (routeClass === 'expensive') tightest = tighter(tightest, this.counters.count(this.expensive[plan], userId));
    if (routeClass === 'auth') tightest = tighter(tightest, this.counters.count(this.auth, clientNetwork(request.ip)));
    return tightest;
  }

  /** Counts a request of nobody known, by its address. @throws AppError `rate_limited` */
  admitAnonymous(request: FastifyRequest, reply: FastifyReply): void {
    const routeClass = classOf(request.method, request.routeOptions.url);
    if (routeClass === 'unlimited') return;
    const network = clientNetwork(request.ip);
    let tightest = this.counters.count(this.anonymous, network);
    if (routeClass === 'auth') tightest = tighter(tightest, this.counters.count(this.auth, network));
    conclude(tightest, reply);
  }
}

/** The one that refuses, else the one that will be reached first. */
function tighter(a: Standing, b: Standing): Standing {
  if (a.admitted !== b.admitted) return a.admitted ? b : a;
  return a.remaining / a.limit.quota <= b.remaining / b.limit.quota ? a : b;
}

/**
 * How the client stands: by `RateLimit` and `RateLimit-Policy`, as the IETF's draft (httpapi-ratelimit-headers, 08
 * and later) has them, and by the three fields of its earlier versions, which most clients know.
 */
export function standingHeaders({ limit, remaining, resetSeconds }: Standing): Record<string, string | number> {
  return {
    'ratelimit-limit': limit.quota,
    'ratelimit-remaining': remaining,
    'ratelimit-reset': resetSeconds,
    'ratelimit-policy': `"${limit.name}";q=${limit.quota};w=${WINDOW_SECONDS}`,
    ratelimit: `"${limit.name}";r=${remaining};t=${resetSeconds}`,
  };
}

/** Tells the client how it stands. @throws AppError `rate_limited` */
function conclude(standing: Standing, reply: FastifyReply): void {
  const { limit, admitted, resetSeconds } = standing;
  for (const [name, value] of Object.entries(standingHeaders(standing))) reply.raw.setHeader(name, value);
  if (admitted) return;
  metrics.rateLimited.inc({ limit: limit.name });
  throw new AppError(
    'rate_limited',
    `At most ${limit.quota} requests a minute (limit \`${limit.name}\`). Try again in ${resetSeconds} seconds.`,
    { retryAfterSeconds: resetSeconds },
  );
}
