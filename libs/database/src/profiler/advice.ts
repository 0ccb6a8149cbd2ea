/** What could be done about a statement or a table; the code says what is wrong, the rest where. */
export type Advice =
  /** A table of so many rows is read from its beginning to its end. */
  | { code: 'sequential_scan'; table: string; rows: number }
  /** No index leads with these columns, by which a big table is searched. */
  | { code: 'missing_index'; table: string; columns: string[] }
  /** Every partition is read, since the statement does not say which. */
  | { code: 'all_partitions'; table: string; partitions: number }
  /** What is sorted or hashed will not fit into memory, and goes to disk. */
  | { code: 'spills'; node: string; bytes: number; memoryBytes: number }
  /** The planner expects so many rows, and there were so many. */
  | { code: 'estimate_off'; expected: number; actual: number }
  /** The table has changed much since it was last analysed. */
  | { code: 'stale_statistics'; table: string; rows: number; changed: number }
  /** Runs waited for a connection of their pool, not for the server. */
  | { code: 'pool_exhausted'; runs: number }
  /** Runs were stopped at the longest time that a statement may take. */
  | { code: 'timed_out'; runs: number };

/** What the hourly analysis found, by what it is about. */
export type Finding =
  /** A statement takes longer than in the release before. */
  | {
      code: 'regression';
      subject: string;
      details: { release: string; previousRelease: string; p95Ms: number; previousP95Ms: number };
    }
  /** The same statement ran again and again in single requests of the last day: one for all would do. */
  | { code: 'repeated'; subject: string; details: { requests: number; most: number } }
  /** An index that no server has used, by name. */
  | { code: 'unused_index'; subject: string; details: { table: string; bytes: number } }
  /** A statement of which too many calls were slow in the last day. */
  | {
      code: 'slow_statement';
      subject: string;
      details: { calls: number; slow: number; p95Ms: number; advice: Advice['code'][] };
    };

export type FindingCode = Finding['code'];
