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
  type ConfigOf,
} from '@discover/config';
import { z } from 'zod';

const { port, positiveInteger, text, textList } = schemas;

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
    bodyLimitKb: variable('API_BODY_LIMIT_KB', positiveInteger, 'Largest request body that is not a file, in KiB.', {
      fallback: '1024',
    }),
    uploadLimitMb: variable('API_UPLOAD_LIMIT_MB', positiveInteger, 'Largest file that is taken, in MiB.', {
      fallback: '20',
    }),
  },
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
  postgres: postgresVariables,
  queue: queueRedisVariables,
  cache: cacheRedisVariables,
  storage: objectStorageVariables,
  telemetry: telemetryVariables,
  management: managementVariables('api', 9464),
  shutdown: shutdownVariables,
};

export type ApiConfig = ConfigOf<typeof apiConfigShape>;
