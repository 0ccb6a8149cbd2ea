/** Days that lines of each category are kept. Each line bears one; the collector files it by that (k8s/collector). */
export const LOG_RETENTION_DAYS = {
  /** How the machinery fares. */
  application: 30,
  /** What people with an account change. */
  activity: 90,
  /** Who is let in, who is refused, and who changed what others may do. */
  security: 365,
} as const;
export type LogCategory = keyof typeof LOG_RETENTION_DAYS;

/** To be spread into what is logged; a line that says nothing is of the application. */
export const activity = { category: 'activity' } as const satisfies { category: LogCategory };
export const security = { category: 'security' } as const satisfies { category: LogCategory };
