const DAY_MS = 24 * 60 * 60 * 1_000;

/** A week from Monday to Sunday (UTC), as `YYYY-MM-DD`, both included. */
export interface Week {
  from: string;
  to: string;
}

/** The week that a day is in. */
export function weekOf(day: string): Week {
  const time = Date.parse(day);
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * DAY_MS;
  return { from: dayOf(monday), to: dayOf(monday + 6 * DAY_MS) };
}

/** The last week that is over. */
export function lastWeek(now: Date): Week {
  return weekBefore(weekOf(dayOf(now.getTime())));
}

export function weekBefore({ from }: Week): Week {
  return weekOf(dayOf(Date.parse(from) - DAY_MS));
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
