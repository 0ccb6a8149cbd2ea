import type { Clock } from './clock.js';

export type BreakerState = 'closed' | 'open' | 'half-open';

export interface BreakerSettings {
  /** So many failures without a success between them open it, */
  readonly failures: number;
  /** if the first of them is at least so long ago: one short pause fails all calls that are under way at that moment. */
  readonly overMs: number;
  /** How long it stays open before it lets one call through on trial. */
  readonly openMs: number;
}

/** Circuit breaker: spares the caller the wait for something that has just failed several times over. */
export class Breaker {
  private current: BreakerState = 'closed';
  private failuresInRow = 0;
  private failingSince = 0;
  private trialFrom = 0;

  constructor(
    private readonly clock: Clock,
    private readonly settings: BreakerSettings,
    private readonly onChange: (state: BreakerState) => void = () => undefined,
  ) {}

  get state(): BreakerState {
    return this.current;
  }

  /** Whether a call may be made now. Whoever is told yes must report how it went. */
  admits(): boolean {
    if (this.current === 'closed') return true;
    if (this.current === 'half-open' || this.clock.now() < this.trialFrom) return false;
    this.become('half-open');
    return true;
  }

  succeeded(): void {
    // A late answer to a call from before it opened proves little: the trial decides.
    if (this.current === 'open') return;
    this.failuresInRow = 0;
    if (this.current === 'half-open') this.become('closed');
  }

  failed(): void {
    if (this.current === 'open') return;
    const now = this.clock.now();
    if (this.failuresInRow === 0) this.failingSince = now;
    this.failuresInRow += 1;
    if (this.current === 'closed' && !this.isPersistent(now)) return;
    this.trialFrom = now + this.settings.openMs;
    this.become('open');
  }

  private isPersistent(now: number): boolean {
    return this.failuresInRow >= this.settings.failures && now - this.failingSince >= this.settings.overMs;
  }

  private become(state: BreakerState): void {
    this.current = state;
    this.onChange(state);
  }
}
