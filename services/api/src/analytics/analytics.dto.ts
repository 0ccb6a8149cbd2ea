import { z } from 'zod';

export const DaysQuery = z.strictObject({
  from: z.iso.date().optional().describe('First day, in UTC; by default 29 days before `to`.'),
  to: z.iso.date().optional().describe('Last day, in UTC; by default today. At most 366 days.'),
});
export type DaysQuery = z.infer<typeof DaysQuery>;

const count = z.number().int();
const counts = z.record(z.string(), count);

const views = {
  views: count.describe('On the public page, by its JSON, and by links.'),
  unique: count.describe('Visitors, told apart within one day only; downloads included.'),
  downloads: count.describe('Of PDFs.'),
  sources: counts.describe('By the host that led there; `direct` without one.'),
};

export const CvAnalyticsView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    totals: z.object({ views: count, downloads: count, sources: counts }),
    days: z.array(z.object({ date: z.iso.date(), ...views })).describe('Days without views are left out.'),
  })
  .meta({ id: 'CvAnalytics' });
export type CvAnalyticsView = z.infer<typeof CvAnalyticsView>;

const kpis = {
  activeUsers: count.describe('Who made a request that succeeded.'),
  registrations: count,
  uploads: count,
  shares: count,
  upgrades: count.describe('From free to premium.'),
};

export const KpisView = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    totals: z.object({ ...kpis, downgrades: count, templates: counts.describe('Renders asked for, by template.') }),
    days: z.array(z.object({ date: z.iso.date(), ...kpis })),
  })
  .meta({ id: 'Kpis' });
export type KpisView = z.infer<typeof KpisView>;
