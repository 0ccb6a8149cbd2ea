import { setTimeout as delay } from 'node:timers/promises';

import { waitFor, type S3Server } from '@discover/testing';

import type { Collector } from './collector.js';
import { ContainerFile } from './container-file.js';
import type { FiledLines } from './filed-lines.js';
import { HARD_LINES, type Steady } from './lines.js';
import { categoryOf, type Balance, type Ledger } from './ledger.js';

/** One figure, and whether it is as promised; none was promised of what is only told. */
export interface Finding {
  readonly what: string;
  readonly value: string;
  readonly promised?: string;
  readonly kept: boolean;
}

interface Disturbance {
  /** When, in ticks since the start. */
  readonly at: number;
  readonly act: () => Promise<void>;
}

const TICK_MS = 100;
/** Of a file before it is rotated: some seconds' worth. */
const FILE_BYTES = 384 * 1024;
/** The kubelet packs what was rotated before, so that a collector may sleep through one rotation and not through two. */
const LARGE_FILE_BYTES = 1024 * 1024;
const UNROTATED = 10 * 1024 * 1024;
const ARRIVAL_MS = 90_000;

/** Writes lines as containers do, and compares what object storage has of them. */
export class Trial {
  private twiceSoFar = 0;

  constructor(
    private readonly folder: string,
    private readonly collector: Collector,
    private readonly s3: S3Server,
    private readonly filed: FiledLines,
    private readonly ledger: Ledger,
  ) {}

  /** What the platform wrote, by each runtime, and what is hard. */
  async asWritten(logs: ReadonlyMap<string, readonly string[]>): Promise<Finding[]> {
    for (const [name, lines] of logs) {
      for (const file of this.runtimes(name, UNROTATED)) this.write(file, lines);
    }
    for (const file of this.runtimes('hard', UNROTATED)) this.write(file, HARD_LINES);
    const broken = '{"log":"{\\"category\\":\\"security\\",\\"msg\\":\\"the machine lost pow';
    const docker = ContainerFile.docker(this.folder, 'broken', UNROTATED);
    docker.breakOff(broken);
    this.ledger.expect([broken]);
    this.write(docker, ['{"category":"security","msg":"after the power came back"}']);
    // Not ours to read.
    ContainerFile.kubernetes(this.folder, 'coredns', UNROTATED, 'kube-system').write(['{"category":"security"}']);
    const categories = [...logs.values()].flat().map((line) => categoryOf(line));
    const counted = Object.entries(Object.groupBy(categories, (category) => category));
    return [
      ...(await this.findings('as written', false)),
      {
        what: 'of the platform’s own lines, by each runtime',
        value: counted.map(([category, lines]) => `${lines.length} ${category}`).join(', '),
        promised: 'all three categories',
        kept: counted.length === 3,
      },
    ];
  }

  /** kill -9 four times, each right after the positions in the files were saved, until a file has been rotated. */
  async killed(steady: Steady): Promise<Finding[]> {
    const files = this.containers('killed', FILE_BYTES);
    const before: number[] = [];
    const kill = async () => {
      await this.collector.killAfterSaving();
      before.push(this.rotations(files));
      await waitFor(() => this.rotations(files) > before.at(-1)!, { what: 'a rotation', timeoutMs: 20_000 });
      await this.collector.process.start();
    };
    const kills = [30, 90, 150, 210].map((at) => ({ at, act: kill }));
    await this.run(files, steady, { perSecond: 600, seconds: 30 }, kills);
    return [
      ...(await this.findings('four times kill -9', true)),
      { what: 'files rotated, some of them while it was dead', value: String(this.rotations(files)), kept: true },
    ];
  }

  /** Object storage goes away, meanwhile the collector is killed, and restarted in good order. */
  async withoutStorage(steady: Steady): Promise<Finding[]> {
    const { process } = this.collector;
    await this.run(this.containers('stored', LARGE_FILE_BYTES), steady, { perSecond: 600, seconds: 26 }, [
      { at: 30, act: () => this.s3.process.stop() },
      { at: 80, act: () => process.kill() },
      { at: 90, act: () => process.start() },
      { at: 130, act: () => process.stop() },
      { at: 140, act: () => process.start() },
      { at: 190, act: () => this.s3.process.start() },
    ]);
    return this.findings('16 s without S3, with a kill -9 and a restart', true);
  }

