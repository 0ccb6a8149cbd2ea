import { LIST_SECTIONS } from '@discover/cv-model';

/**
 * All that a CV can show below its head: JSON Resume's lists, the summary, the personal facts of `x-discover`, and
 * `custom` for the sections of `x-discover.sections`, which stay together in their own order.
 */
export const SECTION_IDS = ['summary', ...LIST_SECTIONS, 'personal', 'custom'] as const;

export type SectionId = (typeof SECTION_IDS)[number];
