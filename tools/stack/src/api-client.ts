import { StackError } from './stack-error.js';

export interface ApiAnswer {
  readonly status: number;
  readonly body: Buffer;
}

const REQUEST_TIMEOUT_MS = 60_000;

/** The few calls that the demonstration makes, as any integrator would make them. */
export class ApiClient {
  private token: string | undefined;

  constructor(private readonly baseUrl: string) {}

  authorize(token: string): void {
    this.token = token;
  }

  /** @throws StackError unless the API answers with one of the expected statuses */
  async call(
    method: 'GET' | 'POST',
    path: string,
    expected: readonly number[],
    request: { json?: unknown; form?: FormData; headers?: Record<string, string> } = {},
  ): Promise<ApiAnswer> {
    const body = request.form ?? (request.json === undefined ? null : JSON.stringify(request.json));
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      body,
      headers: {
        ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...request.headers,
      },
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new StackError(`The API did not answer ${method} ${path}: ${(error as Error).message}.`, { cause: error });
    });
    const answer = { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
    if (expected.includes(answer.status)) return answer;
    throw new StackError(
      `The API answered ${method} ${path} with ${answer.status}: ${answer.body.toString().slice(0, 500)}`,
    );
  }
}