  /** Nothing goes wrong. */
  async measured(steady: Steady, perSecond: number, seconds: number): Promise<Finding[]> {
    const before = await this.collector.usage();
    const startedAt = performance.now();
    let peakBytes = 0;
    const looks = Array.from({ length: seconds }, (_, index) => ({
      at: index * 10,
      act: async () => {
        peakBytes = Math.max(peakBytes, (await this.collector.usage()).residentBytes);
      },
    }));
    await this.run(this.containers('measured', FILE_BYTES), steady, { perSecond, seconds }, looks);
    const { cpuSeconds } = await this.collector.usage();
    const percent = ((cpuSeconds - before.cpuSeconds) / (performance.now() - startedAt)) * 100_000;
    return [
      ...(await this.findings(`${perSecond} lines/s for ${seconds} s`, false)),
      {
        what: 'CPU of one core, memory at its peak',
        value: `${percent.toFixed(1)} %, ${mebibytes(peakBytes)}`,
        kept: true,
      },
    ];
  }

  private runtimes(name: string, maxBytes: number): ContainerFile[] {
    return [ContainerFile.docker(this.folder, name, maxBytes), ContainerFile.kubernetes(this.folder, name, maxBytes)];
  }

  private containers(name: string, maxBytes: number): ContainerFile[] {
    return ['a', 'b'].flatMap((suffix) => this.runtimes(`${name}-${suffix}`, maxBytes));
  }

  private rotations(files: readonly ContainerFile[]): number {
    return files.reduce((sum, { rotations }) => sum + rotations, 0);
  }

  private write(file: ContainerFile, lines: readonly string[]): void {
    file.write(lines);
    this.ledger.expect(lines);
  }

  /** Writes at a rate to all files in turn, while the disturbances happen at their times. */
  private async run(
    files: readonly ContainerFile[],
    steady: Steady,
    load: { perSecond: number; seconds: number },
    disturbances: readonly Disturbance[],
  ): Promise<void> {
    const startedAt = performance.now();
    const acts: Promise<void>[] = [];
    for (let tick = 0; tick < load.seconds * (1000 / TICK_MS); tick++) {
      for (const { at, act } of disturbances) if (at === tick) acts.push((acts.at(-1) ?? Promise.resolve()).then(act));
      const each = Math.round((load.perSecond * TICK_MS) / 1000 / files.length);
      for (const file of files) this.write(file, steady.next(each));
      await delay(Math.max(0, startedAt + (tick + 1) * TICK_MS - performance.now()));
    }
    await Promise.all(acts);
  }

  /** Waits for all that was written, and for what might come after it. */
  private async findings(phase: string, mayRepeat: boolean): Promise<Finding[]> {
    const look = async (): Promise<Balance> => {
      await this.filed.update();
      return this.ledger.balance(this.filed.lines);
    };
    await waitFor(async () => (await look()).missing.length === 0, {
      what: 'all lines to be filed',
      timeoutMs: ARRIVAL_MS,
      intervalMs: 1_000,
    }).catch(() => undefined);
    const { missing, misplaced, twice } = await look();
    const [repeated, written] = [twice - this.twiceSoFar, this.ledger.size];
    this.twiceSoFar = twice;
    for (const line of [...missing, ...misplaced].slice(0, 5)) console.log(`    ${line.slice(0, 200)}`);
    return [
      {
        what: `${phase}: lines missing, in the wrong place, more than once`,
        value: `${missing.length}, ${misplaced.length}, ${repeated} (of ${written} so far)`,
        promised: mayRepeat ? 'none lost, all in their place' : 'each once, in its place',
        kept: missing.length + misplaced.length === 0 && (mayRepeat || repeated === 0),
      },
    ];
  }
}

const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
