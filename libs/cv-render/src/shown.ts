import { LIST_SECTIONS, maskResume, type Resume } from '@discover/cv-model';

import type { RenderOptions } from './options.js';
import { profileOf } from './profiles.js';
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
 * What of the document is shown: without what the profile masks and the sections that are hidden. What is attached to a
 * PDF, or handed out as data, must not tell what the page does not show.
 */
export function shownDocument(document: Resume, { profile, hiddenSections }: RenderOptions): Resume {
  return withoutSections(maskResume(document, profileOf(profile)?.masks ?? []), hiddenSections);
}

function withoutSections(document: Resume, hidden: readonly SectionId[]): Resume {
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
