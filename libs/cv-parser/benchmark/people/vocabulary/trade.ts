import { list } from '../grammar.js';
import type { EmployerKind, Trade } from './types.js';

interface Written {
  /** Three lists: of the first jobs, of the middle, of the last. */
  positions: readonly [string, string, string];
  employers: readonly EmployerKind[];
  tasks: string;
  skills: Readonly<Record<string, string>>;
  /** `university: Degree @ Area`, where the area may be left out. */
  studies: string;
  certificates: string;
  topics: string;
}

/** A trade from lists in one string each, one item per line or between semicolons. */
export function trade({ positions: [junior, middle, senior], ...written }: Written): Trade {
  return {
    positions: { junior: list(junior), middle: list(middle), senior: list(senior) },
    employers: written.employers,
    tasks: list(written.tasks),
    skills: Object.fromEntries(Object.entries(written.skills).map(([name, items]) => [name, list(items)])),
    studies: list(written.studies).map(study),
    certificates: list(written.certificates),
    topics: list(written.topics),
  };
}

function study(text: string): Trade['studies'][number] {
  const [at, rest] = text.split(': ', 2) as [Trade['studies'][number]['at'], string];
  const [degree, area] = rest.split(' @ ', 2) as [string, string?];
  return { degree, at, ...(area !== undefined && { area }) };
}
