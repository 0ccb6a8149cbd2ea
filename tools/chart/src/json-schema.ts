/** What is known of a JSON value before it was looked at. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Prose, what only the API server can check, and what is said in another way below. */
const DROPPED = new Set([
  'description',
  'title',
  'default',
  'example',
  'externalDocs',
  'nullable',
  'format',
  'discriminator',
]);

/**
 * An OpenAPI schema of Kubernetes as a strict JSON Schema: what is not declared is refused, as the API server does with
 * `fieldValidation=Strict`. Expressions (`x-kubernetes-validations`) are the API server's own business.
 *
 * @param resolve where the definition of a reference is to be found in the result
 */
export function strictSchema(schema: Json, resolve: (reference: string) => string): Json {
  if (Array.isArray(schema)) return schema.map((item) => strictSchema(item, resolve));
  if (!isObject(schema)) return schema;
  if (typeof schema.$ref === 'string') return { $ref: resolve(schema.$ref) };
  if (schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string')
    return { type: ['integer', 'string'] };

  const result: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (DROPPED.has(key) || key.startsWith('x-')) continue;
    // Members of these are names of properties and not words of the schema.
    result[key] =
      key === 'properties' && isObject(value)
        ? mapValues(value, (v) => strictSchema(v, resolve))
        : strictSchema(value, resolve);
  }
  // OpenAPI lets these through only so that `required` in one branch of anyOf names what is declared beside it.
  for (const word of ['anyOf', 'oneOf', 'allOf', 'not'])
    if (word in result && word in schema) result[word] = schema[word] ?? null;
  const open =
    schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true;
  if (isObject(result.properties) && !open && !('additionalProperties' in result)) result.additionalProperties = false;
  // The API server drops a null where a field may be left out.
  if (typeof result.type === 'string') result.type = [result.type, 'null'];
  return result;
}

export function mapValues(object: JsonObject, map: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
