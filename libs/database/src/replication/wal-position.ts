/** A place in Postgres's write-ahead log, as a number that can be compared. */
export type WalPosition = bigint;

/** Reads Postgres's own notation `16/B374D848`: two hexadecimal halves of 32 bits. */
export function walPosition(text: string): WalPosition {
  const [high, low] = text.split('/');
  if (high === undefined || low === undefined) throw new Error(`not a position in the write-ahead log: ${text}`);
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export function formatWalPosition(position: WalPosition): string {
  return `${(position >> 32n).toString(16)}/${(position & 0xffffffffn).toString(16)}`.toUpperCase();
}
