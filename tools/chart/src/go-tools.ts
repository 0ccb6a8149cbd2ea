import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const program = join(import.meta.dirname, '../../go-tools.mjs');

/** Asks tools/go-tools.mjs for one path; it builds or downloads what is missing. */
export async function goTools(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [program, ...args], { maxBuffer: 1 << 24 });
  return stdout.trim();
}
