import { z } from 'zod';

/** The longest that is waited for its answer, in milliseconds. */
const TIMEOUT_MS = 2_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** As version 2 of Alertmanager's API has them; what else is in them is left out. */
const GettableAlerts = z.array(
  z.object({
    labels: z.record(z.string(), z.string()),
    annotations: z.record(z.string(), z.string()),
    startsAt: z.string(),
  }),
);

export interface PrometheusAlert {
  name: string;
  severity: string;
  summary: string;
  subject: string;
  since: string;
}

/** Alerts that fire and are neither silenced nor inhibited. @throws if Alertmanager does not answer, or not so */
export async function firingAlerts(baseUrl: string): Promise<PrometheusAlert[]> {
  const url = new URL('api/v2/alerts?active=true&silenced=false&inhibited=false', withSlash(baseUrl));
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!response.ok) throw new Error(`Alertmanager answered ${response.status}.`);
  const text = await response.text();
  if (text.length > MOST_BYTES) throw new Error('Alertmanager answered more than can be shown.');
  return GettableAlerts.parse(JSON.parse(text))
    .filter(({ labels }) => labels.alertname !== 'Watchdog')
    .map(({ labels, annotations, startsAt }) => ({
      name: labels.alertname ?? 'unnamed',
      severity: labels.severity ?? 'none',
      summary: annotations.summary ?? '',
      subject: labels.service ?? labels.queue ?? labels.server ?? labels.redis ?? '',
      since: startsAt,
    }));
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
