import { AppError } from '@discover/contracts';
import { resumeSchema } from '@discover/cv-model';
import { CV_FIELDS, type CvSelection } from '@discover/database';

import { PERMISSIONS, type Permission } from './cv-access.js';

/** What can be had with a CV beside itself, and what the caller must be allowed to do with it for that. */
export const INCLUDES = { versions: 'edit', shares: 'own', reading: 'view' } as const satisfies Record<
  string,
  Permission
>;
export type Include = keyof typeof INCLUDES;

interface SchemaNode {
  properties?: Record<string, SchemaNode>;
}

/** Places in a document that can be asked for: its sections, and the members of those that are objects. */
const PLACES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries((resumeSchema as SchemaNode).properties ?? {}).flatMap(([section, { properties = {} }]) =>
    [[section], ...Object.keys(properties).map((member) => [section, member])].map(
      (path) => [`document.${path.join('.')}`, path] as const,
    ),
  ),
);

const EVERYTHING: CvSelection = { fields: CV_FIELDS, document: 'whole' };

/** The query's `fields`; everything if there is none. @throws AppError `unknown_field` */
export function selectionOf(fields: string | undefined): CvSelection {
  if (fields === undefined) return EVERYTHING;
  const names = namesOf(fields);
  const unknown = names.filter((name) => !['id', 'document', ...CV_FIELDS].includes(name) && !PLACES.has(name));
  if (unknown.length > 0) {
    throw unknownNames('fields', unknown, [
      'id',
      ...CV_FIELDS,
      'document',
      ...[...PLACES].filter(([, path]) => path.length === 1).map(([name]) => name),
      'and members of sections that are objects, such as document.basics.name',
    ]);
  }
  const paths = names.map((name) => PLACES.get(name)).filter((path) => path !== undefined);
  const wholeSections = new Set(paths.filter((path) => path.length === 1).map(([section]) => section));
  return {
    fields: CV_FIELDS.filter((field) => names.includes(field)),
    document: names.includes('document')
      ? 'whole'
      : // A member of a section that is asked for as a whole comes with it.
        paths.filter((path) => path.length === 1 || !wholeSections.has(path[0])),
  };
}

/** @throws AppError `unknown_field` */
export function includesOf(include: string | undefined): Include[] {
  if (include === undefined) return [];
  const names = namesOf(include);
  const unknown = names.filter((name) => !Object.hasOwn(INCLUDES, name));
  if (unknown.length > 0) throw unknownNames('include', unknown, Object.keys(INCLUDES));
  return names as Include[];
}

/** What the caller must be allowed to do to be given these. */
export function permissionFor(includes: readonly Include[]): Permission {
  const needed = new Set<Permission>(includes.map((include) => INCLUDES[include]));
  return PERMISSIONS.findLast((permission) => needed.has(permission)) ?? 'view';
}

function namesOf(list: string): string[] {
  return [...new Set(list.split(',').map((name) => name.trim()))];
}

function unknownNames(parameter: string, unknown: readonly string[], known: readonly string[]): AppError {
  return new AppError('unknown_field', `\`${parameter}\` can name: ${known.join(', ')}.`, {
    problems: unknown.map((name) => ({
      pointer: `/${parameter}`,
      code: 'unknown_field',
      message: `There is no \`${name}\`.`,
    })),
  });
}

/** JSON text of a document that has only what was read of it, in the places where it was. */
export function partialDocument(paths: readonly (readonly string[])[], texts: readonly (string | null)[]): string {
  const sections = new Map<string, string | [name: string, text: string][]>();
  for (const [index, [section, member]] of paths.entries()) {
    const text = texts[index];
    if (text == null) continue;
    if (member === undefined) sections.set(section!, text);
    else {
      const members = sections.get(section!);
      if (Array.isArray(members)) members.push([member, text]);
      else sections.set(section!, [[member, text]]);
    }
  }
  return objectText(
    [...sections].map(([name, value]) => [name, typeof value === 'string' ? value : objectText(value)]),
  );
}

/** JSON text of an object whose members are JSON text already. */
export function objectText(members: readonly (readonly [name: string, text: string])[]): string {
  return `{${members.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}
