import type { ConfigShape, Variable } from './variable.js';

/** `.env.example`: every variable once, under the services that read it, with its meaning and default. */
export function envExample(services: Readonly<Record<string, ConfigShape>>): string {
  const lines = [
    '# Every variable that a service reads, with its default for local use. Generated: `npm run generate`.',
    '# `npm start` needs none of them. Copy to `.env` what you want to change.',
  ];
  for (const [heading, variables] of Object.entries(byReaders(services))) {
    lines.push('', `# --- ${heading} ---`);
    for (const variable of variables) {
      lines.push(
        `# ${variable.description}${variable.secret ? ' Secret.' : ''}`,
        `#${variable.name}=${variable.fallback ?? ''}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The same as a Markdown table for the documentation. */
export function configTable(services: Readonly<Record<string, ConfigShape>>): string {
  const lines = ['| variable | read by | default | meaning |', '|---|---|---|---|'];
  for (const [readers, variables] of Object.entries(byReaders(services))) {
    for (const variable of variables) {
      const fallback = variable.fallback === undefined ? 'required' : `\`${variable.fallback}\``;
      lines.push(
        `| \`${variable.name}\` | ${readers} | ${variable.secret ? `${fallback} (secret)` : fallback} | ${variable.description} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Variables grouped by the set of services that read them, most widely read first. */
function byReaders(services: Readonly<Record<string, ConfigShape>>): Record<string, Variable<unknown>[]> {
  const readers = new Map<string, { variable: Variable<unknown>; services: string[] }>();
  for (const [service, shape] of Object.entries(services)) {
    for (const variable of Object.values(shape).flatMap((group) => Object.values(group))) {
      const entry = readers.get(variable.name) ?? { variable, services: [] };
      if (!entry.services.includes(service)) entry.services.push(service);
      readers.set(variable.name, entry);
    }
  }
  const entries = [...readers.values()].sort((a, b) => b.services.length - a.services.length);
  return Object.groupBy(
    entries.map((entry) => ({ ...entry.variable, heading: entry.services.join(', ') })),
    (entry) => entry.heading,
  ) as Record<string, Variable<unknown>[]>;
}
