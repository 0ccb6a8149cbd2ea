import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { LOG_RETENTION_DAYS } from '@discover/telemetry';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

import { CONFIGURATION, deployments, root } from '../src/collector/collector.js';
import { categoryOf, Ledger } from '../src/collector/ledger.js';

interface Configuration {
  processors: object;
  exporters: Record<string, { s3uploader?: { s3_prefix: string }; sending_queue?: { storage?: string } } | null>;
  service: { pipelines: Record<string, { processors?: string[]; exporters: string[] }> };
}
const text = readFileSync(CONFIGURATION, 'utf8');
const { exporters, service } = parse(text, { merge: true }) as Configuration;
const { cluster, compose } = deployments();
/** Of the Secret, by the words of kustomization.yaml. */
const SECRET = ['LOG_BUCKET', 'S3_ENDPOINT', 'S3_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

describe('the collector', () => {
  it('is of the version that is tried', () => {
    const tried = /^ {2}version: (\S+)$/m.exec(readFileSync(join(root, 'tools/go/otelcol/builder.yaml'), 'utf8'))?.[1];
    for (const { image } of [cluster, compose])
      expect(image).toBe(`otel/opentelemetry-collector-contrib:${tried ?? ''}`);
  });

  it('is started in the same way by both, and told everything that its configuration asks for', () => {
    expect(compose.args).toEqual(cluster.args);
    const asked = [...text.matchAll(/\$\{env:(\w+)\}/g)].map(([, name]) => name!);
    expect(asked.length).toBeGreaterThan(4);
    expect([...Object.keys(cluster.environment), ...SECRET]).toEqual(expect.arrayContaining(asked));
    expect(Object.keys(compose.environment)).toEqual(expect.arrayContaining([...asked, ...SECRET]));
  });

  it('files each category under its own prefix, from a buffer on disk', () => {
    const filed = Object.entries(service.pipelines).flatMap(([pipeline, { processors, exporters: named }]) => {
      const [kind, category] = pipeline.split('/');
      return kind === 'logs' ? [{ category, processors, exporter: exporters[named[0]!] }] : [];
    });
    expect(filed.map(({ category }) => category).sort()).toEqual(Object.keys(LOG_RETENTION_DAYS).sort());
    for (const { category, processors, exporter } of filed) {
      expect(processors).toEqual([`filter/${category ?? ''}`]);
      expect(exporter?.s3uploader?.s3_prefix).toBe(category);
      expect(exporter?.sending_queue?.storage).toBe('file_storage');
    }
  });
});

describe('the ledger of lines', () => {
  const security = '{"category":"security","msg":"in"}';

  it('knows the category of a line', () => {
    expect(categoryOf(security)).toBe('security');
    for (const other of ['{"inner":{"category":"security"}}', '{"category":"toString"}', security.slice(0, -1), '42'])
      expect(categoryOf(other)).toBe('application');
  });

  it('tells what is missing, misplaced, and there twice', () => {
    const ledger = new Ledger();
    ledger.expect([security, security, 'plain', '{"category":"activity"}']);
    const wrapped = JSON.stringify({ category: 'application', file: '/a.log', msg: 'plain', time: '' });
    const filed = [
      { prefix: 'security/', text: security },
      { prefix: 'application/', text: security },
      { prefix: 'application/', text: wrapped },
      { prefix: 'application/', text: wrapped },
    ];
    const { missing, misplaced, twice } = ledger.balance(filed);
    expect(missing).toEqual([`security/ ${security}`, 'activity/ {"category":"activity"}']);
    expect(misplaced).toEqual([`application/ ${security}`]);
    expect(twice).toBe(1);
  });
});
