import { ConfigError } from '@discover/config';
import { EmbeddedError } from '@discover/embedded';

import { prepareDemo } from './demo.js';
import { readSettings } from './settings.js';
import { StackError } from './stack-error.js';
import { Stack } from './stack.js';
import { interruption } from './interruption.js';
import { summary } from './summary.js';

const startedAt = Date.now();
const tell = (line: string) => console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${line}`);

/** Runs until Ctrl-C or SIGTERM. */
async function main(): Promise<void> {
  const settings = readSettings();
  const stack = new Stack(settings, tell);
  const stop = interruption(() => tell('Stopping; Ctrl-C again to stop at once …'));
  try {
    await stack.start(stop);
    const demo = await prepareDemo(settings, tell);
    tell('Everything is ready.');
    console.log(summary(settings, demo));
    if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve));
  } catch (error) {
    // What fails after Ctrl-C fails because of it.
    if (!stop.aborted) throw error;
  } finally {
    await stack.stop();
  }
  tell('Stopped.');
}

main().catch((error: unknown) => {
  const plain = error instanceof StackError || error instanceof EmbeddedError || error instanceof ConfigError;
  console.error(`\n${plain ? error.message : `Something unforeseen went wrong: ${String(error)}`}`);
  process.exitCode = 1;
});
