import type { ConfigOf, ConfigShape, Variable } from './variable.js';

/** The environment does not fit: the message names every bad variable, what is wrong and what it is for. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the environment once into a frozen, typed object. An empty value counts as unset.
 *
 * @throws ConfigError naming all variables that are missing or malformed.
 */
export function loadConfig<S extends ConfigShape>(
  shape: S,
  env: Record<string, string | undefined> = process.env,
): ConfigOf<S> {
  const problems: string[] = [];
  const groups = Object.entries(shape).map(([group, variables]) => {
    const values = Object.entries(variables).map(
      ([key, variable]) => [key, readVariable(variable, env, problems)] as const,
    );
    return [group, Object.freeze(Object.fromEntries(values))] as const;
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(Object.fromEntries(groups)) as ConfigOf<S>;
}

function readVariable(
  variable: Variable<unknown>,
  env: Record<string, string | undefined>,
  problems: string[],
): unknown {
  const given = env[variable.name];
  const text = given === undefined || given === '' ? variable.fallback : given;
  if (text === undefined) {
    problems.push(`${variable.name} is not set. ${variable.description}`);
    return undefined;
  }
  const result = variable.schema.safeParse(text);
  if (result.success) return result.data;
  const shown = variable.secret ? 'its value (hidden)' : JSON.stringify(text);
  problems.push(
    `${variable.name}: ${shown} does not fit: ${result.error.issues.map((issue) => issue.message).join('; ')}. ${variable.description}`,
  );
  return undefined;
}
