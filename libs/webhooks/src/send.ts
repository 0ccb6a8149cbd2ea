import { lookup as resolve, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';

import { isPublicAddress } from './address.js';
import { targetProblem, type TargetPolicy } from './target.js';

/** What a receiver answered. */
export interface Reply {
  status: number;
  /** The first {@link KEPT_BYTES} of its body, for the person to see what went wrong. */
  body: string;
}

/** The longest that a receiver may take for everything, in milliseconds. */
export const TIMEOUT_MS = 10_000;
/** Of an answer's body; the rest is not read. */
const KEPT_BYTES = 1_024;

/** Why nothing could be sent, in words for the owner of the webhook. */
export class SendError extends Error {
  override readonly name = 'SendError';
}

export interface SendOptions {
  policy: TargetPolicy;
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
  timeoutMs?: number;
}

/**
 * Posts a body. Redirects are not followed: they would lead past every check. The address is checked as it is connected to,
 * so a name that resolves to another place from one moment to the next wins nothing.
 *
 * @throws SendError; the signal's reason if it was aborted
 */
export async function send(target: string, body: string, options: SendOptions): Promise<Reply> {
  const { policy, headers, signal, timeoutMs = TIMEOUT_MS } = options;
  const problem = targetProblem(target, policy);
  if (problem !== null) throw new SendError(problem);
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await post(new URL(target), body, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
      signal: AbortSignal.any([signal, timeout]),
      agent: false,
      ...(policy === 'public' && { lookup: publicLookup }),
    });
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) throw new SendError(`It did not answer within ${timeoutMs / 1000} s.`);
    throw error instanceof SendError ? error : new SendError(describe(error), { cause: error });
  }
}

async function post(url: URL, body: string, options: RequestOptions): Promise<Reply> {
  const { promise, resolve: answered, reject } = Promise.withResolvers<IncomingMessage>();
  const outgoing = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, answered);
  outgoing.on('error', reject);
  outgoing.end(body);
  const response = await promise;
  try {
    return { status: response.statusCode ?? 0, body: await beginning(response) };
  } finally {
    response.destroy();
  }
}

/** How long the body of an answer is waited for once its status is known, in milliseconds: it is only looked at. */
const BODY_MS = 1_000;

async function beginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  const enough = new AbortController();
  const read = async () => {
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= KEPT_BYTES) return;
    }
  };
  // The status has decided: a body that breaks off or drips changes nothing.
  await Promise.race([read(), delay(BODY_MS, undefined, { signal: enough.signal })]).catch(() => undefined);
  enough.abort();
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8');
}

/** As `dns.lookup`, but a name that leads anywhere but to the public Internet does not resolve. */
const publicLookup: NonNullable<RequestOptions['lookup']> = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const refused = error ?? refusal(hostname, addresses);
    if (refused) callback(refused, '', 4);
    else if (options.all === true) callback(null, addresses);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  });
};

function refusal(hostname: string, addresses: readonly LookupAddress[]): SendError | null {
  const safe = addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
  return safe ? null : new SendError(`${hostname} is not on the public Internet.`);
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'It refused the connection.',
  ECONNRESET: 'It closed the connection without an answer.',
  ENOTFOUND: 'Its name does not resolve.',
  EHOSTUNREACH: 'It cannot be reached.',
  ENETUNREACH: 'It cannot be reached.',
};

/** Without addresses of ours, which Node's own messages carry. */
function describe(error: unknown): string {
  const { code = 'unknown' } = error as { code?: string };
  return REASONS[code] ?? `The connection failed (${code}).`;
}
