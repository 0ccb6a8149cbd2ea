import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Docker's json-file driver and containerd split longer lines, in bytes. */
const PART_BYTES = 16 * 1024;

/** The file into which a runtime writes what one container says, as that runtime does it. */
export abstract class ContainerFile {
  /** How often the file has been rotated. */
  rotations = 0;

  protected constructor(
    protected readonly path: string,
    private readonly maxBytes: number,
  ) {
    mkdirSync(dirname(path), { recursive: true });
  }

  /** A container of Docker below `folder` with the limits of docker-compose.yml, but for the size. */
  static docker(folder: string, name: string, maxBytes: number): ContainerFile {
    const id = Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
    return new DockerFile(join(folder, 'var/lib/docker/containers', id, `${id}-json.log`), maxBytes);
  }

  /** A container of Kubernetes below `folder`. */
  static kubernetes(folder: string, name: string, maxBytes: number, namespace = 'discover'): ContainerFile {
    const pod = `${namespace}_${name}-7c9f6d_2c1a4f0e-6f0b-4c53-9d53-6f7f1f1a9a11`;
    return new KubernetesFile(join(folder, 'var/log/pods', pod, name, '0.log'), maxBytes);
  }

  write(lines: readonly string[]): void {
    appendFileSync(this.path, lines.map((line) => this.envelope(line)).join(''));
    if (statSync(this.path).size < this.maxBytes) return;
    this.rotations++;
    this.rotate();
  }

  /** What the runtime did not write to its end. */
  breakOff(text: string): void {
    appendFileSync(this.path, `${text}\n`);
  }

  protected abstract envelope(line: string): string;
  protected abstract rotate(): void;
}

/** Its parts in order; an empty text is one empty part. */
function parts(text: string): string[] {
  const bytes = Buffer.from(text);
  if (bytes.length === 0) return [''];
  const found: string[] = [];
  for (let from = 0; from < bytes.length; from += PART_BYTES)
    found.push(bytes.subarray(from, from + PART_BYTES).toString());
  return found;
}

/** The line feed belongs to the text, and `max-file: 3` is kept. */
class DockerFile extends ContainerFile {
  protected envelope(line: string): string {
    const time = new Date().toISOString().replace('Z', '123456Z');
    return parts(`${line}\n`)
      .map((log) => `${JSON.stringify({ log, stream: 'stdout', time })}\n`)
      .join('');
  }

  protected rotate(): void {
    if (existsSync(`${this.path}.1`)) renameSync(`${this.path}.1`, `${this.path}.2`);
    renameSync(this.path, `${this.path}.1`);
    writeFileSync(this.path, '');
  }
}

/** CRI: partial and full lines; the last rotated file stays as it is, older ones are packed by the kubelet. */
class KubernetesFile extends ContainerFile {
  private last: string | undefined;

  protected envelope(line: string): string {
    const time = new Date().toISOString().replace('Z', '123456Z');
    const all = parts(line);
    return all.map((part, index) => `${time} stdout ${index === all.length - 1 ? 'F' : 'P'} ${part}\n`).join('');
  }

  protected rotate(): void {
    if (this.last !== undefined) {
      writeFileSync(`${this.last}.gz`, gzipSync(readFileSync(this.last)));
      rmSync(this.last);
    }
    const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
    this.last = `${this.path}.${stamp}`;
    renameSync(this.path, this.last);
    writeFileSync(this.path, '');
  }
}
