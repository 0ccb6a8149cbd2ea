import type { Award, Certificate, Project, Volunteer } from '@discover/cv-model';

import type { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Line, TextDocument } from '../document/model.js';
import type { Entry } from '../entries/split.js';
import { toHead } from './head.js';
import { linkOf } from './links.js';
import { readNotices } from './notices.js';
import { takeDates, takeText } from './work.js';

const whole = (piece: Slice): Slice[] => [piece];

export function readProjects(source: TextDocument, entries: readonly Entry[]): Draft<Project>[] {
  return entries.flatMap((entry) => {
    const [name, ...rest] = toHead(source, entry, whole).pieces.map((piece) => piece.slice);
    if (!name) return [];
    const project: Draft<Project> = { name: Sourced.text(name, 0.8) };
    takeDates(project, entry);
    const text: { summary?: Sourced; highlights?: Sourced[] } = {};
    takeText(text, entry.body);
    const url = linkOf(source, entry.head, name);
    if (url) project.url = url;
    if (text.highlights) project.highlights = text.highlights;
    const [first, ...others] = rest;
    if (text.summary) project.description = text.summary;
    else if (first) project.description = Sourced.text([first, ...others], 0.6);
    return [project];
  });
}

export function readVolunteer(
  jobs: readonly {
    name?: Sourced;
    position?: Sourced;
    startDate?: Sourced;
    endDate?: Sourced;
    summary?: Sourced;
    highlights?: Sourced[];
  }[],
): Draft<Volunteer>[] {
  return jobs.map(({ name, position, startDate, endDate, summary, highlights }) => ({
    ...(name && { organization: name }),
    ...(position && { position }),
    ...(startDate && { startDate }),
    ...(endDate && { endDate }),
    ...(summary && { summary }),
    ...(highlights && { highlights }),
  }));
}

export function readCertificates(source: TextDocument, lines: readonly Line[]): Draft<Certificate>[] {
  return readNotices(source, lines).map(({ title, by, date, rest, lines: own }) => {
    const issuer = by ?? rest[0];
    const url = linkOf(source, own, title);
    return {
      name: Sourced.text(title, 0.85),
      ...(issuer && { issuer: Sourced.text(issuer, 0.75) }),
      ...(date && { date }),
      ...(url && { url }),
    };
  });
}

export function readAwards(source: TextDocument, lines: readonly Line[]): Draft<Award>[] {
  return readNotices(source, lines).map(({ title, by, date, rest }) => {
    const [awarder, ...others] = by ? [by, ...rest] : rest;
    const [first, ...more] = others;
    return {
      title: Sourced.text(title, 0.85),
      ...(awarder && { awarder: Sourced.text(awarder, 0.7) }),
      ...(date && { date }),
      ...(first && { summary: Sourced.text([first, ...more], 0.7) }),
    };
  });
}
