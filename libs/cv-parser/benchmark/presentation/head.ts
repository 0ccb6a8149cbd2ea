import type { Place } from '../people/person.js';
import type { HeadLine, Line } from './composition.js';
import type { Arrangement, Style } from './style.js';
import { join, line, run } from './text.js';

/** What the head of a job or of a school says, ready to be put in lines. */
export interface Head {
  /** Position or degree. */
  readonly role: string;
  /** Employer or institution. */
  readonly body: string;
  readonly place: string;
  readonly dates: string;
  /** «at», between role and body. */
  readonly at: string;
}

/** The lines of an entry's head in the document's arrangement; `margin` is what stands left of it. */
export function arrange(head: Head, arrangement: Arrangement, style: Style): { margin: Line[]; head: HeadLine[] } {
  const role = [run(head.role, { bold: style.emphasis === 'position' || style.emphasis === 'both' })];
  const bare = [
    run(head.body, {
      bold: style.emphasis === 'employer' || style.emphasis === 'both',
      italic: style.emphasis === 'position' && style.place === 'right',
    }),
  ];
  const place = head.place === '' ? [] : line(head.place);
  const dates = line(head.dates);
  const inLine = style.place === 'after employer' ? place : [];
  const right = style.place === 'right' && place.length > 0 ? { right: place } : {};
  const body =
    inLine.length > 0 && style.placeForm === '(city)'
      ? [...bare, run(' '), ...inLine]
      : join([bare, inLine], inLine.length > 0 ? ', ' : '');
  const own: HeadLine[] =
    (style.place === 'own line' || (style.place === 'right' && NO_RIGHT.has(arrangement))) && place.length > 0
      ? [{ left: place }]
      : [];
  const lines = (...items: HeadLine[]): { margin: Line[]; head: HeadLine[] } => ({
    margin: [],
    head: [...items, ...own],
  });
  switch (arrangement) {
    case 'position | dates, employer':
      return lines({ left: role, right: dates }, { left: body, ...right });
    case 'employer | dates, position':
      return lines({ left: body, right: dates }, { left: role, ...right });
    case 'one line':
      return lines({ left: oneLine(style, role, body, dates) });
    case 'position at employer':
      return lines({ left: [...role, run(` ${head.at} `), ...body], right: dates });
    case 'dates, position, employer':
      return lines({ left: dates }, { left: role }, { left: body });
    case 'position, employer, dates':
      return lines({ left: role }, { left: body }, { left: dates });
    case 'employer, position, dates':
      return lines({ left: body }, { left: role }, { left: dates });
    case 'position, employer | dates':
      return lines({ left: join([role, body], style.separator), right: dates });
    case 'employer, place | dates, position':
      return lines({ left: body, right: dates }, { left: role, ...right });
    case 'margin':
      return margin(style, role, body, dates, own);
  }
}

/** Arrangements with no second line that could have a place at its right. */
const NO_RIGHT: ReadonlySet<Arrangement> = new Set<Arrangement>([
  'one line',
  'position at employer',
  'dates, position, employer',
  'position, employer, dates',
  'employer, position, dates',
  'position, employer | dates',
]);

function oneLine({ separator, emphasis }: Style, role: Line, body: Line, dates: Line): Line {
  const named = emphasis === 'employer' ? [body, role] : [role, body];
  if (separator === ', ') return [...join(named, ', '), run(' ('), ...dates, run(')')];
  return join([...named, dates], separator);
}

function margin(
  style: Style,
  role: Line,
  body: Line,
  dates: Line,
  own: HeadLine[],
): { margin: Line[]; head: HeadLine[] } {
  const first = style.emphasis === 'employer' ? [body, role] : [role, body];
  const head = style.grouped ? [{ left: join(first, style.separator) }] : first.map((left) => ({ left }));
  const outside = style.place === 'right' ? own.map(({ left }) => left) : [];
  return { margin: [dates, ...outside], head: outside.length > 0 ? head : [...head, ...own] };
}

const countryName = (country: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;

export function printPlace(place: Place, style: Style, language: string): string {
  switch (style.placeForm) {
    case 'city':
      return place.city;
    case '(city)':
      return `(${place.city})`;
    case 'city, region':
      return place.region === undefined ? place.city : `${place.city}, ${place.region}`;
    case 'city, country':
      return `${place.city}, ${countryName(place.country, language)}`;
  }
}

export { countryName };
