import { parseArgs } from 'node:util';

import { FIELDS, LANGUAGES, total, type Language } from '@discover/cv-parser/benchmark';
import { templates } from '@discover/cv-render';

import { lossesOf } from './losses.js';
import { inventCvs } from './people.js';
import { f1Of, FORMATS, roundTrip, type RoundTripFormat, type Trip } from './round-trip.js';
import { writeTemplatesPage } from './templates-page.js';

const USAGE = `npm run round-trip [-- options]: renders invented CVs and reads them back with our parser

  --people N      people of each language (default 2)
  --templates     only these templates (comma-separated)
  --formats       only these of ${FORMATS.join(',')}
  --languages     only these of ${LANGUAGES.join(',')}
  --losses        what was lost or invented, document by document
  --page          writes docs/templates.md; wants all templates, formats and languages
`;

const tell = (line: string) => console.log(line);

/** The values of a comma-separated list that are among those that there are; all of them if nothing was said. */
function chosen<T extends string>(list: string | undefined, all: readonly T[]): T[] {
  const names = list?.split(',');
  const unknown = names?.filter((name) => !all.includes(name as T)) ?? [];
  if (unknown.length > 0) throw new RangeError(`There is no ${unknown.join(', ')}: there are ${all.join(', ')}.`);
  return all.filter((name) => names?.includes(name) ?? true);
}

async function makeTrips(
  ids: readonly string[],
  formats: readonly RoundTripFormat[],
  languages: readonly Language[],
  people: number,
): Promise<Trip[]> {
  const cvs = inventCvs(people, languages);
  const trips: Trip[] = [];
  for (const id of ids) {
    for (const format of formats) for (const cv of cvs) trips.push(await roundTrip(cv, id, format));
    tell(row(id, FORMATS, (format) => trips.filter((trip) => trip.template === id && trip.format === format)));
  }
  return trips;
}

function row<T extends string>(name: string, columns: readonly T[], tripsOf: (column: T) => readonly Trip[]): string {
  const figures = columns
    .map((column) => tripsOf(column))
    .map((trips) => (trips.length === 0 ? '' : figure(f1Of(trips))));
  return name.padEnd(14) + figures.map((text) => text.padStart(7)).join('');
}

const figure = (value: number): string => value.toFixed(3);

function tellFields(trips: readonly Trip[]): void {
  tell(`\n${'field'.padEnd(18)}${FORMATS.map((format) => format.padStart(7)).join('')}`);
  for (const field of FIELDS) {
    const figures = FORMATS.map((format) => {
      const counts = total(trips.filter((trip) => trip.format === format).map(({ score }) => score))[field];
      return counts.used ? figure(counts.f1) : '';
    });
    tell(field.padEnd(18) + figures.map((text) => text.padStart(7)).join(''));
  }
}

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    options: { people: text, templates: text, formats: text, languages: text, losses: flag, page: flag, help: flag },
  });
  if (values.help === true) {
    tell(USAGE);
    return;
  }
  const ids = chosen(
    values.templates,
    templates.map(({ id }) => id),
  );
  const formats = chosen(values.formats, FORMATS);
  const languages = chosen(values.languages, LANGUAGES);
  tell('template'.padEnd(14) + FORMATS.map((format) => format.padStart(7)).join(''));
  const trips = await makeTrips(ids, formats, languages, Number(values.people ?? 2));
  tell(row('all', FORMATS, (format) => trips.filter((trip) => trip.format === format)));
  for (const language of languages)
    tell(
      row(`  in ${language}`, FORMATS, (format) =>
        trips.filter((trip) => trip.language === language && trip.format === format),
      ),
    );
  tellFields(trips);
  if (values.losses === true) for (const line of lossesOf(trips)) tell(line);
  if (values.page === true) tell(`\nWritten: ${await writeTemplatesPage(trips)}`);
}

await main();
