import { Counter } from 'prom-client';

import { registry } from './registry.js';

const registers = [registry];

/** What people do with the platform: counted once it is done, never with who did it. */
export const businessMetrics = {
  accountsRegistered: new Counter({ name: 'cv_accounts_registered_total', help: 'Accounts opened.', registers }),
  logins: new Counter({
    name: 'cv_logins_total',
    help: 'Log-ins by password, by outcome: `ok` or `refused`.',
    labelNames: ['outcome'] as const,
    registers,
  }),
  uploads: new Counter({
    name: 'cv_uploads_total',
    help: 'Files taken in, by purpose: import, batch or parse.',
    labelNames: ['purpose'] as const,
    registers,
  }),
  uploadBytes: new Counter({ name: 'cv_upload_bytes_total', help: 'Size of the files taken in.', registers }),
  cvsCreated: new Counter({
    name: 'cv_cvs_created_total',
    help: 'CVs made, by cause: `created` from a document of ours, `imported` from a file.',
    labelNames: ['cause'] as const,
    registers,
  }),
  sharesCreated: new Counter({
    name: 'cv_shares_created_total',
    help: 'Shares made, by kind: with a person or by a link.',
    labelNames: ['kind'] as const,
    registers,
  }),
  publicationsPut: new Counter({
    name: 'cv_publications_put_total',
    help: 'Public profiles put or changed, by visibility.',
    labelNames: ['visibility'] as const,
    registers,
  }),
  apiKeyRequests: new Counter({ name: 'cv_api_key_requests_total', help: 'Requests by an API key.', registers }),
  rateLimited: new Counter({
    name: 'cv_rate_limited_total',
    help: 'Requests refused by a rate limit, by the limit’s name.',
    labelNames: ['limit'] as const,
    registers,
  }),
} as const;
