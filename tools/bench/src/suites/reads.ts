import { resume } from '../documents/resumes.js';
import { compareWithBare } from './compare.js';
import type { PlatformContext } from './suite.js';

const CONNECTIONS = 50;
const JSON_TYPE = 'application/json; charset=utf-8';
const LISTED = 30;

/** Reads by an authorised person, against Fastify alone. */
export async function measureReads(context: PlatformContext): Promise<void> {
  const { account, tell } = context;
  const [id] = await account.createCvs(Array.from({ length: LISTED }, (_, number) => resume(number)));
  const shared = { unit: 'reads/s', contentType: JSON_TYPE, connections: CONNECTIONS };
  tell('Cached CV reads beside bare Fastify …');
  await compareWithBare(context, {
    ...shared,
    name: 'Cached CV, GET /cvs/{id}',
    request: account.read(id!),
    target: 'ratio >= 0.5; p95 < 100 ms, p99 < 200 ms (A19)',
  });
  tell('List reads beside bare Fastify …');
  await compareWithBare(context, {
    ...shared,
    name: 'List of 20, GET /cvs',
    request: account.list(),
    target: 'p95 < 200 ms, p99 < 500 ms (A19)',
  });
}
