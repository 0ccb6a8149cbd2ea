import { describe, expect, it } from '@jest/globals';

import { podLabelsOf, podOf, render, type Manifest } from '../src/index.js';

const LONGEST = 'a-release-with-quite-as-long-a-name-as-helm-lets-one-have';
/** Helm's own limit. */
const release = (last: string) => `${LONGEST.slice(0, 52)}${last}`;

describe('names', () => {
  it('are labels, however long the release’s name is, with room for what controllers add', async () => {
    const manifests = await render({ release: release('x'), files: ['staging'] });
    for (const { kind, metadata } of manifests) {
      // A pod of a StatefulSet has its name with a hash of ten digits and a hyphen as a label.
      const most = { StatefulSet: 52, CronJob: 52, Cluster: 50 }[kind] ?? 63;
      if (metadata.labels?.['app.kubernetes.io/component'] !== 'dashboard')
        expect([kind, metadata.name, metadata.name.length <= most]).toEqual([kind, metadata.name, true]);
      expect(metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
      for (const label of Object.values(metadata.labels ?? {})) expect(label.length).toBeLessThanOrEqual(63);
    }
  });

  it.each([
    ['short names', 'one', 'two'],
    ['long names that differ at their end', release('x'), release('y')],
    ['a name that begins with another’s', 'discover', 'discover-discover'],
    ['a name that ends with the chart’s', 'cv', 'cv-discover'],
  ])('two releases in one namespace share nothing: %s', async (_, first, second) => {
    const [one, two] = await Promise.all([first, second].map((name) => render({ release: name, files: ['staging'] })));
    const keys = (manifests: Manifest[]) => manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(keys(one!).filter((key) => keys(two!).includes(key))).toEqual([]);
    for (const manifest of one!) {
      const selector = selectorOf(manifest);
      if (selector) expect(two!.filter((other) => podOf(other) && matches(selector, podLabelsOf(other)))).toEqual([]);
    }
  });

  it('no object stands twice', async () => {
    const keys = (await render({ files: ['production'] })).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(keys).toEqual([...new Set(keys)]);
  });
});

function selectorOf({ kind, spec }: Manifest): Readonly<Record<string, string>> | undefined {
  if (kind === 'Service') return spec?.selector as Readonly<Record<string, string>> | undefined;
  if (kind === 'NetworkPolicy') return (spec?.podSelector as { matchLabels: Record<string, string> }).matchLabels;
  return spec?.selector?.matchLabels;
}

function matches(selector: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
