import type { Resume } from '@discover/cv-model';

import { textXml, xml } from '../xml.js';
import { period, rich, text, texts } from './values.js';

export function work({ work: posts, volunteer }: Resume): string[] {
  const voluntary = (volunteer ?? []).map(({ organization, ...post }) => ({ ...post, name: organization }));
  return [...(posts ?? []), ...voluntary].map((post) =>
    xml(
      'WorkExperience',
      {},
      period(post.startDate, post.endDate),
      labelled('Position', post.position),
      activities([post.summary], post.highlights),
      xml(
        'Employer',
        {},
        textXml('Name', text(post.name)),
        address('location' in post ? post.location : undefined, post.url),
      ),
    ),
  );
}

export function education({ education: schools }: Resume): string[] {
  return (schools ?? []).map((school) =>
    xml(
      'Education',
      {},
      period(school.startDate, school.endDate),
      textXml('Title', texts([school.studyType, school.area]).join(', ')),
      activities([school.score], school.courses),
      xml('Organisation', {}, textXml('Name', text(school.institution)), address(undefined, school.url)),
    ),
  );
}

/** Kinds of achievement as Europass lists them. */
export function achievements(resume: Resume): string[] {
  return [
    ...(resume.projects ?? []).map((project) =>
      achievement(
        'projects',
        [project.name, ...(project.roles ?? []), dates(project.startDate, project.endDate)],
        [project.description, ...(project.keywords ?? []), project.url],
        project.highlights,
      ),
    ),
    ...(resume.publications ?? []).map((item) =>
      achievement('publications', [item.name, item.publisher, item.releaseDate], [item.summary, item.url]),
    ),
    ...(resume.awards ?? []).map((item) =>
      achievement('honors_awards', [item.title, item.awarder, item.date], [item.summary]),
    ),
    ...(resume.certificates ?? []).map((item) =>
      achievement('certifications', [item.name, item.issuer, item.date], [item.url]),
    ),
    ...(resume.references ?? []).map((item) => achievement('references', [item.name], [item.reference])),
  ];
}

function achievement(
  kind: string,
  title: readonly unknown[],
  paragraphs: readonly unknown[],
  items?: readonly unknown[],
): string {
  return xml(
    'Achievement',
    {},
    xml('Title', {}, textXml('Code', kind), textXml('Label', texts(title).join(', '))),
    textXml('Description', rich(texts(paragraphs), texts(items))),
  );
}

function activities(paragraphs: readonly unknown[], items: readonly unknown[] | undefined): string {
  return textXml('Activities', rich(texts(paragraphs), texts(items)));
}

function labelled(name: string, label: unknown): string {
  const words = text(label);
  return words === '' ? '' : xml(name, {}, textXml('Label', words));
}

function address(place: unknown, url: unknown): string {
  const [municipality, website] = [text(place), text(url)];
  const content = [
    municipality === '' ? '' : xml('Address', {}, xml('Contact', {}, textXml('Municipality', municipality))),
    website === '' ? '' : xml('Website', {}, textXml('Contact', website)),
  ].join('');
  return content === '' ? '' : xml('ContactInfo', {}, content);
}

function dates(start: unknown, end: unknown): string {
  return texts([start, end]).join(' – ');
}
