import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { parseAllDocuments } from 'yaml';

import type { Manifest } from './manifest.js';

const run = promisify(execFile);
const repository = join(import.meta.dirname, '../../..');

export const CHART = join(repository, 'charts/discover');
/** Kinds of operators that the value files ask for, as a cluster that has them would tell. */
export const OPERATORS = [
  'postgresql.cnpg.io/v1/Cluster',
  'barmancloud.cnpg.io/v1/ObjectStore',
  'monitoring.coreos.com/v1/ServiceMonitor',
  'monitoring.coreos.com/v1/PrometheusRule',
  'keda.sh/v1alpha1/ScaledObject',
];

export interface RenderOptions {
  readonly release?: string;
  readonly namespace?: string;
  /** Paths below charts/discover/values, without `.yaml`, in their order. */
  readonly files?: readonly string[];
  /** Values on top, as on a command line; null is YAML's null. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly operators?: readonly string[];
  readonly upgrade?: boolean;
}

/** The chart could not be rendered; the message is Helm's. */
export class HelmError extends Error {
  override readonly name = 'HelmError';
}

/**
 * Renders the chart as `helm install` would.
 *
 * @throws HelmError
 */
export async function render(options: RenderOptions = {}): Promise<Manifest[]> {
  return parseManifests(await renderText(options));
}

/** The same as text. @throws HelmError */
export async function renderText(options: RenderOptions = {}): Promise<string> {
  const { release = 'cv', namespace = 'discover', files = [], values = {}, operators = OPERATORS } = options;
  return helm([
    'template',
    release,
    CHART,
    '--namespace',
    namespace,
    ...files.flatMap((file) => ['--values', join(CHART, 'values', `${file}.yaml`)]),
    ...operators.flatMap((kind) => ['--api-versions', kind]),
    ...Object.entries(values).flatMap(([path, value]) => ['--set-json', `${path}=${JSON.stringify(value)}`]),
    ...(options.upgrade === true ? ['--is-upgrade'] : []),
  ]);
}

/** Runs Helm and gives what it prints. @throws HelmError */
export async function helm(args: readonly string[]): Promise<string> {
  const { HELM: program } = process.env;
  if (program === undefined) throw new HelmError('HELM does not say where helm is: jest-global-setup.mjs sets it.');
  try {
    const { stdout } = await run(program, [...args], { maxBuffer: 1 << 26 });
    return stdout;
  } catch (error) {
    throw new HelmError((error as { stderr?: string }).stderr ?? String(error));
  }
}

/** @throws Error where YAML is broken, or a key stands twice */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (!('contents' in document)) return [];
    if (document.errors.length > 0) throw new Error(document.errors.map((error) => error.message).join('\n'));
    const value = document.toJS() as Manifest | null;
    return value === null ? [] : [value];
  });
}

/** The one object of a kind with a name. @throws Error if there is none */
export function find(manifests: readonly Manifest[], kind: string, name: string): Manifest {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (found) return found;
  const present = manifests.filter((manifest) => manifest.kind === kind).map((manifest) => manifest.metadata.name);
  throw new Error(`There is no ${kind} ${name}, only ${present.join(', ') || 'none'}.`);
}
