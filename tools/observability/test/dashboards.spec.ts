import { describe, expect, it } from '@jest/globals';

import { dashboardJson, DASHBOARDS } from '../src/dashboards/index.js';

interface Laid {
  id: number;
  type: string;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
}

describe.each(DASHBOARDS)('dashboard $name', (dashboard) => {
  const panels = dashboard.rows.flatMap((row) => row.panels);
  const laid = (JSON.parse(dashboardJson(dashboard)) as { panels: Laid[] }).panels;

  it('says of every panel what it shows and in which unit', () => {
    expect(panels.filter(({ description, unit }) => description === '' || unit === '')).toEqual([]);
  });

  it('has panels that lie within its columns and upon no other', () => {
    const cells = laid.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)} ${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(laid.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
  });

  it('has each number and each title of a row once', () => {
    expect(new Set(laid.map(({ id }) => id)).size).toBe(laid.length);
    for (const row of dashboard.rows)
      expect(new Set(row.panels.map(({ title }) => title)).size).toBe(row.panels.length);
  });
});

it('every dashboard has a name of its own', () => {
  expect(new Set(DASHBOARDS.map(({ name }) => name)).size).toBe(DASHBOARDS.length);
});
