import { LIST_SECTIONS, type Resume } from '@discover/cv-model';

import type { SectionId } from './sections.js';

const PERSONAL = [
  'birthDate',
  'birthPlace',
  'nationalities',
  'maritalStatus',
  'drivingLicences',
  'availability',
  'workPermit',
] as const;

/**
 * The document without the sections that are hidden. What is attached to a PDF, or handed out as data, must not tell what
 * the page does not show.
 */
export function shownDocument(document: Resume, hidden: readonly SectionId[]): Resume {
  if (hidden.length === 0) return document;
  const shown: Resume = { ...document };
  for (const section of LIST_SECTIONS) if (hidden.includes(section)) delete shown[section];
  if (hidden.includes('summary') && shown.basics) {
    const { summary: _summary, ...basics } = shown.basics;
    shown.basics = basics;
  }
  const extension = { ...shown['x-discover'] };
  if (hidden.includes('personal')) for (const fact of PERSONAL) delete extension[fact];
  if (hidden.includes('custom')) delete extension.sections;
  if (shown['x-discover'] !== undefined) shown['x-discover'] = extension;
  return shown;
}
