import { same, must, type Checks } from './checks.js';
import { attempt, docker } from './engine.js';
import { SERVICES } from './images.js';
import type { ComposeStack } from './stack.js';

/** Tries to write where nothing may be written; exits with 0 if it could not, and where it may, it could. */
const PROBE = `
const { writeFileSync } = require('node:fs');
const writable = (path) => { try { writeFileSync(path, ''); return true; } catch { return false; } };
const found = ['/app/x', '/x', '/home/node/x', '/usr/local/bin/x'].filter(writable);
if (found.length > 0 || !writable('/tmp/x') || process.getuid() !== 1000 || process.getgid() !== 1000) {
  console.error(found, process.getuid(), process.getgid());
  process.exit(1);
}`;

/** Whether process 1 catches SIGTERM (15), by the kernel's own word. */
const LISTENS = `
const [, caught] = /^SigCgt:\\s*(\\w+)/m.exec(require('node:fs').readFileSync('/proc/1/status', 'utf8'));
(BigInt('0x' + caught) >> 14n) % 2n === 1n`;

/** Of the running containers of our services: who they are, what they may write, what they could start. */
export async function checkHardening(stack: ComposeStack, checks: Checks): Promise<void> {
  for (const service of SERVICES.filter((name) => name !== 'migrator')) {
    const [id] = await stack.containers(service);
    await checks.that(`${service}: uid 1000, read-only root, no capability, no new privileges`, async () => {
      const format =
        '{{json .Config.User}} {{.HostConfig.ReadonlyRootfs}} {{json .HostConfig.CapDrop}} {{json .HostConfig.SecurityOpt}}';
      const [user, readOnly, dropped, options = ''] = (await docker('inspect', '--format', format, id!)).split(' ');
      same([user, readOnly, dropped], ['"1000:1000"', 'true', '["ALL"]']);
      must(options.includes('no-new-privileges'), `security options are ${options}`);
      await docker('exec', id!, 'node', '-e', PROBE);
    });
    await checks.that(`${service}: runs where there is no shell`, async () => {
      const { code } = await attempt('docker', ['exec', id!, 'sh', '-c', 'true']);
      must(code !== 0, 'a shell was found');
    });
    await checks.that(`${service}: node is process 1`, async () => {
      const name = await docker('exec', id!, 'node', '-p', 'require("fs").readFileSync("/proc/1/comm", "utf8").trim()');
      must(/^(node|MainThread)$/.test(name), `it is ${name}`);
    });
  }
}

/** A stop that comes while a service starts must not be lost: process 1 ignores what it does not listen to. */
export async function checkEarlyStop(stack: ComposeStack, checks: Checks): Promise<void> {
  await checks.that('a service that is stopped while it starts ends at once', async () => {
    const [id] = await stack.containers('parser');
    await docker('stop', '--time', '40', id!);
    await docker('start', id!);
    // Node itself takes some milliseconds before any of ours is run.
    while (!(await docker('exec', id!, 'node', '-p', LISTENS)).includes('true'));
    await docker('stop', '--time', '40', id!);
    const code = await docker('inspect', '--format', '{{.State.ExitCode}}', id!);
    await docker('start', id!);
    await stack.healthy(id!);
    // 137 is what the engine's own end of it leaves; 0 is a service that had started already.
    must(code === '143' || code === '0', `it ended with ${code}`);
  });
}

/** Nothing for development, nothing of other services, and what is heavy only where it is used. */
export async function checkContents(version: string, checks: Checks): Promise<void> {
  const folders = async (service: string) =>
    (
      await docker(
        ...['run', '--rm', '--entrypoint', 'node', `discover/${service}:${version}`, '-p'],
        `const {readdirSync, existsSync} = require('fs');
         const modules = '/app/node_modules';
         [...readdirSync(modules), ...readdirSync('/app/services').map((name) => 'services/' + name),
          ...readdirSync(modules).filter((n) => n.startsWith('@')).flatMap((n) => readdirSync(modules + '/' + n).map((m) => n + '/' + m))].join('\\n')`,
      )
    ).split('\n');
  const forbidden = [
    'nx',
    'typescript',
    'jest',
    'eslint',
    'prettier',
    '@swc/core',
    '@discover/testing',
    '@discover/embedded',
  ];
  for (const service of SERVICES) {
    await checks.that(`${service}: only what runs is in the image`, async () => {
      const there = new Set(await folders(service));
      same(
        forbidden.filter((name) => there.has(name)),
        [],
      );
      same(
        [...there].filter((name) => name.startsWith('services/')),
        [`services/${service}`],
      );
      same(there.has('tesseract.js-core'), service === 'parser', 'text recognition');
      same(there.has('@expo-google-fonts'), service === 'api' || service === 'render', 'fonts');
    });
  }
}
