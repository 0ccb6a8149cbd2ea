import { present, type Generation } from './generations.js';

/**
 * One look-up of one key that is under way, shared by all who ask meanwhile. It is also what a value needs in order to
 * be stored: whoever invalidates the key, or one of its tags, takes that away, so what was read before is never kept
 * afterwards.
 */
export class Flight<Answer> {
  private readonly deferred = Promise.withResolvers<Answer>();
  private refused = false;

  /** @param generations those of the key’s tags, got before anything was read */
  constructor(
    readonly startedAt: number,
    readonly generations: readonly Generation[] = [],
  ) {}

  /** Whether what it brings may be kept. */
  get storable(): boolean {
    return !this.refused && this.present;
  }

  /** Whether none of its tags was invalidated since it began. */
  get present(): boolean {
    return present(this.generations);
  }

  doNotStore(): void {
    this.refused = true;
  }

  get answer(): Promise<Answer> {
    return this.deferred.promise;
  }

  /** The first of these two calls counts; a flight may go on working after it has answered. */
  resolve(answer: Answer): void {
    this.deferred.resolve(answer);
  }

  reject(error: unknown): void {
    this.deferred.reject(error);
  }
}

/** The flights of this process, at most one per key that can be joined. */
export class Flights<Answer> {
  private readonly current = new Map<string, Flight<Answer>>();

  /** The flight for this key, if it began at a time that is still trusted. */
  join(key: string, trusted: (startedAt: number) => boolean): Flight<Answer> | undefined {
    const flight = this.current.get(key);
    return flight?.present && trusted(flight.startedAt) ? flight : undefined;
  }

  /** Begins a flight; one that was under way goes on for those who wait for it, but may store nothing. */
  start(key: string, now: number, generations: readonly Generation[] = []): Flight<Answer> {
    this.detach(key);
    const flight = new Flight<Answer>(now, generations);
    this.current.set(key, flight);
    return flight;
  }

  finish(key: string, flight: Flight<Answer>): void {
    if (this.current.get(key) === flight) this.current.delete(key);
  }

  /** From now on nobody joins the key’s flight, and what it brings is not stored. */
  detach(key: string): void {
    const flight = this.current.get(key);
    if (!flight) return;
    flight.doNotStore();
    this.current.delete(key);
  }

  detachAll(): void {
    for (const key of [...this.current.keys()]) this.detach(key);
  }
}
