import type { z } from 'zod';

/** One environment variable: how it is read, what it means, and what it is when unset. */
export interface Variable<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** Meaning, unit and limits, for the operator who sets it. */
  readonly description: string;
  /** The text that stands for it when it is unset; without one the variable is required. */
  readonly fallback?: string;
  /** Secrets are never printed, and have no working default outside local use. */
  readonly secret?: boolean;
}

/** Variables that belong together, by the name under which code reads them. */
export type VariableGroup = Readonly<Record<string, Variable<unknown>>>;
/** A service's whole environment: groups by name. */
export type ConfigShape = Readonly<Record<string, VariableGroup>>;

type ValueOf<V> = V extends Variable<infer T> ? T : never;
export type ConfigOf<S extends ConfigShape> = {
  readonly [G in keyof S]: { readonly [K in keyof S[G]]: ValueOf<S[G][K]> };
};

export function variable<T>(
  name: string,
  schema: z.ZodType<T>,
  description: string,
  options: { fallback?: string; secret?: boolean } = {},
): Variable<T> {
  return { name, schema, description, ...options };
}
