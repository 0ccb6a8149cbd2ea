import { spawnSync } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { temporaryFolder } from '@discover/testing';

import { expect, it } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The shell commands of a page, one after the other. */
async function commandsOf(page: string): Promise<string[]> {
  const text = await readFile(resolve(ROOT, page), 'utf8');
  return [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, commands]) => commands!);
}

it('every command of docs/api.md works as it is written, in its order', async () => {
  const blocks = (await commandsOf('docs/api.md')).map((block) =>
    block.replaceAll('http://127.0.0.1:3000', process.env.E2E_URL!),
  );
  expect(blocks.length).toBeGreaterThan(3);
  // `-f` makes curl fail on an answer of 400 or more; a reader sees the problem instead.
  const script = [
    'set -euo pipefail',
    'curl() { command curl --fail-with-body "$@"; }',
    ...blocks.map((block, index) => `echo "── block ${index + 1}" >&2\n${block}`),
  ];
  // In a folder of its own, for what the commands write; they read the sample from the checkout.
  const folder = await temporaryFolder();
  await symlink(join(ROOT, 'tools'), join(folder.path, 'tools'));
  const { status, stderr, stdout } = spawnSync('bash', ['-c', script.join('\n')], {
    cwd: folder.path,
    encoding: 'utf8',
    timeout: 120_000,
  });
  await folder.remove();
  expect([status, status === 0 ? '' : `${stderr}\n${stdout.slice(-2_000)}`]).toEqual([0, '']);
}, 150_000);
