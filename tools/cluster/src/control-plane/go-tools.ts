import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** This file is tools/cluster/{src,dist}/control-plane/go-tools.*. */
const program = resolve(import.meta.dirname, '../../../go-tools.mjs');
const NO_GO_EXIT_CODE = 3;

/** This machine cannot run a control plane; the message says what it lacks. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError';
}

/** The path of a program of tools/go, built where it is missing. @throws MissingToolError */
export function goTool(name: string): Promise<string> {
  return ask(name);
}

/** The folder with a Go module's source. @throws MissingToolError */
export function goSource(module: string): Promise<string> {
  return ask('--source', module);
}

async function ask(...args: string[]): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [program, ...args], { maxBuffer: 1 << 24 });
    return stdout.trim();
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === NO_GO_EXIT_CODE) throw new MissingToolError(stderr.trim());
    throw error;
  }
}
