import { existsSync } from 'node:fs';

import { chromium, type Browser, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A headless browser that is warm: one page, which prints document after document. */
export class Chromium {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  /** Undefined where the system has none. */
  static async launch(): Promise<Chromium | undefined> {
    const executablePath = PLACES.find((place) => existsSync(place));
    if (executablePath === undefined) return undefined;
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    return new Chromium(browser, await browser.newPage());
  }

  async pdf(html: string): Promise<Uint8Array> {
    await this.page.setContent(html);
    return this.page.pdf({ preferCSSPageSize: true, printBackground: true });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
