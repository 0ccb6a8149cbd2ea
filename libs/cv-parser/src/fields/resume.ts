import type { Language, Resume, ResumeExtension, Skill } from '@discover/cv-model';

import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, Range, TextDocument } from '../document/model.js';
import { toParagraphs } from '../entries/paragraphs.js';
import { readForm } from '../entries/forms.js';
import { splitEntries } from '../entries/split.js';
import { headingKind, words } from '../lexicon/index.js';
import { isLanguageName } from '../lexicon/tongues.js';
import type { Section } from '../sections/index.js';
import { rearrange } from '../sections/rearrange.js';
import { readReach } from './contact.js';
import { guessCountry } from './country.js';
import { readEducation } from './education.js';
import { readPerson } from './person.js';
import { readLanguageItem, readLanguages } from './languages.js';
import { readInterests, readSkills } from './skills.js';
import { labelsOf, readEducationForms, readWorkForms } from './forms.js';
import { readPublications } from './publications.js';
import { readReferences } from './references.js';
import { readAwards, readCertificates, readProjects, readVolunteer } from './simple.js';
import { readWork } from './work.js';

export interface Extraction {
  draft: Draft<Resume>;
  /** Headings, labels, page numbers: text that is understood but is no value. */
  decoration: Range[];
}

/** Fills a resume from a document's sections. */
export function readResume(source: TextDocument, found: readonly Section[], language: string | null): Extraction {
  const sections = rearrange(source, found);
  const decoration: Range[] = [];
  for (const section of sections) if (section.heading) decoration.push(section.heading);
  for (const line of source.lines) {
    if (line.furniture) decoration.push(line);
    if (line.textStart > line.start) decoration.push({ start: line.start, end: line.textStart });
  }
  const of = (...kinds: Section['kind'][]) => sections.filter((section) => kinds.includes(section.kind));
  const draft: Draft<Resume> = {};
  const extension: Draft<ResumeExtension> = {};
  readBasics(
    source,
    of('header').flatMap(linesOf),
    of('contact', 'personal').flatMap(linesOf),
    language,
    draft,
    extension,
    decoration,
  );
  const summary = of('summary').flatMap((section) => toParagraphs(source, section.lines).map(({ slice }) => slice));
  const [first, ...rest] = freeOf(summary, draft);
  if (first) draft.basics = { ...draft.basics, summary: Sourced.text([first, ...rest], 0.95) };
  readLists(source, of, draft, decoration);
  readOthers(source, of('other'), extension);
  if (Object.keys(extension).length > 0) draft['x-discover'] = extension;
  return { draft, decoration };
}

function linesOf(section: Section): Line[] {
  return section.lines;
}

/** Slices of which an address or number is already taken are not text of a summary. */
function freeOf(slices: readonly Slice[], draft: Draft<Resume>): Slice[] {
  const { email, phone } = draft.basics ?? {};
  const taken = [email, phone].flatMap((value) => value?.ranges ?? []);
  return slices.filter(
    (slice) => slice.text.length > 60 || !taken.some((range) => range.start < slice.end && range.end > slice.start),
  );
}

function readBasics(
  source: TextDocument,
  header: readonly Line[],
  contact: readonly Line[],
  language: string | null,
  draft: Draft<Resume>,
  extension: Draft<ResumeExtension>,
  decoration: Range[],
): void {
  const slices = (lines: readonly Line[]) => lines.map((line) => new Slice(source, line.start, line.end));
  const region = guessCountry([...slices(header), ...slices(contact)], language);
  const reach = readReach(source, [...slices(header), ...slices(contact)], region);
  const person = readPerson(source, { header, contact }, reach.ranges);
  draft.basics = { ...person.basics, ...reach.basics };
  Object.assign(extension, reach.extension, person.extension);
  decoration.push(...person.decoration);
}

function readLists(
  source: TextDocument,
  of: (...kinds: Section['kind'][]) => Section[],
  draft: Draft<Resume>,
  decoration: Range[],
): void {
  const entries = (section: Section) => splitEntries(source, section.lines);
  draft.work = of('work').flatMap((section) => {
    const records = readForm(source, section.lines);
    if (records) decoration.push(...labelsOf(records));
    return records ? readWorkForms(records) : readWork(source, entries(section));
  });
  draft.volunteer = of('volunteer').flatMap((section) => readVolunteer(readWork(source, entries(section))));
  draft.education = of('education').flatMap((section) => {
    const records = readForm(source, section.lines);
    if (records) decoration.push(...labelsOf(records));
    return records ? readEducationForms(records) : readEducation(source, entries(section));
  });
  draft.projects = of('projects').flatMap((section) => readProjects(source, entries(section)));
  const skills = of('skills').flatMap((section) => readSkills(source, section.lines));
  const spoken = skills.filter(isLanguageGroup);
  const liked = skills.filter((skill) => skill.keywords && skill.name && headingKind(skill.name.value) === 'interests');
  for (const { name } of [...spoken, ...liked]) if (name) decoration.push(...name.ranges);
  draft.skills = skills.filter((skill) => !spoken.includes(skill) && !liked.includes(skill));
  draft.languages = [
    ...of('languages').flatMap((section) => readLanguages(source, section.lines)),
    ...spoken.flatMap((group) => languagesOf(source, group)),
  ];
  draft.certificates = of('certificates').flatMap((section) => readCertificates(source, section.lines));
  draft.awards = of('awards').flatMap((section) => readAwards(source, section.lines));
  draft.publications = of('publications').flatMap((section) => readPublications(source, section.lines));
  draft.interests = [
    ...of('interests').flatMap((section) => readInterests(source, section.lines)),
    ...liked.flatMap(({ keywords = [] }) => keywords.map((name) => ({ name }))),
  ];
  draft.references = of('references').flatMap((section) => readReferences(source, section.lines));
}

/** «Languages: English, German» among the skills. */
function isLanguageGroup(skill: Draft<Skill>): boolean {
  const title = skill.name && headingKind(skill.name.value);
  return title === 'languages' && (skill.keywords ?? []).some((item) => words(item.value).some(isLanguageName));
}

function languagesOf(source: TextDocument, group: Draft<Skill>): Draft<Language>[] {
  return (group.keywords ?? []).flatMap((item) =>
    readLanguageItem(new Slice(source, item.ranges[0].start, item.ranges[0].end)),
  );
}

function readOthers(source: TextDocument, sections: readonly Section[], extension: Draft<ResumeExtension>): void {
  const others = sections.flatMap((section) => {
    const items = toParagraphs(source, section.lines).map(({ slice }) => Sourced.text(slice, 0.8));
    return section.heading && items.length > 0
      ? [{ title: Sourced.text(new Slice(source, section.heading.start, section.heading.end), 0.85), items }]
      : [];
  });
  if (others.length > 0) extension.sections = others;
}
