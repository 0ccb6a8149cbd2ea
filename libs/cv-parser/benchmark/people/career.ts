import type { Job, Month, Place, School } from './person.js';
import { choosePlace } from './home.js';
import type { Random } from './random.js';
import type { Words } from './words.js';

/** The month in which the CVs of the corpus are written. */
export const NOW: Month = { year: 2026, month: 3 };

const count = ({ year, month }: Month): number => year * 12 + month - 1;
export const monthOf = (months: number): Month => ({ year: Math.floor(months / 12), month: (months % 12) + 1 });
export const later = (month: Month, months: number): Month => monthOf(count(month) + months);
export const before = (a: Month, b: Month): boolean => count(a) < count(b);

/** Shapes of a life at work: how many jobs, how long each, what lies between. */
const SHAPES = {
  usual: { weight: 46, jobs: [2, 5], months: [10, 70], gap: [0, 3], ongoing: 0.75 },
  long: { weight: 12, jobs: [5, 8], months: [24, 90], gap: [0, 2], ongoing: 0.7 },
  student: { weight: 12, jobs: [1, 3], months: [2, 9], gap: [2, 10], ongoing: 0.4 },
  single: { weight: 7, jobs: [1, 1], months: [18, 220], gap: [0, 0], ongoing: 0.85 },
  gaps: { weight: 9, jobs: [3, 5], months: [8, 40], gap: [8, 30], ongoing: 0.4 },
  freelance: { weight: 8, jobs: [3, 6], months: [3, 30], gap: [-6, 1], ongoing: 0.7 },
  seasonal: { weight: 6, jobs: [3, 6], months: [3, 5], gap: [5, 9], ongoing: 0.15 },
} as const;
export type Shape = keyof typeof SHAPES;

export function chooseShape(random: Random): Shape {
  return random.weighted(
    Object.fromEntries(Object.entries(SHAPES).map(([key, { weight }]) => [key, weight])) as Record<Shape, number>,
  );
}

/** Newest first. A job may be another role at the employer of the one before. */
export function chooseJobs(words: Words, shape: Shape, home: Place): Job[] {
  const { random } = words;
  const {
    jobs: [fewest, most],
    months: [shortest, longest],
    gap: [leastGap, mostGap],
    ongoing,
  } = SHAPES[shape];
  const jobs: Job[] = [];
  const total = random.integer(fewest, most);
  let end: Month | null = random.chance(ongoing) ? null : later(NOW, -random.integer(2, 26));
  for (let index = 0; index < total; index++) {
    const start = later(end ?? NOW, -random.integer(shortest, longest));
    const newer = jobs.at(-1);
    const same = newer !== undefined && shape !== 'freelance' && random.chance(0.2);
    jobs.push({
      ...(same ? { employer: newer.employer, place: newer.place } : chooseEmployer(words, home)),
      position: choosePosition(words, total === 1 ? 0.5 : 1 - index / (total - 1), shape),
      start,
      end,
      ...chooseText(words),
    });
    end = later(start, -(same ? 0 : random.integer(leastGap, mostGap)));
  }
  return jobs;
}

function chooseEmployer(words: Words, home: Place): { employer: string; place: Place } {
  const { random, trade, vocabulary } = words;
  const country = random.chance(0.85) ? words.countries[0]! : random.any(words.countries);
  const place = random.chance(0.45) ? home : choosePlace(random, country);
  const names = vocabulary.employers[random.any(trade.employers)];
  return { employer: words.writeOne(names, { city: place.city }), place };
}

/** @param seniority 0: the last (oldest) job … 1: the newest */
function choosePosition(words: Words, seniority: number, shape: Shape): string {
  const { junior, middle, senior } = words.trade.positions;
  const early = shape === 'student' || shape === 'seasonal';
  const level = early || seniority < 0.3 ? junior : seniority > 0.85 && words.random.chance(0.6) ? senior : middle;
  return words.writeOne(level);
}

function chooseText(words: Words): Pick<Job, 'summary' | 'highlights'> {
  const { random, trade, vocabulary } = words;
  const style = random.weighted({ list: 70, both: 10, prose: 10, nothing: 10 });
  const lines = random.sample([...trade.tasks, ...random.sample(vocabulary.tasks, 2)], random.integer(2, 6));
  return {
    ...((style === 'prose' || style === 'both') && { summary: words.writeOne(vocabulary.jobSummaries) }),
    highlights: style === 'list' || style === 'both' ? lines.map((line) => chooseLine(words, line)) : [],
  };
}

/** A task, often with what came of it. */
export function chooseLine(words: Words, task: string): string {
  const { random, vocabulary } = words;
  const line = words.write(task);
  if (!random.chance(0.4)) return line;
  const result = words.writeOne(vocabulary.results);
  return result.startsWith(',') ? line + result : `${line} ${result}`;
}

/** Newest first; the first studies end where the first job begins, roughly. */
export function chooseSchools(words: Words, jobs: readonly Job[], home: Place): School[] {
  const { random, trade, vocabulary } = words;
  const oldest = jobs.reduce((least, { start }) => (before(start, least) ? start : least), NOW);
  const schools: School[] = [];
  let end: Month | null =
    random.chance(0.12) && count(NOW) - count(oldest) < 60 ? null : later(oldest, random.integer(-6, 4));
  for (const { degree, area, at } of random.sample(trade.studies, random.integer(1, 3))) {
    const place = random.chance(0.4) ? home : choosePlace(random, words.countries[0]!);
    const start = later(end ?? NOW, -random.any([12, 21, 24, 33, 36, 45, 48]));
    schools.push({
      institution: words.writeOne(vocabulary.institutions[at], { city: place.city }),
      place,
      degree: words.write(degree),
      ...(area !== undefined && { area: words.write(area) }),
      start,
      end,
      ...(random.chance(0.3) && { score: words.writeOne(vocabulary.scores) }),
      ...(at === 'university' && random.chance(0.2) && { thesis: words.writeOne(vocabulary.theses) }),
    });
    end = later(start, -random.any([0, 1, 3, 12]));
  }
  if (random.chance(0.4)) schools.push(chooseSchool(words, end ?? NOW));
  return schools;
}

function chooseSchool(words: Words, end: Month): School {
  const { random, vocabulary } = words;
  const place = choosePlace(random, words.countries[0]!);
  return {
    institution: words.writeOne(vocabulary.institutions.school, { city: place.city }),
    place,
    degree: words.writeOne(vocabulary.schoolDegrees),
    start: later(end, -random.any([36, 48, 60, 96])),
    end,
    ...(random.chance(0.2) && { score: words.writeOne(vocabulary.scores) }),
  };
}
