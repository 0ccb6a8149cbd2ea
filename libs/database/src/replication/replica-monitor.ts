import { metrics, type Logger } from '@discover/telemetry';

import { within } from '../within.js';
import type { DatabaseServer } from './database-server.js';
import { walPosition, type WalPosition } from './wal-position.js';

export interface ReplicaState {
  readonly server: DatabaseServer;
  /** False while it cannot be reached or is further behind than allowed. */
  usable: boolean;
  /** What it had replayed when it was last asked; it only grows, so an old figure is a safe one. */
  replayed: WalPosition;
  lagMs: number;
}

export interface MonitorOptions {
  intervalMs: number;
  maxLagMs: number;
}

/** Positions of the primary that are kept to tell lag by: 2 minutes at 2 samples a second. */
const MAX_SAMPLES = 240;
/** A server that does not answer within this many milliseconds is taken for unreachable. */
const PROBE_TIMEOUT_MS = 1_000;

/**
 * Asks the primary and every replica for their position, again and again. Lag is told by the primary's own history: a
 * replica is as late as the time since the primary first passed what the replica has replayed. This is true for an idle
 * primary and for a replica whose stream is cut, where Postgres's own timestamps are not.
 */
export class ReplicaMonitor {
  readonly replicas: readonly ReplicaState[];
  private samples: { position: WalPosition; at: number }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly primary: DatabaseServer,
    replicas: readonly DatabaseServer[],
    private readonly options: MonitorOptions,
    private readonly logger: Logger,
  ) {
    this.replicas = replicas.map((server) => ({ server, usable: false, replayed: 0n, lagMs: Infinity }));
  }

  /** Looks once, so that the first read has a choice, and goes on looking. */
  async start(): Promise<void> {
    if (this.replicas.length === 0) return;
    await this.look();
    this.schedule();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** A read on it failed: it gets no more until the next look finds it well. */
  eject(replica: ReplicaState, error: unknown): void {
    if (replica.usable)
      this.logger.warn(
        { replica: replica.server.name, reason: message(error) },
        'replica left out after a failed read',
      );
    replica.usable = false;
    metrics.replicaUp.set({ replica: replica.server.name }, 0);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.look().finally(() => this.schedule());
    }, this.options.intervalMs);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    await Promise.all([this.samplePrimary(), ...this.replicas.map((replica) => this.sampleReplica(replica))]);
  }

  private async samplePrimary(): Promise<void> {
    try {
      const position = await probe(this.primary, 'wal_position', 'SELECT pg_current_wal_lsn()::text AS position');
      const last = this.samples.at(-1);
      if (last?.position !== position) this.samples.push({ position, at: Date.now() });
      if (this.samples.length > MAX_SAMPLES) this.samples.shift();
    } catch {
      // Without the primary no lag can be told; what the replicas have is then the best there is.
    }
  }

  private async sampleReplica(replica: ReplicaState): Promise<void> {
    const { name } = replica.server;
    try {
      replica.replayed = await probe(
        replica.server,
        'replayed_position',
        'SELECT pg_last_wal_replay_lsn()::text AS position',
      );
      const passed = this.samples.find((sample) => sample.position > replica.replayed);
      replica.lagMs = passed ? Date.now() - passed.at : 0;
      this.setUsable(replica, replica.lagMs <= this.options.maxLagMs, `${replica.lagMs} ms behind`);
      metrics.replicaLag.set({ replica: name }, replica.lagMs / 1000);
    } catch (error) {
      this.setUsable(replica, false, message(error));
    }
  }

  private setUsable(replica: ReplicaState, usable: boolean, reason: string): void {
    const { name } = replica.server;
    if (usable !== replica.usable) {
      this.logger[usable ? 'info' : 'warn'](
        { replica: name, reason },
        usable ? 'replica gets reads' : 'replica left out',
      );
    }
    replica.usable = usable;
    metrics.replicaUp.set({ replica: name }, usable ? 1 : 0);
  }
}

async function probe(server: DatabaseServer, name: string, text: string): Promise<WalPosition> {
  const asked = server.use(async (handle) => {
    const [row] = await handle.query<{ position: string | null }>(name, text);
    if (!row?.position) throw new Error('the server is not a replica');
    return walPosition(row.position);
  });
  return within(PROBE_TIMEOUT_MS, asked);
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
