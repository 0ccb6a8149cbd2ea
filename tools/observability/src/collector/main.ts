import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { TraceBackend } from '@discover/e2e';
import { LOG_RETENTION_DAYS } from '@discover/telemetry';
import { locateS3Server, startS3, temporaryFolder, waitFor } from '@discover/testing';

import { Collector, locateCollector, root } from './collector.js';
import { FiledLines } from './filed-lines.js';
import { travel, type Journey } from './journey.js';
import { Ledger } from './ledger.js';
import { Steady } from './lines.js';
import { Trial, type Finding } from './trial.js';

/**
 * The collector as users run it, over files as Docker and Kubernetes write them, with what the whole platform logs and a real
 * S3 server: every line must be filed under its category, whatever is killed, rotated or away; and a trace must come through.
 */
async function main(): Promise<number> {
  const [program, s3Program] = [await locateCollector(), await locateS3Server()];
  if (program === undefined || s3Program === undefined) return 2;
  const folder = await temporaryFolder();
  const undo: (() => unknown)[] = [() => folder.remove()];
  try {
    const s3 = await startS3(s3Program);
    undo.push(() => s3.dispose());
    const filed = await FiledLines.of(s3);
    undo.push(() => filed.stop());
    const backend = await TraceBackend.start();
    undo.push(() => backend.stop());
    const collector = await Collector.start(program, folder.path, s3, backend.url);
    undo.push(() => collector.process.stop());

    console.log('The platform runs, and somebody uses it …');
    const journey = await travel(collector.tracesUrl);
    const trial = new Trial(folder.path, collector, s3, filed, new Ledger());
    const steady = new Steady([...journey.logs.values()].flat().filter((line) => line.startsWith('{"level"')));
    const findings = [...tell([...(await trial.asWritten(journey.logs)), await traced(backend)])];
    for (const next of [
      () => trial.measured(steady, 1_000, 30),
      () => trial.killed(steady),
      () => trial.withoutStorage(steady),
    ])
      findings.push(...tell(await next()));
    findings.push(secrets(journey, filed), await retention(filed));
    tell(findings.slice(-2));
    return findings.every(({ kept }) => kept) ? 0 : 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** A request's trace through the queue, as the backend behind the collector has it. */
async function traced(backend: TraceBackend): Promise<Finding> {
  const [wanted, parse] = ['api: POST > parser: process parse > parser: pg.query', 'process parse'];
  const paths = () =>
    backend.spans
      .filter(({ service, name }) => service === 'parser' && name.startsWith('pg.query'))
      .map((span) => backend.path(span).join(' > '));
  await waitFor(() => paths().some((path) => path.startsWith(wanted)), { what: parse, timeoutMs: 20_000 }).catch(
    () => undefined,
  );
  const whole = paths().find((path) => path.startsWith(wanted));
  return {
    what: `a trace among ${backend.spans.length} spans`,
    value: whole ?? 'none',
    promised: `${wanted} …`,
    kept: whole !== undefined,
  };
}

/** Nothing of who the person is may have been filed. */
function secrets(journey: Journey, filed: FiledLines): Finding {
  const found = journey.secrets.filter((secret) => filed.lines.some(({ text }) => text.includes(secret)));
  return {
    what: 'personal data and secrets of the journey',
    value: `${found.length} of ${journey.secrets.length} found`,
    promised: 'none',
    kept: found.length === 0,
  };
}

/** Every object must fall under one rule of the bucket, and that must be the one of its category. */
async function retention(filed: FiledLines): Promise<Finding> {
  const { Rules } = JSON.parse(await readFile(join(root, 'k8s/collector/files/lifecycle.json'), 'utf8')) as {
    Rules: { Status: string; Filter: { Prefix: string }; Expiration: { Days: number } }[];
  };
  const wrong = [...filed.keys].filter((key) => {
    const days = Rules.flatMap(({ Status, Filter, Expiration }) =>
      Status === 'Enabled' && key.startsWith(Filter.Prefix) ? [Expiration.Days] : [],
    );
    const category = key.slice(0, key.indexOf('/'));
    return days.length !== 1 || days[0] !== (LOG_RETENTION_DAYS as Record<string, number>)[category];
  });
  return {
    what: 'objects without exactly one rule, that of their category',
    value: `${wrong.length} of ${filed.keys.size}`,
    promised: 'none',
    kept: wrong.length === 0,
  };
}

function tell(findings: readonly Finding[]): readonly Finding[] {
  for (const { what, value, promised, kept } of findings)
    console.log(
      `  ${what}\n      ${value}${promised === undefined ? '' : `   ${kept ? 'kept' : 'BROKEN'}: ${promised}`}`,
    );
  return findings;
}

process.exitCode = await main();
