import type { Basics, Education, Resume, Volunteer, Work } from '@discover/cv-model';

import { Counts } from './counts.js';
import { sameDate, spans } from './dates.js';
import { matchEntries, type Entry } from './match.js';
import { fold, sameWords, similar, similarity, SIMILAR, words } from './text.js';
import { country, email, linksOf, samePhone, tongue } from './values.js';

/** The fields of the issue: their mean F1 is the figure that counts. */
export const MACRO_FIELDS = [
  'name',
  'email',
  'phone',
  'links',
  'location',
  'work.employer',
  'work.position',
  'work.dates',
  'work.highlights',
  'edu.institution',
  'edu.degree',
  'edu.dates',
  'skills',
  'languages',
] as const;
export const FIELDS = [
  ...MACRO_FIELDS,
  'label',
  'work.items',
  'edu.items',
  'certificates',
  'projects',
  'publications',
  'awards',
  'volunteer',
  'interests',
] as const;
export type Field = (typeof FIELDS)[number];
export type Score = Readonly<Record<Field, Counts>>;

/** What truth may say beside JSON Resume: see the README of the corpus that is read. */
export type TrueWork = Work & { readonly 'x-either'?: unknown };
export type TrueBasics = Basics & {
  readonly 'x-alternatives'?: { readonly email?: readonly string[]; readonly phone?: readonly string[] };
};

export const emptyScore = (): Score =>
  Object.fromEntries(FIELDS.map((field) => [field, new Counts()])) as Record<Field, Counts>;

/** Compares what was read with what is true. */
export function scoreResume(truth: Resume, predicted: Resume): Score {
  const score = emptyScore();
  scoreBasics(score, truth.basics ?? {}, predicted.basics ?? {});
  scoreWork(score, truth, predicted);
  scoreEducation(score, truth, predicted);
  score.skills.set(skillsOf(truth), skillsOf(predicted));
  score.languages.set(tonguesOf(truth), tonguesOf(predicted));
  scoreLists(score, truth, predicted);
  return score;
}

function scoreBasics(score: Score, truth: TrueBasics, predicted: Basics): void {
  const also = truth['x-alternatives'] ?? {};
  score.name.value(truth.name ?? '', predicted.name ?? '', sameWords);
  score.label.value(truth.label ?? '', predicted.label ?? '', similar);
  score.email.value(email(truth.email ?? ''), email(predicted.email ?? ''), (real, said) =>
    [real, ...(also.email ?? []).map(email)].includes(said),
  );
  score.phone.value(truth.phone ?? '', predicted.phone ?? '', (real, said) =>
    [real, ...(also.phone ?? [])].some((phone) => samePhone(phone, said)),
  );
  score.links.set(linksOf(truth), linksOf(predicted));
  // A postal code beside the city is not punished, nor is a country that was inferred.
  score.location.value(
    words(truth.location?.city ?? ''),
    words(predicted.location?.city ?? ''),
    (real, said) => withoutNumbers(real) === withoutNumbers(said),
  );
  if (country(truth.location) !== '')
    score.location.value(country(truth.location), country(predicted.location), (real, said) => real === said);
}

const withoutNumbers = (tokens: readonly string[]): string => tokens.filter((word) => !/\d/.test(word)).join(' ');

const isSaid = (item: object): boolean =>
  Object.values(item).some((value: unknown) =>
    Array.isArray(value) ? value.length > 0 : (typeof value === 'string' || typeof value === 'number') && value !== '',
  );

const jobEntry = (item: Work): Entry<Work> => ({
  item,
  body: item.name ?? '',
  role: item.position ?? '',
  startDate: item.startDate,
  endDate: item.endDate,
});
const volunteerEntries = ({ volunteer = [] }: Resume): Entry<Work>[] =>
  volunteer
    .filter(isSaid)
    .map(({ organization, ...rest }: Volunteer) =>
      jobEntry({ ...rest, ...(organization !== undefined && { name: organization }) }),
    );
const alike = (a: Entry<Work>, b: Entry<Work>): boolean =>
  similarity(`${a.body} ${a.role}`, `${b.body} ${b.role}`) >= SIMILAR;

