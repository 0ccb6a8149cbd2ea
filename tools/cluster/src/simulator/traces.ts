/** Load each second (requests or jobs) at a second of the trace; a trace with `lost` has no figures of Prometheus then. */
export interface Trace {
  readonly name: string;
  readonly seconds: number;
  /** Second since Monday 00:00 on the region's clock at which it begins. */
  readonly beginsAt: number;
  /** Seconds at its beginning that are not judged. */
  readonly warmUpSeconds: number;
  load(second: number): number;
  lost?(second: number): boolean;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Wednesday 22:00: nobody's schedule. */
const NIGHT = 2 * DAY + 22 * HOUR;

export interface TraceLoads {
  readonly from: number;
  readonly to: number;
  /** Work that waits: then a batch of ten times the peak for two minutes is one of the traces. */
  readonly waits: boolean;
}

/** The same shapes for every workload, between a usual load and that of the plan. */
export function tracesFor({ from, to, waits }: TraceLoads): Trace[] {
  const batch = (s: number) => (s >= 1_800 && s < 1_920 ? 10 * to : from);
  const night = { beginsAt: NIGHT, warmUpSeconds: 1_800 };
  return [
    {
      ...night,
      name: 'ramp',
      seconds: 2.5 * HOUR,
      load: (s) => from + (to - from) * clamp((s - 1_800) / 1_200) * (1 - clamp((s - 5_400) / 1_200)),
    },
    { ...night, name: 'spike', seconds: 2 * HOUR, load: (s) => (s >= 1_800 && s < 2_100 ? to : from) },
    ...(waits ? [{ ...night, name: 'batch', seconds: 2 * HOUR, load: batch }] : []),
    {
      ...night,
      name: 'sawtooth',
      seconds: 3 * HOUR,
      load: (s) => from + (to - from) * (s < 1_800 ? 0 : ((s - 1_800) % 1_200) / 1_200),
    },
    {
      ...night,
      name: 'metric loss',
      seconds: 2 * HOUR,
      // The load falls while nobody sees it, and comes back before anybody does.
      load: (s) => (s < 1_800 ? from : s >= 3_600 && s < 4_200 ? from : to),
      lost: (s) => s >= 3_300 && s < 4_500,
    },
    {
      name: 'week',
      seconds: 14 * DAY,
      beginsAt: 0,
      warmUpSeconds: 7 * DAY,
      load: (s) => from / 4 + (to - from / 4) * usualWeek(s),
    },
  ];
}

/** Between 0 and 1: two humps a working day, at 10 and at 15 o'clock, a flat one on other days. */
function usualWeek(second: number): number {
  const working = Math.floor(second / DAY) % 7 < 5;
  const hour = (second % DAY) / HOUR;
  const hump = (at: number, width: number) => Math.exp(-(((hour - at) / width) ** 2));
  return working ? Math.min(1, hump(10, 1.6) + 0.9 * hump(15, 2)) : 0.25 * hump(15, 4);
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));
