import {
  cacheRedisVariables,
  managementVariables,
  objectStorageVariables,
  postgresVariables,
  queueRedisVariables,
  schemas,
  shutdownVariables,
  telemetryVariables,
  variable,
  webhookTargetVariables,
  type ConfigOf,
} from '@discover/config';
import { z } from 'zod';

const { port, positiveInteger, text, textList } = schemas;

/** Comma-separated origins; `*` stands for all, `none` for the empty list. */
const originList = textList.pipe(
  z.array(
    z.union([
      z.literal('*'),
      z.string().refine((value) => URL.canParse(value) && new URL(value).origin === value, 'This is no origin.'),
    ]),
  ),
);

const perMinute = (name: string, description: string, fallback: number) =>
  variable(name, positiveInteger, description, { fallback: String(fallback) });

/** Read before anything else is loaded. */
export const processVariables = {
  count: variable(
    'API_PROCESSES',
    positiveInteger,
    'Processes that serve on the one port; one a core is best, since each keeps one busy.',
    { fallback: '1' },
  ),
};

/** The environment of the API. */
export const apiConfigShape = {
  http: {
    host: variable('API_HOST', text, 'The address that the API listens on.', { fallback: '127.0.0.1' }),
    port: variable('API_PORT', port, 'The port that the API listens on.', { fallback: '3000' }),
    publicUrl: variable('PUBLIC_URL', z.url(), 'Where people reach the API: the base of the links that it gives out.', {
      fallback: 'http://127.0.0.1:3000',
    }),
    trustedProxies: variable(
      'TRUSTED_PROXIES',
      textList,
      'Addresses or networks of the proxies in front, comma-separated, whose `X-Forwarded-For` is believed; `none` believes nobody.',
      { fallback: 'none' },
    ),
    corsOrigins: variable(
      'CORS_ORIGINS',
      originList,
      'Origins whose pages may call the API from a browser, comma-separated (`https://app.example.org`); `*` for all, `none` for none.',
      { fallback: 'none' },
    ),
    bodyLimitKb: variable('API_BODY_LIMIT_KB', positiveInteger, 'Largest request body that is not a file, in KiB.', {
      fallback: '1024',
    }),
    uploadLimitMb: variable('API_UPLOAD_LIMIT_MB', positiveInteger, 'Largest file that is taken, in MiB.', {
      fallback: '20',
    }),
    batchLimitMb: variable(
      'API_BATCH_LIMIT_MB',
      positiveInteger,
      'Largest batch that is taken at once, in MiB: of the upload, and of what is in its ZIPs.',
      { fallback: '200' },
    ),
    batchDocuments: variable('API_BATCH_DOCUMENTS', positiveInteger, 'Most documents of one batch.', {
      fallback: '500',
    }),
  },
  processes: processVariables,
  webhooks: webhookTargetVariables,
  auth: {
    jwtSecret: variable(
      'JWT_SECRET',
      z.string().min(32),
      'Signs access tokens: at least 32 random characters, the same on every instance.',
      {
        secret: true,
      },
    ),
    accessTokenSeconds: variable('ACCESS_TOKEN_SECONDS', positiveInteger, 'Life of an access token, in seconds.', {
      fallback: '900',
    }),
    sessionSeconds: variable(
      'SESSION_SECONDS',
      positiveInteger,
      'Life of a session, and so of its refresh tokens, in seconds.',
      {
        fallback: '86400',
      },
    ),
    homeRegion: variable('HOME_REGION', text, 'Region that accounts opened here belong to, where their data stays.', {
      fallback: 'eu-central',
    }),
  },
  limits: {
    free: perMinute('RATE_LIMIT_FREE', 'Requests a minute of one person of the plan `free`.', 600_000),
    premium: perMinute('RATE_LIMIT_PREMIUM', 'The same for the plan `premium`.', 1_200_000),
    expensiveFree: perMinute(
      'RATE_LIMIT_EXPENSIVE_FREE',
      'Of these, imports, parses and renders that are asked for by POST, for the plan `free`.',
      12_000,
    ),
    expensivePremium: perMinute('RATE_LIMIT_EXPENSIVE_PREMIUM', 'The same for the plan `premium`.', 24_000),
    anonymous: perMinute(
      'RATE_LIMIT_ANONYMOUS',
      'Requests a minute without a valid token or key from one address (IPv4) or network (IPv6 /64).',
      3_000,
    ),
    auth: perMinute(
      'RATE_LIMIT_AUTH',
      'Requests a minute from one address or network that open accounts, log in, refresh tokens or ask for a password.',
      1_200,
    ),
  },
  vitals: {
    pages: variable(
      'VITALS_PAGES',
      textList,
      'Patterns of the pages of which web vitals are told apart, comma-separated; all others are one, `other`.',
      { fallback: '/,/u/:slug,/performance,/docs' },
    ),
  },
  performance: {
    alertmanagerUrl: variable(
      'ALERTMANAGER_URL',
      z.union([z.literal('none'), z.url()]),
      'Base address of Alertmanager, whose alerts `GET /admin/performance` shows; `none`: it shows its own only.',
      { fallback: 'none' },
    ),
  },
  idempotency: {
    leaseSeconds: variable(
      'IDEMPOTENCY_LEASE_SECONDS',
      positiveInteger,
      'After an instance has died, a request with an `Idempotency-Key` that it had in hand is taken up again after so many seconds.',
      { fallback: '15' },
    ),
  },
  postgres: postgresVariables,
  queue: queueRedisVariables,
  cache: cacheRedisVariables,
  storage: objectStorageVariables,
  telemetry: telemetryVariables,
  management: managementVariables('api', 9464),
  shutdown: shutdownVariables,
};

export type ApiConfig = ConfigOf<typeof apiConfigShape>;
