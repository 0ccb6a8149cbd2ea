import { randomUUID } from 'node:crypto';

/** An answer of the API with its body read. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
  bytes: Buffer;
}

interface Call {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  raw?: { bytes: Uint8Array; contentType: string };
  /** Sent as the form field `file`. */
  file?: { bytes: Uint8Array; name: string };
  /** Each sent as a form field `file`. */
  files?: readonly { bytes: Uint8Array; name: string }[];
}

/** A client of the REST API as an integrator would write it. */
export class Client {
  accessToken: string | null = null;
  refreshToken = '';
  userId = '';

  constructor(readonly origin: string) {}

  /** With an account of its own. */
  static async registered(origin: string): Promise<Client> {
    const client = new Client(origin);
    const answer = await client.call<{ accessToken: string; refreshToken: string; user: { id: string } }>(
      '/auth/register',
      {
        method: 'POST',
        json: { email: `${randomUUID()}@example.org`, password: 'correct horse battery', name: 'Test Person' },
      },
    );
    if (answer.status !== 201) throw new Error(`registering answered ${answer.status}: ${answer.bytes.toString()}`);
    client.accessToken = answer.body.accessToken;
    client.refreshToken = answer.body.refreshToken;
    client.userId = answer.body.user.id;
    return client;
  }

  async call<Body = Record<string, unknown>>(path: string, call: Call = {}): Promise<Answer<Body>> {
    const response = await this.fetch(path, call);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = /^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      body: (isJson ? JSON.parse(bytes.toString()) : {}) as Body,
    };
  }

  async fetch(path: string, call: Call = {}): Promise<Response> {
    const headers: Record<string, string> = {
      ...(this.accessToken !== null && { authorization: `Bearer ${this.accessToken}` }),
      ...call.headers,
    };
    let body: string | Uint8Array<ArrayBuffer> | FormData | undefined;
    if (call.json !== undefined) {
      headers['content-type'] ??= 'application/json';
      body = JSON.stringify(call.json);
    } else if (call.raw) {
      headers['content-type'] = call.raw.contentType;
      body = new Uint8Array(call.raw.bytes);
    } else if (call.file ?? call.files) {
      const form = new FormData();
      for (const { bytes, name } of call.files ?? [call.file!])
        form.append('file', new Blob([new Uint8Array(bytes)]), name);
      body = form;
    }
    return fetch(`${this.origin}/api/v1${path}`, {
      method: call.method ?? 'GET',
      headers,
      ...(body !== undefined && { body }),
    });
  }

  /** Imports a document and waits for the CV. */
  async import(bytes: Uint8Array, name: string, wait = 20): Promise<Answer<{ cv: CvAnswer; job: JobAnswer }>> {
    return this.call('/cvs/import', { method: 'POST', file: { bytes, name }, headers: { prefer: `wait=${wait}` } });
  }
}

export interface CvAnswer {
  id: string;
  title: string;
  version: number;
  document: Record<string, unknown> & { basics?: { name?: string; email?: string; phone?: string; summary?: string } };
}

export interface JobAnswer {
  id: string;
  state: 'queued' | 'active' | 'succeeded' | 'failed' | 'cancelled';
  progress: number;
  position: number | null;
  etaSeconds: number | null;
  expectedAt: string | null;
  result: { cvId?: string; href: string; expiresAt?: string } | null;
  error: { code: string; message: string } | null;
  /** Of a batch. */
  counts?: Record<'total' | 'queued' | 'active' | 'succeeded' | 'failed' | 'cancelled', number>;
  skipped?: { name: string; reason: string }[];
}
