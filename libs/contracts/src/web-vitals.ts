/** Up to `good` a value is good, above `poor` it is poor, between the two it needs improvement. */
export interface VitalThresholds {
  readonly good: number;
  readonly poor: number;
  readonly unit: 'ms' | 'score';
  /** Values beyond are no measurements. */
  readonly most: number;
}

/** The public thresholds of the Web Vitals programme (web.dev/articles/vitals), to be kept by the 75th percentile of all page views. */
export const WEB_VITALS = {
  LCP: { good: 2_500, poor: 4_000, unit: 'ms', most: 600_000 },
  INP: { good: 200, poor: 500, unit: 'ms', most: 600_000 },
  CLS: { good: 0.1, poor: 0.25, unit: 'score', most: 100 },
  FCP: { good: 1_800, poor: 3_000, unit: 'ms', most: 600_000 },
  TTFB: { good: 800, poor: 1_800, unit: 'ms', most: 600_000 },
} as const satisfies Record<string, VitalThresholds>;

export type WebVital = keyof typeof WEB_VITALS;
export const WEB_VITAL_NAMES = Object.keys(WEB_VITALS) as WebVital[];

export type VitalRating = 'good' | 'needs_improvement' | 'poor';

export function rateVital(metric: WebVital, value: number): VitalRating {
  const { good, poor } = WEB_VITALS[metric];
  if (value <= good) return 'good';
  return value <= poor ? 'needs_improvement' : 'poor';
}

export const DEVICE_CLASSES = ['desktop', 'tablet', 'mobile', 'unknown'] as const;
export type DeviceClass = (typeof DEVICE_CLASSES)[number];

/** As the Network Information API tells them; most browsers tell nothing. */
export const CONNECTION_CLASSES = ['4g', '3g', '2g', 'slow-2g', 'unknown'] as const;
export type ConnectionClass = (typeof CONNECTION_CLASSES)[number];
