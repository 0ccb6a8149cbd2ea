import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { waitFor } from '@discover/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Where Debian and others put it; it cannot come from npm. */
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const inChromium = CHROMIUM === undefined ? describe.skip : describe;

interface Beacon {
  type: string | undefined;
  page: string;
  device: string;
  connection: string;
  values: { name: string; value: number }[];
}

const PAGE = `<!doctype html><html lang="en"><title>Test</title>
<script defer src="/vitals.js" data-endpoint="/beacons" data-page="/u/:slug"></script>
<h1>A heading that is the largest thing to be painted</h1>
<button>Press</button>
<script>
  document.querySelector('button').addEventListener('click', () => {
    const until = performance.now() + 60;
    while (performance.now() < until);
    document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 200px' }));
  });
</script></html>`;

inChromium('what a page tells of itself', () => {
  const beacons: Beacon[] = [];
  let server: Server;
  let browser: Browser;
  let url: string;

  beforeAll(async () => {
    const script = readFileSync(new URL('../dist/vitals.js', import.meta.url));
    server = createServer((request, response) => {
      if (request.url === '/vitals.js') response.setHeader('content-type', 'text/javascript').end(script);
      else if (request.url === '/beacons')
        void text(request).then((body) => {
          beacons.push({ type: request.headers['content-type'], ...(JSON.parse(body) as Omit<Beacon, 'type'>) });
          response.writeHead(204).end();
        });
      else response.setHeader('content-type', 'text/html').end(PAGE);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  /** Once the browser has told its observers, of whom the page's were there before, of such an entry: some time after the paint. */
  const measured = (page: Page, type: string, name = '') =>
    page.evaluate(`new Promise((seen) =>
      new PerformanceObserver((list) => list.getEntries().some((entry) => entry.name.endsWith('${name}')) && seen())
        .observe({ type: '${type}', buffered: true, durationThreshold: 16 }))`);

  const told = () => beacons.flatMap(({ values }) => values);

  async function look(work: (page: Page) => Promise<void>, options: object = {}): Promise<void> {
    beacons.length = 0;
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(url);
    await work(page);
    await context.close();
  }

  it('is sent when the page is left: all five metrics, once each, in text that needs no preflight', async () => {
    await look(async (page) => {
      await measured(page, 'largest-contentful-paint');
      const pressed = measured(page, 'event', 'click');
      await page.getByRole('button').click();
      await pressed;
      // The library looks at interactions when the browser has nothing else to do; one that it has not looked at is not told.
      await page.evaluate('new Promise((idle) => requestIdleCallback(idle, { timeout: 1_000 }))');
      await page.goto('about:blank');
      await waitFor(() => told().length >= 5, { what: 'all values' });
    });
    expect(
      told()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['CLS', 'FCP', 'INP', 'LCP', 'TTFB']);
    const value = (name: string) => told().find((one) => one.name === name)!.value;
    expect(value('INP')).toBeGreaterThanOrEqual(56);
    expect(value('LCP')).toBeGreaterThanOrEqual(value('FCP'));
    expect(beacons[0]).toMatchObject({
      page: '/u/:slug',
      device: 'desktop',
      type: expect.stringContaining('text/plain'),
    });
    expect(beacons.every(({ values }) => values.length <= 10)).toBe(true);
  });

  it('is sent after five seconds from a page that stays', async () => {
    await look(async () => {
      await waitFor(() => told().length >= 2, { what: 'the first values', timeoutMs: 20_000 });
    });
    expect(told().map(({ name }) => name)).toEqual(expect.arrayContaining(['TTFB', 'FCP']));
  });

  it('says what kind of device it was', async () => {
    const telephone = {
      viewport: { width: 390, height: 844 },
      screen: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    };
    // It stays, since a page that is left at once may have nothing to tell.
    await look(async () => {
      // The last one of the page before may still be under way.
      await waitFor(() => beacons.some(({ device }) => device === 'mobile'), {
        what: 'the beacon of a telephone',
        timeoutMs: 20_000,
      });
    }, telephone);
    expect(beacons.at(-1)).toMatchObject({ device: 'mobile' });
  });
});
