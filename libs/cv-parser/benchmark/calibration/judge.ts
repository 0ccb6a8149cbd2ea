import type { Resume, Work } from '@discover/cv-model';

import { plainDate, sameDate, spans } from '../scorer/dates.js';
import { matchEntries, type Entry } from '../scorer/match.js';
import { skillsOf } from '../scorer/score.js';
import { fold, sameWords, similar, words } from '../scorer/text.js';
import { country, email, linksOf, samePhone, tongue } from '../scorer/values.js';

/** A value of a resume that is right or wrong, at its JSON pointer. */
export interface Verdict {
  readonly pointer: string;
  readonly right: boolean;
}

/** Tells of each value that the truth can judge whether it is right. What truth knows nothing of is left out. */
export function judge(truth: Resume, predicted: Resume): Verdict[] {
  return [
    ...judgeBasics(truth, predicted),
    ...judgeEntries(truth, predicted, 'work'),
    ...judgeEntries(truth, predicted, 'education'),
    ...judgeSkills(truth, predicted),
    ...judgeLanguages(truth, predicted),
    ...(Object.keys(NAMES) as ListKind[]).flatMap((kind) => judgeNames(truth, predicted, kind)),
  ];
}

type Same = (truth: string, predicted: string) => boolean;

function judgeBasics({ basics: real = {} }: Resume, { basics: said = {} }: Resume): Verdict[] {
  const verdicts: Verdict[] = [];
  const value = (pointer: string, truth: string | undefined, predicted: string | undefined, same: Same): void => {
    if (predicted !== undefined) verdicts.push({ pointer, right: truth !== undefined && same(truth, predicted) });
  };
  value('/basics/name', real.name, said.name, sameWords);
  value('/basics/label', real.label, said.label, similar);
  value('/basics/email', real.email, said.email, (a, b) => email(a) === email(b));
  value('/basics/phone', real.phone, said.phone, samePhone);
  value('/basics/summary', real.summary, said.summary, similar);
  for (const key of ['city', 'region', 'postalCode', 'address'] as const)
    value(`/basics/location/${key}`, real.location?.[key], said.location?.[key], sameWords);
  // Truth tells only of countries that are printed; one that was inferred is not judged.
  if (country(real.location) !== '')
    value('/basics/location/countryCode', country(real.location), said.location?.countryCode, (a, b) => a === b);
  const links = linksOf(real);
  const isLink = (address: string): boolean => [...linksOf({ url: address })].some((link) => links.has(link));
  if (said.url !== undefined) verdicts.push({ pointer: '/basics/url', right: isLink(said.url) });
  for (const [index, { url }] of (said.profiles ?? []).entries())
    if (url !== undefined) verdicts.push({ pointer: `/basics/profiles/${index}/url`, right: isLink(url) });
  return verdicts;
}

/** What jobs and schools have in common. */
interface Plain {
  readonly body?: string | undefined;
  readonly role?: string | undefined;
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
  readonly text: string;
}

function plainEntries(resume: Resume, kind: 'work' | 'education'): Plain[] {
  if (kind === 'work')
    return (resume.work ?? []).map(({ name, position, startDate, endDate, summary, highlights = [] }: Work) => ({
      body: name,
      role: position,
      startDate,
      endDate,
      text: [summary ?? '', ...highlights].join(' '),
    }));
  return (resume.education ?? []).map(({ institution, studyType, area, startDate, endDate }) => ({
    body: institution,
    role: [studyType, area].filter(Boolean).join(' '),
    startDate,
    endDate,
    text: '',
  }));
}

function judgeEntries(truth: Resume, predicted: Resume, kind: 'work' | 'education'): Verdict[] {
  const entries = (resume: Resume): Entry<{ index: number; plain: Plain }>[] =>
    plainEntries(resume, kind).map((plain, index) => ({
      item: { index, plain },
      body: plain.body ?? '',
      role: plain.role ?? '',
      startDate: plain.startDate,
      endDate: plain.endDate,
    }));
  return matchEntries(entries(truth), entries(predicted)).flatMap(([real, said]) =>
    said === null ? [] : judgeEntry(predicted, kind, said.item.index, real?.item.plain ?? null),
  );
}

/** Nearly all words of a line must be in the entry that it was given to. */
const ENOUGH = 0.85;

