import { rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import { chromium, type Browser } from 'playwright-core';

import type { Composition } from '../presentation/composition.js';
import { findProgram } from './programs.js';

/** Prints HTML to PDF in a browser of the system. */
export class ChromiumProducer {
  private browser: Browser | undefined;

  async pdf(
    html: string,
    { running: { header, footer } }: Pick<Composition, 'running'>,
    temporaryFile: string,
  ): Promise<Uint8Array> {
    this.browser ??= await chromium.launch({
      executablePath: findProgram('chromium')!,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const page = await this.browser.newPage();
    try {
      await writeFile(temporaryFile, html);
      await page.goto(pathToFileURL(temporaryFile).href);
      await page.evaluate('document.fonts.ready.then(() => true)');
      const running = header !== undefined || footer !== undefined;
      return await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        ...(running && {
          displayHeaderFooter: true,
          headerTemplate: template(header),
          footerTemplate: template(footer),
          margin: { top: '18mm', bottom: '18mm', left: '14mm', right: '14mm' },
        }),
      });
    } finally {
      await page.close();
      await rm(temporaryFile, { force: true });
    }
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }
}

const template = (text = ''): string =>
  `<div style="font-size:8px;width:100%;text-align:center">${text
    .replace(/[<&]/g, '')
    .replace('$pages', '<span class="totalPages"></span>')
    .replace('$page', '<span class="pageNumber"></span>')}</div>`;
