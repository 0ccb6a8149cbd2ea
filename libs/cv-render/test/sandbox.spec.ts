import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RenderPool, type RenderRequest } from '../src/index.js';
import { Sandbox } from '../src/sandbox/sandbox.js';
import { pdfText } from './pdf-reading.js';
import { sample } from './samples.js';

const request = (source: string, changes: Partial<RenderRequest> = {}): RenderRequest => ({
  document: sample('nurse'),
  template: 'classic',
  format: 'pdf',
  source,
  ...changes,
});

/** A template whose body is the given Typst code. */
const template = (body: string) => `#let template(cv, style) = {\n  ${body}\n}\n`;

/** Hours of counting, without a call that Typst could remember the result of. */
const SLOW = template('let n = 0\n  for a in range(60000) { for b in range(60000) { n += 1 } }\n  str(n)');

describe('an uploaded template', () => {
  let pool: RenderPool;
  beforeAll(() => {
    pool = new RenderPool({
      threads: 1,
      timeoutMs: 10_000,
      memoryMb: 256,
      sandbox: { processes: 2, timeoutMs: 3_000, memoryMb: 500 },
    });
  });
  afterAll(() => pool.close());

  it('draws the document with our parts', async () => {
    const source = `#import "/parts/document.typ": *
#import "/parts/section.typ": *
#let template(cv, style) = {
  show: cv-document.with(cv, style)
  set page(paper: style.paper)
  heading(level: 1, [The life of #cv.name])
  draw-sections(cv, "main", wide-look(style))
}`;
    const { bytes, pages } = await pool.render(request(source));
    expect(pages).toBeGreaterThan(0);
    expect(await pdfText(bytes)).toContain(`The life of ${sample('nurse').basics!.name}`);
  });

  it.each([
    ['a name that does not exist', template('foo(1)'), 2, 3, 'unknown variable: foo'],
    ['a wrong type', template('let a = 1 + "x"\n  a'), 2, 11, 'cannot add integer and string'],
    ['a word that is missing', '#let template(cv style) = []', 1, 17, 'expected comma'],
    ['a template without its function', '#let design = 1', undefined, undefined, 'must define `template(cv, style)`'],
  ])('is told its errors by line: %s', async (_what, source, line, column, words) => {
    const failure = pool.render(request(source));
    await expect(failure).rejects.toMatchObject({
      code: 'invalid_template',
      problems: [expect.objectContaining({ pointer: '/source', message: expect.stringContaining(words) })],
    });
    const { problems } = (await failure.catch((error: unknown) => error)) as { problems: object[] };
    expect(problems[0]).toMatchObject(line === undefined ? {} : { line, column });
  });

  it.each([
    ['a file of the machine', 'read("/etc/passwd")', /file not found$/],
    ['a file by a way around', 'read("../../../../../../../../../../../../etc/passwd")', /access denied/],
    ['an address', 'image("https://example.org/a.png")', /file not found/],
    ['a package', 'import "@preview/cetz:0.2.2": canvas', /packages cannot be imported/],
  ])('cannot read %s', async (_what, code, message) => {
    await expect(pool.render(request(template(code)))).rejects.toMatchObject({
      code: 'invalid_template',
      problems: [expect.objectContaining({ message: expect.stringMatching(message) })],
    });
  });

  it('is ended when it takes too long, and the next one is well', async () => {
    const [late, neighbour] = await Promise.allSettled([
      pool.render(request(SLOW)),
      pool.render(request(template('[beside]'))),
    ]);
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'timeout' } });
    expect(neighbour.status).toBe('fulfilled');
    expect((await pool.render(request(template('[after]')))).pages).toBe(1);
  }, 15_000);

  it('is ended when it takes too much memory', async () => {
    const sandbox = new Sandbox({ processes: 1, timeoutMs: 30_000, memoryMb: 400 });
    const greedy = template('let a = (0,) * 1000\n  for i in range(40) { a = a + a.map(x => x + i) }\n  str(a.len())');
    await expect(sandbox.render(request(greedy))).rejects.toMatchObject({
      code: 'invalid_template',
      message: 'The template needs more than 400 MiB of memory.',
    });
    expect((await sandbox.render(request(template('[after]')))).pages).toBe(1);
    await sandbox.close();
  }, 40_000);

  it('is not run for formats that are no drawing: they come from the template that it is based on', async () => {
    const { bytes } = await pool.render(request('this is no Typst {', { format: 'txt' }));
    expect(new TextDecoder().decode(bytes)).toContain(sample('nurse').basics!.name);
  });

  it('is cancelled with its render', async () => {
    const abort = new AbortController();
    const render = pool.render(request(SLOW), abort.signal);
    abort.abort(new Error('gone'));
    await expect(render).rejects.toThrow('gone');
  });
});

/** Typst's way to packages leads over the proxy that the environment names: shown here, because the sandbox builds on it. */
describe('the network of a sandbox', () => {
  let proxy: Server;
  beforeAll(async () => {
    proxy = createServer();
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
  });
  afterAll(() => {
    proxy.close();
  });

  it('is what its environment says', async () => {
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const asked = once(proxy, 'connection');
    const child = fork(createRequire(import.meta.url).resolve('@discover/cv-render/sandbox'), {
      env: { HTTPS_PROXY: address },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.send(request(template('import "@preview/cetz:0.2.2": canvas')));
    const [socket] = (await asked) as [Socket];
    const [sent] = (await once(socket, 'data')) as [Buffer];
    expect(sent.toString()).toMatch(/^CONNECT packages\.typst\.org:443 /);
    socket.destroy();
    child.kill('SIGKILL');
    await once(child, 'exit');
  }, 15_000);
});
