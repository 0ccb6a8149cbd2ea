import type { MetricObject } from '@discover/telemetry';

import type { Readiness } from '../health.js';

/** What the first process of a service asks the others. */
export interface Answers {
  metrics: MetricObject[];
  alive: boolean;
  readiness: Readiness;
}

export type Question = keyof Answers;

export interface Asked {
  ask: Question;
  id: number;
}

/** What a process says: that it serves, or an answer. */
export type Said = { started: true } | { answer: Answers[Question]; id: number };
