import { escapePointer } from './pointer.js';

/** Every string of a document, by its JSON pointer, in the document's order. */
export function stringLeaves(document: unknown): Map<string, string> {
  const leaves = new Map<string, string>();
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value === 'string') leaves.set(pointer, value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value)) visit(member, `${pointer}/${escapePointer(key)}`);
  };
  visit(document, '');
  return leaves;
}

/** A pointer with `*` for every index: equal for the same member of every entry of a list. */
export function shapeOf(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}

/** Whether a translator would translate what stands at `pointer`: words, and not names, dates, addresses or links. */
export function isProse(pointer: string): boolean {
  return PROSE.has(shapeOf(pointer));
}

const PROSE = new Set([
  '/basics/label',
  '/basics/summary',
  ...members('work', ['position', 'description', 'summary', 'highlights/*']),
  ...members('volunteer', ['position', 'summary', 'highlights/*']),
  ...members('education', ['area', 'studyType', 'courses/*']),
  ...members('awards', ['title', 'summary']),
  ...members('publications', ['summary']),
  ...members('skills', ['name', 'level', 'keywords/*']),
  ...members('languages', ['language', 'fluency']),
  ...members('interests', ['name', 'keywords/*']),
  ...members('references', ['reference']),
  ...members('projects', ['description', 'highlights/*', 'keywords/*', 'roles/*', 'type']),
  '/x-discover/maritalStatus',
  '/x-discover/availability',
  '/x-discover/workPermit',
  ...members('x-discover/sections', ['title', 'items/*']),
]);

function members(list: string, names: readonly string[]): string[] {
  return names.map((name) => `/${list}/*/${name}`);
}
