import type { MaskField } from '@discover/cv-model';

import type { SectionId } from './sections.js';
import type { Paper } from './style.js';

/** What a country, or a way of choosing among people, expects of a CV. */
interface Profile {
  description: string;
  /** Unless the render asks for another. */
  paper?: Paper;
  /** Kept from the reader, in the attached data too. */
  masks: readonly MaskField[];
  /** Shown, even if the template hides them by default. */
  shown: readonly SectionId[];
}

/**
 * Germany, Austria and Switzerland still look for a photo and personal facts. The United States, the United Kingdom and
 * Ireland must not have them: their law on equal treatment (US Title VII and ADEA, UK Equality Act 2010) makes recruiters put
 * such CVs aside. Blind hiring takes away whatever says who somebody is.
 */
export const PROFILES = {
  dach: {
    description: 'Germany, Austria, Switzerland: with photo and personal facts.',
    paper: 'a4',
    masks: [],
    shown: ['personal'],
  },
  uk: {
    description: 'United Kingdom, Ireland: without photo, birth, nationality and marital status.',
    paper: 'a4',
    masks: ['photo', 'demographics'],
    // Licences and the permit to work are left.
    shown: ['personal'],
  },
  us: {
    description: 'United States: the same, on Letter.',
    paper: 'us-letter',
    masks: ['photo', 'demographics'],
    // Licences and the permit to work are left.
    shown: ['personal'],
  },
  blind: {
    description: 'Blind hiring: without name, photo, contacts, links, personal facts and references.',
    masks: ['name', 'photo', 'demographics', 'email', 'phone', 'address', 'links', 'references'],
    shown: [],
  },
} as const satisfies Record<string, Profile>;

export type ProfileId = keyof typeof PROFILES;

export function profileOf(id: ProfileId | undefined): Profile | undefined {
  return id === undefined ? undefined : PROFILES[id];
}