function scoreWork(score: Score, truth: Resume, predicted: Resume): void {
  const jobs = ((truth.work ?? []) as TrueWork[]).filter(isSaid);
  const either = jobs.filter((job) => job['x-either'] !== undefined && job['x-either'] !== false).map(jobEntry);
  const alsoSaid = volunteerEntries(predicted).filter((said) => either.some((job) => alike(job, said)));
  const unpaid = volunteerEntries(truth);
  const pairs = matchEntries(jobs.map(jobEntry), [...(predicted.work ?? []).filter(isSaid).map(jobEntry), ...alsoSaid]);
  for (const [real, said] of pairs) {
    // Unpaid work that was read as a job is neither right nor wrong.
    if (real === null && unpaid.some((entry) => alike(entry, said!) || similar(entry.body, said!.body))) continue;
    score['work.items'].add(real && said ? 1 : 0, real ? 0 : 1, said ? 0 : 1);
    score['work.employer'].value(words(real?.body ?? ''), words(said?.body ?? ''), sameTokens);
    score['work.position'].value(words(real?.role ?? ''), words(said?.role ?? ''), sameTokens);
    const { truth: dates, predicted: read } = spans(dated(real), dated(said), 'start');
    score['work.dates'].value(dates.start, read.start, sameDate);
    score['work.dates'].value(dates.end, read.end, sameDate);
    score['work.highlights'].bag(textOf(real?.item), textOf(said?.item));
  }
}

const sameTokens = (real: readonly string[], said: readonly string[]): boolean =>
  similar(real.join(' '), said.join(' '));
const textOf = ({ summary, highlights = [] }: Work = {}): string[] => words([summary ?? '', ...highlights].join(' '));
const dated = (entry: Entry<unknown> | null): { startDate?: string; endDate?: string } | null =>
  entry && {
    ...(entry.startDate !== undefined && { startDate: entry.startDate }),
    ...(entry.endDate !== undefined && { endDate: entry.endDate }),
  };

function scoreEducation(score: Score, truth: Resume, predicted: Resume): void {
  const entries = ({ education = [] }: Resume): Entry<Education>[] =>
    education.filter(isSaid).map((item) => ({
      item,
      body: item.institution ?? '',
      role: [item.studyType, item.area].filter(Boolean).join(' '),
      startDate: item.startDate,
      endDate: item.endDate,
    }));
  for (const [real, said] of matchEntries(entries(truth), entries(predicted))) {
    score['edu.items'].add(real && said ? 1 : 0, real ? 0 : 1, said ? 0 : 1);
    score['edu.institution'].value(words(real?.body ?? ''), words(said?.body ?? ''), sameTokens);
    score['edu.degree'].value(words(real?.role ?? ''), words(said?.role ?? ''), sameTokens);
    const { truth: dates, predicted: read } = spans(dated(real), dated(said), 'start or end');
    score['edu.dates'].value(dates.start, read.start, sameDate);
    score['edu.dates'].value(dates.end, read.end, sameDate);
  }
}

const keyword = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ');

/** Keywords; a skill without any counts by its name. */
export function skillsOf({ skills = [] }: Resume): Set<string> {
  const all = skills.flatMap(({ name = '', keywords = [] }) => {
    const own = keywords.map(keyword).filter((word) => word !== '');
    return own.length > 0 ? own : [keyword(name)];
  });
  return new Set(all.filter((word) => word !== ''));
}

export const tonguesOf = ({ languages = [] }: Resume): Set<string> =>
  new Set(languages.map(({ language = '' }) => tongue(language)).filter((code) => code !== ''));

/** The other sections, by the names of their items. */
function scoreLists(score: Score, truth: Resume, predicted: Resume): void {
  const lists = {
    certificates: ({ certificates = [] }: Resume) => certificates.map(({ name }) => name),
    projects: ({ projects = [] }: Resume) => projects.map(({ name }) => name),
    publications: ({ publications = [] }: Resume) => publications.map(({ name }) => name),
    awards: ({ awards = [] }: Resume) => awards.map(({ title }) => title),
    volunteer: ({ volunteer = [] }: Resume) => volunteer.map(({ organization }) => organization),
    interests: ({ interests = [] }: Resume) =>
      interests.flatMap(({ name, keywords = [] }) => (keywords.length > 0 ? keywords : [name])),
  };
  for (const [field, of] of Object.entries(lists) as [
    keyof typeof lists,
    (resume: Resume) => (string | undefined)[],
  ][]) {
    const entries = (resume: Resume): Entry<string>[] =>
      of(resume)
        .filter((name) => name !== undefined && name !== '')
        .map((name) => ({ item: name!, body: name!, role: '' }));
    for (const [real, said] of matchEntries(entries(truth), entries(predicted)))
      score[field].add(real && said ? 1 : 0, real ? 0 : 1, said ? 0 : 1);
  }
}

/** Sums over documents. */
export function total(scores: Iterable<Score>): Score {
  const sum = emptyScore();
  for (const score of scores) for (const field of FIELDS) sum[field].merge(score[field]);
  return sum;
}

/** Mean F1 over the fields of the issue that the documents have. */
export function macroF1(score: Score): number {
  const used = MACRO_FIELDS.filter((field) => score[field].used);
  return used.length === 0 ? 0 : used.reduce((sum, field) => sum + score[field].f1, 0) / used.length;
}
