import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { AppError } from '@discover/contracts';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { AllowAccess } from '../auth/access.decorator.js';
import { HttpCaching } from '../http-caching/http-caching.js';
import { OpenInMaintenance } from '../levers/maintenance.guard.js';
import { VITALS_PATH } from '../vitals/pages.js';
import { assetOf, findAsset } from './assets.js';

/** Its own script and style and our own API; nothing from elsewhere, and nobody may frame it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of a file that a page of another release asks for: what it gets is this release's. */
const MINUTE = 'public, max-age=60';

/** The operators' page. Without any data: whoever logs in on it gets that from the API. */
@ApiExcludeController()
@Controller('performance')
@AllowAccess('public')
@OpenInMaintenance()
export class PerformancePageController {
  private html: string | undefined;

  constructor(private readonly caching: HttpCaching) {}

  @Get()
  page(@Res() reply: FastifyReply): void {
    this.html ??= filledIn(
      readFileSync(createRequire(import.meta.url).resolve('@discover/performance-page/html'), 'utf8'),
    );
    void reply
      .header('content-security-policy', POLICY)
      .header('cache-control', 'public, no-cache')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(this.html);
  }

  @Get('assets/:file')
  asset(@Param('file') file: string, @Res() reply: FastifyReply): void {
    const found = findAsset(file);
    if (!found) throw new AppError('not_found', 'There is no such file.');
    const { asset, current } = found;
    if (current) this.caching.share(reply, { kind: 'asset', tags: [] });
    else void reply.header('cache-control', MINUTE);
    void reply.type(asset.type).send(asset.bytes);
  }
}

/** Names in braces are addresses of what the page needs. */
function filledIn(template: string): string {
  const addresses: Record<string, string> = {
    script: assetOf('performance.js').path,
    style: assetOf('performance.css').path,
    vitals: VITALS_PATH,
  };
  return template.replace(/\{(\w+)\}/g, (text, name: string) => addresses[name] ?? text);
}
