// `npm run test:docker`: the platform in containers, from the images to restarts under load. Needs a Docker engine; where
// no registry of images can be reached, node:24-bookworm-slim and debian:bookworm-slim must be there already.
//   --no-build    with the images of the last run
//   --keep        leaves the stack running
//   --only NAMES  of contents, hardening, edge, e2e, restarts; by commas
import { parseArgs } from 'node:util';

import { Checks, must } from './checks.js';
import { attempt, DockerTestError, findCompose } from './engine.js';
import { checkEdge } from './edge.js';
import { checkContents, checkEarlyStop, checkHardening } from './hardening.js';
import { buildServices, chooseImages, imageSizes } from './images.js';
import { checkRestarts } from './restarts.js';
import { ComposeStack } from './stack.js';

const VERSION = 'test';
/** End-to-end specs that need nothing but an address. */
const SPECS =
  'accounts|client|custom-templates|cvs|documentation|http|journey|languages|publishing|renders|sharing|versions';

const { values } = parseArgs({
  options: {
    'no-build': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    only: { type: 'string', default: 'contents,hardening,edge,e2e,restarts' },
  },
});
const parts = values.only.split(',');

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof DockerTestError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const checks = new Checks();
  await findCompose();
  if (!values['no-build']) {
    title('Images of the services');
    await buildServices(VERSION);
  }
  if (parts.includes('contents')) {
    title('What is in them');
    await checkContents(VERSION, checks);
    for (const { service, total, own } of await imageSizes(VERSION))
      console.log(
        `  ${service.padEnd(10)} ${String(total).padStart(5)} MB, ${String(own).padStart(4)} MB beyond the base`,
      );
  }
  title('Images of others');
  const stack = await ComposeStack.create(await chooseImages(), VERSION);
  try {
    title(`The core at ${stack.url}`);
    const started = Date.now();
    await stack.down(); // What a run that was ended by force has left.
    await stack.up();
    console.log(`  healthy after ${((Date.now() - started) / 1000).toFixed(0)} s`);
    if (parts.includes('hardening')) {
      await checkHardening(stack, checks);
      await checkEarlyStop(stack, checks);
    }
    if (parts.includes('edge')) {
      title('Edge');
      await checkEdge(stack, checks);
    }
    if (parts.includes('e2e')) {
      title('End to end, through the edge');
      await checks.that('the end-to-end tests that need nothing but an address', () => endToEnd(stack.url));
    }
    if (parts.includes('restarts')) {
      title('Restarts under load');
      await checkRestarts(stack, checks);
    }
  } catch (error) {
    console.error(await stack.logs());
    throw error;
  } finally {
    if (!values.keep) await stack.down();
  }
  return checks.finish();
}

async function endToEnd(url: string): Promise<string> {
  const jest = [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'e2e',
  ];
  const { code, stderr } = await attempt(
    process.execPath,
    [...jest, '--runInBand', '--forceExit', '--testPathPatterns', `/(${SPECS})\\.e2e-spec`],
    { env: { E2E_URL: url } },
  );
  const failures = stderr.match(/^ +● .* › .*$/gm) ?? [];
  must(code === 0, `${failures.join('\n')}\n${stderr.slice(-4000)}`);
  return /Tests: +(.*)/.exec(stderr)?.[1] ?? 'passed';
}

function title(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 70 - text.length))}`);
}
