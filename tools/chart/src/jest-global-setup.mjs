// The programs that the chart's tests run, built where they are missing (once, into .cache/bin).
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export default function setup() {
  const program = join(import.meta.dirname, '../../go-tools.mjs');
  const found = execFileSync(process.execPath, [program, 'helm', 'kubeconform'], { encoding: 'utf8' });
  [process.env.HELM, process.env.KUBECONFORM] = found.trim().split('\n');
}
