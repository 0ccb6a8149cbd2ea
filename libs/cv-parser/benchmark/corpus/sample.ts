import type { DocumentSpec, ProducerId } from './plan.js';
import { planHalf } from './plan.js';
import { makeFolder } from './store.js';

/** How many documents of each producer are kept in the repository: small ones, so that all of them stay under 5 MB. */
const KEPT: Readonly<Record<ProducerId, number>> = {
  typst: 22,
  chromium: 18,
  'libreoffice-pdf': 12,
  docx: 12,
  odt: 5,
  rtf: 4,
  html: 6,
  markdown: 4,
  text: 6,
  'scan-png': 2,
  'scan-jpeg': 2,
  'scan-pdf': 1,
};

/** The first documents of each producer in the tuning half: what is committed is tuned on, so nothing of the other half is. */
export function planSample(): DocumentSpec[] {
  const left = new Map(Object.entries(KEPT));
  return planHalf('tuning').filter(({ producer }) => {
    const rest = left.get(producer) ?? 0;
    left.set(producer, rest - 1);
    return rest > 0;
  });
}

export const makeSample = async (folder: string, tell: (line: string) => void): Promise<void> =>
  makeFolder(planSample(), folder, tell);
