import { onCLS, onFCP, onINP, onLCP, onTTFB, type Metric } from 'web-vitals';

import { Batch } from './batch.js';

export interface VitalsOptions {
  /** Address that takes the values. */
  endpoint: string;
  /** Pattern of the page, so that what tells people apart in its path stays here; its path unless told. */
  page?: string;
}

interface Value {
  name: string;
  value: number;
}

const BATCH = { most: 10, afterMs: 5_000 };

/** Measures this page view and tells what it comes to: after ten values or five seconds, and when the page is left or hidden. */
export function measureVitals({ endpoint, page = location.pathname }: VitalsOptions): void {
  const view = { page, device: deviceClass(), connection: connectionClass() };
  const batch = new Batch<Value>({ ...BATCH, send: (values) => send(endpoint, JSON.stringify({ ...view, values })) });
  const add = ({ name, value }: Metric): void => {
    batch.add({ name, value: Math.round(value * 10_000) / 10_000 });
    // The last values come when the page goes: there may be no later moment.
    if (document.visibilityState === 'hidden') queueMicrotask(() => batch.flush());
  };
  for (const observe of [onTTFB, onFCP, onLCP, onCLS, onINP]) observe(add);
  const leave = (): void => batch.flush();
  // After the listeners above, which find the last values then.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  addEventListener('pagehide', leave);
}

/** Without waiting, so that it also arrives from a page that is gone. Text needs no question to a server of another origin. */
function send(endpoint: string, body: string): void {
  if (navigator.sendBeacon(endpoint, body)) return;
  void fetch(endpoint, { method: 'POST', body, keepalive: true }).catch(() => undefined);
}

interface ClientHints {
  userAgentData?: { mobile: boolean };
  connection?: { effectiveType?: string };
}

/** Narrower than this, in CSS pixels, is a telephone; a wider one that is touched is a tablet. */
const PHONE_WIDTH = 600;

function deviceClass(): string {
  const narrow = Math.min(screen.width, screen.height) < PHONE_WIDTH;
  if ((navigator as ClientHints).userAgentData?.mobile === true && narrow) return 'mobile';
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return narrow ? 'mobile' : 'tablet';
}

function connectionClass(): string {
  return (navigator as ClientHints).connection?.effectiveType ?? 'unknown';
}
