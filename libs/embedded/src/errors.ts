/** What can keep an embedded server from running; the message says what to do about it. */
export type EmbeddedErrorCode =
  /** Another process listens on the port. */
  | 'port_taken'
  /** A server that a living process started still runs on this data folder. */
  | 'already_running'
  /** npm brought no Postgres for this platform, or its files are incomplete. */
  | 'no_postgres'
  /** Neither Redis nor Valkey is installed, and none could be fetched. */
  | 'no_redis'
  /** Running as root, and no unprivileged user can reach the program or its data. */
  | 'no_unprivileged_user'
  /** The data folder belongs to somebody else, to another major version, or has lost files. */
  | 'unusable_data'
  /** The server ended, or did not answer in time; the message ends with the last lines of its log. */
  | 'start_failed';

export class EmbeddedError extends Error {
  constructor(
    readonly code: EmbeddedErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'EmbeddedError';
  }
}
