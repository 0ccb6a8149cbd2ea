import type { Cache } from './cache.js';
import type { Stored } from './codec.js';
import type { CacheKey } from './keys.js';
import type { CachePolicy } from './policies.js';
import type { CacheTag } from './tags.js';

/** A provider that has the cache injected where these decorators find it. */
export interface Caching {
  readonly cache: Cache;
}

type AsyncMethod = (...args: never) => Promise<unknown>;

/** unknown if `work` can be called with what the method is called with, so that an intersection with it says nothing. */
type FirstArgumentsOf<Method extends AsyncMethod, Args extends unknown[]> =
  Parameters<Method> extends readonly [...Args, ...unknown[]] ? unknown : never;

/** unknown if what the method answers comes out of the cache as it went in: no null, no Date, no class. */
type AnswersAsStored<Method extends AsyncMethod, Value = Awaited<ReturnType<Method>>> = null extends Value
  ? never
  : Stored<Value> extends Value
    ? unknown
    : never;

/** What a change concerns. */
export interface Concerned {
  readonly keys?: readonly CacheKey[];
  readonly tags?: readonly CacheTag[];
}

/**
 * The method’s answers are kept in the cache: it is the source of `cache.get(policy, key, …)`. `key` and `tags` are given
 * the method’s arguments, or the first of them; all that the answer depends on must be in them.
 *
 * As with every source, it must read what has been committed. What it throws is not kept.
 */
export function Cached<Type extends string, Args extends unknown[]>(
  policy: CachePolicy<Type>,
  key: (...args: Args) => CacheKey<NoInfer<Type>>,
  tags: (...args: Args) => readonly CacheTag[] = () => [],
) {
  return <Method extends AsyncMethod>(
    _target: Caching,
    _name: string | symbol,
    descriptor: TypedPropertyDescriptor<Method> & FirstArgumentsOf<Method, Args> & AnswersAsStored<Method>,
  ): void => {
    wrap(descriptor, (caching, read, args) => {
      const given = args as Args;
      return caching.cache.get(policy, key(...given), read, tags(...given));
    });
  };
}

/**
 * When the method is done, what it has changed is invalidated, and only then does its caller hear of it. Also if it throws:
 * a commit may have been made whose confirmation was lost.
 */
export function CacheInvalidates<Args extends unknown[]>(concerned: (...args: Args) => Concerned) {
  return <Method extends AsyncMethod>(
    _target: Caching,
    _name: string | symbol,
    descriptor: TypedPropertyDescriptor<Method> & FirstArgumentsOf<Method, Args>,
  ): void => {
    wrap(descriptor, async (caching, change, args) => {
      try {
        return await change();
      } finally {
        const { keys = [], tags } = concerned(...(args as Args));
        await caching.cache.invalidate(keys, tags);
      }
    });
  };
}

/** The decorators’ types have made sure that the method is called on a Caching, with these arguments. */
function wrap(
  descriptor: { value?: unknown },
  around: (caching: Caching, call: () => Promise<unknown>, args: unknown[]) => Promise<unknown>,
): void {
  const method = descriptor.value as (this: Caching, ...args: unknown[]) => Promise<unknown>;
  descriptor.value = function (this: Caching, ...args: unknown[]): Promise<unknown> {
    return around(this, () => method.apply(this, args), args);
  };
}
