import { randomBytes } from 'node:crypto';

import type { Resume } from '@discover/cv-model';

import type { PlannedRequest } from './load/plan.js';

const JSON_TYPE = { 'content-type': 'application/json' };

/** A person on the platform, and the requests that they make. */
export class Account {
  private constructor(
    private readonly apiUrl: string,
    private readonly authorization: Readonly<Record<string, string>>,
  ) {}

  static async open(apiUrl: string): Promise<Account> {
    const email = `bench-${randomBytes(6).toString('hex')}@example.org`;
    const body = JSON.stringify({ email, password: randomBytes(12).toString('base64url'), name: 'Bench' });
    const response = await fetch(`${apiUrl}/api/v1/auth/register`, { method: 'POST', headers: JSON_TYPE, body });
    if (response.status !== 201)
      throw new Error(`No account could be opened: ${response.status} ${await response.text()}`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    return new Account(apiUrl, { authorization: `Bearer ${accessToken}` });
  }

  /** Ids of new CVs, one for each document. */
  async createCvs(documents: readonly Resume[]): Promise<string[]> {
    const ids: string[] = [];
    for (const document of documents)
      ids.push((JSON.parse((await this.send(this.create(document))).toString()) as { id: string }).id);
    return ids;
  }

  /** Makes a request and answers its body. @throws if the status is not the expected one */
  async send({ method, path, headers, body, expect }: PlannedRequest): Promise<Buffer> {
    const response = await fetch(`${this.apiUrl}${path}`, {
      method,
      headers,
      body: body === undefined ? null : new Uint8Array(body),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status === expect) return bytes;
    throw new Error(`${method} ${path} was answered with ${response.status}: ${bytes.toString().slice(0, 300)}`);
  }

  create(document: Resume): PlannedRequest {
    return this.post('create', '/api/v1/cvs', { title: document.basics?.name, document }, 201);
  }

  read(id: string): PlannedRequest {
    return this.get('read', `/api/v1/cvs/${id}`);
  }

  list(): PlannedRequest {
    return this.get('list', '/api/v1/cvs?limit=20');
  }

  /** A change of one field; distinct for distinct numbers. */
  patch(id: string, number: number): PlannedRequest {
    const body = Buffer.from(JSON.stringify({ document: { basics: { label: `Engineer ${number}` } } }));
    return {
      kind: 'write',
      method: 'PATCH',
      path: `/api/v1/cvs/${id}`,
      headers: { ...this.authorization, ...JSON_TYPE },
      body,
      expect: 200,
    };
  }

  /** Answered with the reading. */
  parse(pdf: Buffer): PlannedRequest {
    return this.upload('parse', '/api/v1/parse', pdf, {}, 200);
  }

  /** Answered when the job has ended. */
  import(pdf: Buffer): PlannedRequest {
    return this.upload('import', '/api/v1/cvs/import', pdf, { prefer: 'wait=30' }, 201);
  }

  render(document: Resume): PlannedRequest {
    return this.post('render', '/api/v1/render', { document, template: 'classic', format: 'pdf' }, 200);
  }

  download(id: string): PlannedRequest {
    return this.get('download', `/api/v1/cvs/${id}/render.pdf?template=classic`);
  }

  /** Answered when its sizes and formats are there. */
  photo(id: string, picture: Buffer): PlannedRequest {
    const headers = { ...this.authorization, 'content-type': 'image/jpeg' };
    return { kind: 'photo', method: 'PUT', path: `/api/v1/cvs/${id}/photo`, headers, body: picture, expect: 200 };
  }

  private get(kind: string, path: string): PlannedRequest {
    return { kind, method: 'GET', path, headers: this.authorization, expect: 200 };
  }

  private post(kind: string, path: string, json: unknown, expect: number): PlannedRequest {
    return {
      kind,
      method: 'POST',
      path,
      headers: { ...this.authorization, ...JSON_TYPE },
      body: Buffer.from(JSON.stringify(json)),
      expect,
    };
  }

  private upload(
    kind: string,
    path: string,
    body: Buffer,
    headers: Record<string, string>,
    expect: number,
  ): PlannedRequest {
    return {
      kind,
      method: 'POST',
      path,
      headers: { ...this.authorization, 'content-type': 'application/pdf', ...headers },
      body,
      expect,
    };
  }
}
