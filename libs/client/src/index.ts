import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';

import type { components, paths } from './schema.js';

export type { components, paths } from './schema.js';

/** The data types of the API by name, such as `Schemas['Cv']`. */
export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];
export type DiscoverClient = Client<paths>;

export interface DiscoverClientOptions {
  /** Where the API is, without `/api/v1`. */
  origin: string;
  /** An access token or an API key; asked before every request, so that it may change. */
  token?: () => string | null | Promise<string | null>;
  /**
   * Called once when an access token has expired; the request is then sent again with what `token` says. Answer false if
   * there is no way to a new one.
   */
  refresh?: () => Promise<boolean>;
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * A typed client of the REST API, generated from its OpenAPI description: `client.GET('/api/v1/cvs/{id}', …)` answers
 * `{ data, error, response }`, `error` being problem details.
 */
export function createDiscoverClient(options: DiscoverClientOptions): DiscoverClient {
  const send = options.fetch ?? fetch;
  const client = createFetchClient<paths>({
    baseUrl: options.origin,
    fetch: (request) => sendFresh(request, send, options),
  });
  client.use(identify(options));
  return client;
}

function identify({ token }: DiscoverClientOptions): Middleware {
  return {
    async onRequest({ request }) {
      const value = await token?.();
      if (value != null) request.headers.set('authorization', `Bearer ${value}`);
      return request;
    },
  };
}

/** Sends a request and, if its token had expired, a second time with a new one. */
async function sendFresh(
  request: Request,
  send: (request: Request) => Promise<Response>,
  options: DiscoverClientOptions,
): Promise<Response> {
  const again = options.refresh && request.clone();
  const response = await send(request);
  if (response.status !== 401 || !again || !options.refresh) return response;
  const { code } = (await response.clone().json()) as Partial<Problem>;
  if (code !== 'token_expired' || !(await options.refresh())) return response;
  const token = await options.token?.();
  if (token != null) again.headers.set('authorization', `Bearer ${token}`);
  return send(again);
}
