import type { Families } from './window.js';

/** How one process is and what it did lately. */
export interface ProcessFigures {
  service: string;
  host: string;
  /** Host and number of the process. */
  instance: string;
  release: string;
  /** When it was told, and when the process began; milliseconds since 1970. */
  at: number;
  startedAt: number;
  /** Length of the window that the counts are of. */
  seconds: number;
  /** Requests a second since it was told last: newer than the window is. */
  requestsNow: number;
  /** Whether CPU and memory are those of a container, which all processes on its host tell alike. */
  contained: boolean;
  cpu: {
    /** Cores that the container (outside one: the process) used since it was told last, and may use. */
    used: number;
    limit: number;
  };
  /** Bytes of the container, or outside one of the process. */
  memory: { used: number; limit: number };
  eventLoop: {
    /** 99th percentile of the delay since it was told last, in milliseconds. */
    lagMs: number;
    /** Share of the time in which it was not idle. */
    utilisation: number;
  };
  families: Families;
}
