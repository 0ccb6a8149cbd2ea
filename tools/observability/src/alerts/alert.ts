/** How bad it is, and so who is told: critical wakes somebody, warning is for working hours, info is only shown. */
export type Severity = 'critical' | 'warning' | 'info';

/**
 * Answer within: P1 15 minutes at any time, P2 an hour at any time, P3 the working day, P4 the week. P1 and P2 page, P3 goes to
 * the team's chat and P4 becomes a ticket.
 */
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';

/** Who knows the part that it is about. */
export type Team = 'api' | 'documents' | 'data' | 'platform';

/** Samples of one series as promtool writes them, a sample a minute. */
export type Samples = Readonly<Record<string, string>>;

/** A situation in which an alert must not fire at any time. */
export type Quiet = 'a short spike' | 'low traffic' | 'a counter reset' | 'just below the threshold' | 'what is normal';

export interface Alert {
  /** CamelCase; also the name of its runbook. */
  readonly name: string;
  readonly expr: string;
  /** How long it must hold; absent: at once. */
  readonly for?: string;
  readonly severity: Severity;
  readonly priority: Priority;
  readonly team: Team;
  /** A critical alert mutes the warning of the same problem (and service, queue, server, redis). */
  readonly problem: string;
  /** Data may be lost: told in spite of maintenance. */
  readonly audible?: true;
  readonly summary: string;
  readonly description: string;
  /** The dashboard to look at first. */
  readonly dashboard: string;
  readonly test: {
    readonly fires: Samples;
    /** Minute at which it must be firing; 60 unless told. */
    readonly at?: number;
    /** Minutes between samples; 1 unless told. */
    readonly step?: number;
    readonly quiet: Readonly<Partial<Record<Quiet, Samples>>>;
    /** It fires without any series: that is its meaning. */
    readonly firesOnNothing?: true;
  };
}

const LENGTH = 90;

/** The same value all the time. */
export function hold(value: number): string {
  return `${value}+0x${LENGTH}`;
}

/** A counter that grows by so much with each sample. */
export function grow(perSample: number): string {
  return `0+${perSample}x${LENGTH}`;
}

/** One value but for some samples in the middle. */
export function spike(usual: number, during: number, samples = 2): string {
  return `${usual}+0x29 ${during}+0x${samples - 1} ${usual}+0x${LENGTH - 30 - samples}`;
}

/** A counter by stretches: growth per sample, and number of samples. */
export function counter(...stretches: readonly (readonly [perSample: number, samples: number])[]): string {
  let value = 0;
  return stretches
    .map(([perSample, samples]) => {
      const text = `${value}+${perSample}x${samples - 1}`;
      value += perSample * samples;
      return text;
    })
    .join(' ');
}

/** A counter that starts at 0 again after half the time, as that of a process that was started again. */
export function restarted(perSample: number): string {
  return `0+${perSample}x${LENGTH / 2} 0+${perSample}x${LENGTH / 2}`;
}