function judgeEntry(predicted: Resume, kind: 'work' | 'education', index: number, real: Plain | null): Verdict[] {
  const said = plainEntries(predicted, kind)[index]!;
  const verdicts: Verdict[] = [];
  const add = (key: string, right: boolean): void =>
    void verdicts.push({ pointer: `/${kind}/${index}/${key}`, right: real !== null && right });
  const sameText = (a = '', b = ''): boolean => a !== '' && similar(a, b);
  if (said.body !== undefined) add(kind === 'work' ? 'name' : 'institution', sameText(real?.body, said.body));
  const { truth, predicted: read } = spans(
    real && dated(real),
    dated(said),
    kind === 'work' ? 'start' : 'start or end',
  );
  if (said.startDate !== undefined) add('startDate', sameDate(truth.start, read.start ?? plainDate(said.startDate)));
  if (said.endDate !== undefined)
    add('endDate', read.end === null ? sameDate(truth.start, plainDate(said.endDate)) : sameDate(truth.end, read.end));
  if (kind === 'education') {
    const { studyType, area } = predicted.education![index]!;
    const known = new Set(words(real?.role ?? ''));
    if (studyType !== undefined) add('studyType', contained(studyType, known));
    if (area !== undefined) add('area', contained(area, known));
    return verdicts;
  }
  const { position, summary, highlights = [] } = predicted.work![index]!;
  const known = new Set(words(real?.text ?? ''));
  if (position !== undefined) add('position', sameText(real?.role, position));
  if (summary !== undefined) add('summary', contained(summary, known));
  for (const [line, text] of highlights.entries()) add(`highlights/${line}`, contained(text, known));
  return verdicts;
}

const dated = ({ startDate, endDate }: Plain): { startDate?: string; endDate?: string } => ({
  ...(startDate !== undefined && { startDate }),
  ...(endDate !== undefined && { endDate }),
});

function contained(text: string, known: ReadonlySet<string>): boolean {
  const said = words(text);
  return said.length > 0 && said.filter((word) => known.has(word)).length >= ENOUGH * said.length;
}

function judgeSkills(truth: Resume, predicted: Resume): Verdict[] {
  const known = skillsOf(truth);
  const groups = new Set((truth.skills ?? []).map(({ name = '' }) => fold(name)));
  const isSkill = (text: string): boolean =>
    [...skillsOf({ skills: [{ name: text }] })].some((skill) => known.has(skill));
  return (predicted.skills ?? []).flatMap(({ name, keywords = [] }, index) => [
    ...(name === undefined
      ? []
      : [{ pointer: `/skills/${index}/name`, right: keywords.length > 0 ? groups.has(fold(name)) : isSkill(name) }]),
    ...keywords.map((keyword, position) => ({
      pointer: `/skills/${index}/keywords/${position}`,
      right: isSkill(keyword),
    })),
  ]);
}

function judgeLanguages(truth: Resume, predicted: Resume): Verdict[] {
  const known = new Map((truth.languages ?? []).map(({ language = '', fluency = '' }) => [tongue(language), fluency]));
  return (predicted.languages ?? []).flatMap(({ language, fluency }, index) => {
    const real = known.get(tongue(language ?? ''));
    return [
      ...(language === undefined ? [] : [{ pointer: `/languages/${index}/language`, right: real !== undefined }]),
      ...(fluency === undefined
        ? []
        : [{ pointer: `/languages/${index}/fluency`, right: real !== undefined && similar(real, fluency) }]),
    ];
  });
}

type ListKind = 'certificates' | 'projects' | 'publications' | 'awards' | 'volunteer' | 'interests';

/** The member that names an item of a section. */
const NAMES: Readonly<
  Record<ListKind, (resume: Resume) => readonly [key: string, names: readonly (string | undefined)[]]>
> = {
  certificates: ({ certificates = [] }) => ['name', certificates.map(({ name }) => name)],
  projects: ({ projects = [] }) => ['name', projects.map(({ name }) => name)],
  publications: ({ publications = [] }) => ['name', publications.map(({ name }) => name)],
  awards: ({ awards = [] }) => ['title', awards.map(({ title }) => title)],
  volunteer: ({ volunteer = [] }) => ['organization', volunteer.map(({ organization }) => organization)],
  interests: ({ interests = [] }) => ['name', interests.map(({ name }) => name)],
};

function judgeNames(truth: Resume, predicted: Resume, kind: ListKind): Verdict[] {
  const [, known] = NAMES[kind](truth);
  const [key, said] = NAMES[kind](predicted);
  return said.flatMap((name, index) =>
    name === undefined
      ? []
      : [
          {
            pointer: `/${kind}/${index}/${key}`,
            right: known.some((real) => real !== undefined && similar(real, name)),
          },
        ],
  );
}
