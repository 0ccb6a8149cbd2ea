import type { Reading } from '@discover/cv-model';

import { CALIBRATION } from './calibration.js';

/** The steps for kinds of values that are too rare to have their own. */
const ANY_KIND = '*';

/**
 * Turns what the field rules think of their values into the share of such values that turned out right in the
 * benchmark: of the values said 0.9, nine in ten are right.
 */
export function calibrate(confidence: Reading['confidence']): Reading['confidence'] {
  return Object.fromEntries(Object.entries(confidence).map(([pointer, said]) => [pointer, shareRight(pointer, said)]));
}

function shareRight(pointer: string, said: number): number {
  const kind = pointer.replace(/\/\d+(?=\/|$)/g, '');
  const steps = CALIBRATION[kind] ?? CALIBRATION[ANY_KIND] ?? [];
  const step = steps.find(([upTo]) => said <= upTo) ?? steps.at(-1);
  return step?.[1] ?? said;
}
