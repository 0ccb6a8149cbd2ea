// `npm run test:fuzz`: schemathesis, an outside fuzzer, drives the running platform by our own OpenAPI description. It fails on
// any 5xx and on any answer that the description does not have. Needs Python 3 with venv and pip; everything else it brings.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { Client, startPlatform } from '@discover/e2e';

const VERSION = '4.32.5';
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];
/** Log-out and the deletion of the account would end the fuzzer's own session. */
const LEFT_OUT = '/auth/logout|/me$|/me/password|/admin/users';

const root = join(import.meta.dirname, '..');
const venv = join(root, '.cache', 'schemathesis', VERSION);
const schemathesis = join(venv, 'bin', 'schemathesis');

function install() {
  if (existsSync(schemathesis)) return;
  console.log(`Installing schemathesis ${VERSION} into ${venv} …`);
  mkdirSync(venv, { recursive: true });
  for (const [program, ...args] of [
    ['python3', '-m', 'venv', venv],
    [join(venv, 'bin', 'pip'), 'install', '--quiet', `schemathesis==${VERSION}`],
  ]) {
    const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
    if (status === 0) continue;
    console.error(
      `${program} failed${error ? `: ${error.message}` : ''}. The fuzzer needs Python 3 with venv and pip.`,
    );
    process.exit(1);
  }
}

install();
const platform = await startPlatform();
const client = await Client.registered(platform.url);
await client.call('/cvs', {
  method: 'POST',
  json: { title: `fuzz ${randomUUID()}`, document: { basics: { name: 'Fuzz' } } },
});
const args = [
  ...['run', `${platform.url}/api/v1/openapi.json`, '--url', platform.url],
  ...['--header', `Authorization: Bearer ${client.accessToken}`],
  ...[
    '--checks',
    CHECKS.join(','),
    '--max-examples',
    process.env.FUZZ_EXAMPLES ?? '30',
    '--exclude-path-regex',
    LEFT_OUT,
  ],
  ...['--workers', '2', '--request-timeout', '60', '--no-color', ...process.argv.slice(2)],
];
const fuzzer = spawn(schemathesis, args, { stdio: 'inherit', cwd: join(root, '.cache') });
process.on('SIGINT', () => fuzzer.kill('SIGINT'));
const code = await new Promise((resolve) => fuzzer.on('exit', resolve));
await platform.stop();
process.exit(code ?? 1);
