import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { createInterface } from 'node:readline';

/** An object of the API server, as far as this tool reads one. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
    readonly resourceVersion?: string;
    readonly deletionTimestamp?: string;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly status?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, string>>;
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: KubeObject;
}

/** The API server refused something; the message is its own. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

type PatchType = 'apply-patch+yaml' | 'merge-patch+json';

/** A client of one API server, as its administrator. */
export class ApiClient {
  readonly #agent: Agent;
  readonly #plurals = new Map<string, { path: string; namespaced: boolean }>();

  constructor(private readonly options: { port: number; token: string; certificate: string }) {
    this.#agent = new Agent({ ca: options.certificate, keepAlive: true });
  }

  get<T = KubeObject>(path: string): Promise<T> {
    return this.#call<T>('GET', path);
  }

  async list(path: string): Promise<KubeObject[]> {
    const { items } = await this.get<{ items: KubeObject[] }>(path);
    return items;
  }

  create(path: string, object: unknown): Promise<KubeObject> {
    return this.#call('POST', path, object, 'application/json');
  }

  patch(path: string, change: unknown, type: PatchType = 'merge-patch+json'): Promise<KubeObject> {
    return this.#call('PATCH', path, change, `application/${type}`);
  }

  /** Server-side apply that refuses unknown and doubled fields. */
  async apply(object: KubeObject, options: { dryRun?: boolean; namespace?: string } = {}): Promise<KubeObject> {
    const path = await this.pathOf(object, options.namespace);
    const query = `fieldManager=test&force=true&fieldValidation=Strict${options.dryRun === true ? '&dryRun=All' : ''}`;
    return this.patch(`${path}?${query}`, object, 'apply-patch+yaml');
  }

  /** The path of an object, by what the server says of its kind. */
  async pathOf({ apiVersion, kind, metadata }: KubeObject, namespace?: string): Promise<string> {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const key = `${root}/${kind}`;
    if (!this.#plurals.has(key)) {
      const { resources } = await this.get<{ resources: { name: string; kind: string; namespaced: boolean }[] }>(root);
      for (const resource of resources.filter(({ name }) => !name.includes('/'))) {
        this.#plurals.set(`${root}/${resource.kind}`, {
          path: resource.name,
          namespaced: resource.namespaced,
        });
      }
    }
    const found = this.#plurals.get(key);
    if (found === undefined) throw new ApiError(404, `${apiVersion} has no ${kind}`);
    const place = found.namespaced ? `/namespaces/${metadata.namespace ?? namespace ?? 'default'}` : '';
    return `${root}${place}/${found.path}/${metadata.name}`;
  }

  /** Calls `listener` for every object there is and every change, until the signal is aborted; begins anew when the server ends it. */
  async watch(path: string, signal: AbortSignal, listener: (event: WatchEvent) => void): Promise<void> {
    const over = () => signal.aborted;
    while (!over()) {
      try {
        const response = await this.#open('GET', `${path}?watch=1`, undefined, undefined, signal);
        for await (const line of createInterface({ input: response, signal })) {
          const event = JSON.parse(line) as WatchEvent;
          if (event.type !== 'ERROR' && event.type !== 'BOOKMARK') listener(event);
        }
      } catch (error) {
        if (!over()) throw error;
      }
    }
  }

  async #call<T>(method: string, path: string, body?: unknown, type?: string): Promise<T> {
    const response = await this.#open(method, path, body, type);
    const text = (await response.toArray()).map(String).join('');
    const status = response.statusCode ?? 0;
    if (status >= 400) {
      const message = text.startsWith('{') ? (JSON.parse(text) as { message?: string }).message : text;
      throw new ApiError(status, `${method} ${path}: ${message ?? status}`);
    }
    return (text.startsWith('{') ? JSON.parse(text) : text) as T;
  }

  #open(method: string, path: string, body?: unknown, type?: string, signal?: AbortSignal): Promise<IncomingMessage> {
    return new Promise((answer, fail) => {
      const call = request(
        {
          host: '127.0.0.1',
          port: this.options.port,
          method,
          path,
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${this.options.token}`,
            ...(type === undefined ? {} : { 'content-type': type }),
          },
          ...(signal === undefined ? {} : { signal }),
        },
        answer,
      );
      call.on('error', fail);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}
