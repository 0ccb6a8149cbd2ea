import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** One request as it is said, which `fetch` does not allow: any header, half a body. */
export function send(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: Buffer | 'unfinished' } = {},
): Promise<Reply> {
  return new Promise((done, fail) => {
    const sent = request(url, { method, headers, agent: body === 'unfinished' ? false : agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
        if (body === 'unfinished') sent.destroy();
      });
      response.on('error', fail);
    });
    // The edge may answer and close before all is sent.
    sent.on('error', fail);
    if (body === 'unfinished') sent.write(Buffer.alloc(64 * 1024));
    else sent.end(body);
  });
}
