import { createRequire } from 'node:module';

type JsonSchema = Record<string, unknown>;

const published = createRequire(import.meta.url)('@jsonresume/schema/schema.json') as JsonSchema;

const strings = { type: 'array', items: { type: 'string' } };
const isoDate = { $ref: '#/definitions/iso8601' };

/** JSON Schema of the `x-discover` object: `ResumeExtension`. */
const extension: JsonSchema = {
  type: 'object',
  properties: {
    language: { type: 'string' },
    nameParts: {
      type: 'object',
      properties: {
        title: { type: 'string' },
        given: { type: 'string' },
        middle: { type: 'string' },
        family: { type: 'string' },
        suffix: { type: 'string' },
      },
    },
    emails: strings,
    phones: strings,
    birthDate: isoDate,
    birthPlace: { type: 'string' },
    nationalities: strings,
    maritalStatus: { type: 'string' },
    drivingLicences: strings,
    availability: { type: 'string' },
    workPermit: { type: 'string' },
    sections: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title', 'items'],
        properties: { title: { type: 'string' }, items: strings },
      },
    },
  },
};

/**
 * JSON Resume 1.3.1 made strict: a member that the schema does not name is refused unless its name starts with `x-`,
 * so that a misspelt field is an error and not a silent loss. `meta` stays open, as tools keep their settings there.
 * The published schema allows any member; what it allows and we refuse is only what no tool could show.
 */
export const resumeSchema: JsonSchema = strict({
  ...published,
  $id: 'https://discover.example/schemas/resume.json',
  properties: { ...(published.properties as JsonSchema), 'x-discover': extension },
});

/** A copy in which every object with named properties forbids others, but for `x-…` and the whole of `meta`. */
function strict(schema: JsonSchema, name = ''): JsonSchema {
  const copy: JsonSchema = { ...schema };
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  if (properties) {
    copy.properties = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, strict(value, key)]));
    if (name !== 'meta') {
      copy.additionalProperties = false;
      copy.patternProperties = { '^x-': true };
    }
  }
  if (typeof schema.items === 'object') copy.items = strict(schema.items as JsonSchema);
  return copy;
}
