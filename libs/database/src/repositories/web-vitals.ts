import {
  WEB_VITAL_NAMES,
  WEB_VITALS,
  type ConnectionClass,
  type DeviceClass,
  type WebVital,
} from '@discover/contracts';

import type { Handle } from '../handle.js';

/** One value that a browser measured. Times in milliseconds. */
export interface WebVitalEvent {
  at: Date;
  /** Pattern of the page's path. */
  page: string;
  metric: WebVital;
  value: number;
  device: DeviceClass;
  connection: ConnectionClass;
}

export async function insertWebVitals(handle: Handle, events: readonly WebVitalEvent[]): Promise<void> {
  await handle.query(
    'vital_insert',
    `INSERT INTO web_vitals (at, page, metric, value, device, connection)
     SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::real[], $5::text[], $6::text[])`,
    [
      events.map(({ at }) => at),
      events.map(({ page }) => page),
      events.map(({ metric }) => metric),
      events.map(({ value }) => value),
      events.map(({ device }) => device),
      events.map(({ connection }) => connection),
    ],
  );
}

/** A metric over all page views, or over those of one page, device or connection. */
export interface VitalSummary {
  metric: WebVital;
  by: 'all' | 'page' | 'device' | 'connection';
  /** Empty for `all`. */
  value: string;
  samples: number;
  p75: number;
  /** Shares of the views that were good, and that were poor. */
  good: number;
  poor: number;
}

/** The newest of a span that are looked at: more tell nothing new, and cost. */
const MOST_VALUES = 200_000;

/** Of the last hours, newest values first. */
export async function summariseWebVitals(handle: Handle, hours: number): Promise<VitalSummary[]> {
  return handle.query<VitalSummary>(
    'vital_summary',
    `WITH bounds AS (
       SELECT * FROM unnest($3::text[], $4::real[], $5::real[]) AS b (metric, good, poor)
     ), seen AS (
       SELECT v.metric, v.page, v.device, v.connection, v.value, v.value <= b.good AS good, v.value > b.poor AS poor
       FROM (SELECT * FROM web_vitals WHERE at > now() - make_interval(hours => $1) ORDER BY at DESC LIMIT $2) v
       JOIN bounds b ON b.metric = v.metric
     )
     SELECT metric,
       CASE WHEN grouping(page) = 0 THEN 'page' WHEN grouping(device) = 0 THEN 'device'
         WHEN grouping(connection) = 0 THEN 'connection' ELSE 'all' END AS "by",
       coalesce(page, device, connection, '') AS value, count(*)::float8 AS samples,
       percentile_cont(0.75) WITHIN GROUP (ORDER BY value) AS p75,
       avg(good::int)::float8 AS good, avg(poor::int)::float8 AS poor
     FROM seen GROUP BY GROUPING SETS ((metric), (metric, page), (metric, device), (metric, connection))
     ORDER BY metric, "by", samples DESC`,
    [
      hours,
      MOST_VALUES,
      WEB_VITAL_NAMES,
      WEB_VITAL_NAMES.map((name) => WEB_VITALS[name].good),
      WEB_VITAL_NAMES.map((name) => WEB_VITALS[name].poor),
    ],
  );
}
