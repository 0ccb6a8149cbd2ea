import type { Resume } from '@discover/cv-model';

import type { Person } from '../people/person.js';
import type { Block } from './composition.js';
import { printEducation, printWork, type Printed } from './entries.js';
import {
  printAwards,
  printCertificates,
  printInterests,
  printLanguages,
  printProjects,
  printPublications,
  printReferences,
  printSkills,
  printVolunteer,
} from './lists.js';
import type { Printer } from './printer.js';
import { line } from './text.js';
import type { SectionKind } from './wording/types.js';

/** A section as it is printed, and what it says. */
export interface PrintedSection {
  readonly kind: SectionKind;
  readonly blocks: readonly Block[];
  readonly truth: Resume;
}

type ListKind = Exclude<SectionKind, 'summary' | 'personal' | 'contact'>;

/** All sections that the person has something for, in no order yet. */
export function printSections(person: Person, printer: Printer): PrintedSection[] {
  const { summary } = person;
  const said: PrintedSection[] =
    summary === undefined
      ? []
      : [{ kind: 'summary', blocks: [{ kind: 'paragraph', line: line(summary) }], truth: { basics: { summary } } }];
  const printed: Record<ListKind, () => Printed<object>> = {
    work: () => printWork(person.work, printer),
    education: () => printEducation(person.education, printer),
    skills: () => printSkills(person.skills, printer),
    languages: () => printLanguages(person.languages, printer),
    certificates: () => printCertificates(person.certificates, printer),
    publications: () => printPublications(person.publications, printer),
    projects: () => printProjects(person.projects, printer),
    awards: () => printAwards(person.awards, printer),
    volunteer: () => printVolunteer(person.volunteer, printer),
    references: () => printReferences(person.references),
    interests: () => printInterests(person.interests, printer),
  };
  const lists = (Object.keys(printed) as ListKind[])
    .filter((kind) => person[kind].length > 0)
    .map((kind): PrintedSection => {
      const { blocks, truth } = printed[kind]();
      return { kind, blocks, truth: { [kind]: truth } };
    });
  return [...said, ...lists];
}
