import type { FaultPlatform } from './platform.js';

/** One figure of a case, and whether it is as promised. */
export interface Finding {
  readonly what: string;
  readonly value: string;
  /** What was promised; none for what is only told. */
  readonly promised?: string;
  readonly kept: boolean;
}

export interface CaseContext {
  readonly platform: FaultPlatform;
  /** Length of one phase, in seconds. */
  readonly seconds: number;
  /** Requests of the property test. */
  readonly operations: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface FaultCase {
  readonly name: string;
  readonly about: string;
  readonly proxied: boolean;
  /** Why it cannot be run here. */
  readonly unavailable?: () => Promise<string | undefined>;
  readonly run: (context: CaseContext) => Promise<Finding[]>;
}
