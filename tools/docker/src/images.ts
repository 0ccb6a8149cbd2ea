import { mkdir, copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { locateS3Server } from '@discover/testing';

import { attempt, docker, DockerTestError, ROOT, run } from './engine.js';

export const SERVICES = ['api', 'parser', 'render', 'jobs', 'migrator'] as const;

const NODE_IMAGE = process.env.NODE_IMAGE ?? 'node:24-bookworm-slim';
const STAND_INS = 'docker/local/Dockerfile';

/** Variables of docker-compose.yml, with the target of docker/local that stands in for the public image. */
const IMAGES = {
  POSTGRES_IMAGE: 'postgres',
  PGBOUNCER_IMAGE: 'pgbouncer',
  REDIS_IMAGE: 'valkey',
  EDGE_IMAGE: 'nginx',
  PROMETHEUS_IMAGE: 'prometheus',
  ALERTMANAGER_IMAGE: 'alertmanager',
} as const;

/**
 * Builds the five images of the platform. What they are made from must be there, or a registry that has it; a script that
 * makes it is run if DOCKER_BASE_IMAGES names one.
 *
 * @throws DockerTestError that says what to do
 */
export async function buildServices(version: string): Promise<void> {
  if (!(await isThere(NODE_IMAGE))) {
    const script = process.env.DOCKER_BASE_IMAGES;
    if (script !== undefined) await run(script, [], { show: true });
    else if ((await attempt('docker', ['pull', '-q', NODE_IMAGE])).code !== 0) {
      throw new DockerTestError(
        `The image ${NODE_IMAGE} is neither here nor to be had. Make it (Debian 12 with Node 24 and npm), or name another ` +
          'by NODE_IMAGE, or a script that makes it by DOCKER_BASE_IMAGES.',
      );
    }
  }
  const revision = (await attempt('git', ['rev-parse', 'HEAD'])).stdout.trim();
  for (const service of SERVICES) {
    const started = Date.now();
    await docker(
      ...['build', '--file', 'docker/Dockerfile', '--tag', `discover/${service}:${version}`],
      ...['--build-arg', `SERVICE=${service}`, '--build-arg', `NODE_IMAGE=${NODE_IMAGE}`],
      ...['--build-arg', `VERSION=${version}`, '--build-arg', `REVISION=${revision}`, '.'],
    );
    console.log(`  discover/${service}:${version} (${seconds(started)} s)`);
  }
}

/** The images of others as variables of docker-compose.yml: the public ones, or stand-ins where no registry can be reached. */
export async function chooseImages(): Promise<Record<string, string>> {
  const given = Object.keys(IMAGES).filter((name) => process.env[name] !== undefined);
  if (given.length > 0 || (await attempt('docker', ['pull', '-q', 'nginx:1.30'])).code === 0) {
    console.log('  the public images, or those that the environment names');
    return {};
  }
  console.log(
    '  no registry of images can be reached: stand-ins from Debian’s packages (the first time takes some minutes)',
  );
  const variables: Record<string, string> = {};
  for (const [variable, target] of Object.entries(IMAGES)) {
    const tag = `discover-local/${target}`;
    await docker('build', '--file', STAND_INS, '--target', target, '--tag', tag, 'docker/local');
    variables[variable] = tag;
  }
  variables.S3_IMAGE = await buildS3();
  return variables;
}

async function buildS3(): Promise<string> {
  const program = await locateS3Server();
  if (program === undefined) throw new DockerTestError('Go is needed to build the stand-in of the S3 server.');
  const context = join(ROOT, '.cache/docker-s3');
  await mkdir(context, { recursive: true });
  await copyFile(program, join(context, 'versitygw'));
  await docker('build', '--file', STAND_INS, '--target', 's3', '--tag', 'discover-local/s3', context);
  return 'discover-local/s3';
}

/** Megabytes of each image: in all, and what it has beyond the base that all share. */
export async function imageSizes(version: string): Promise<{ service: string; total: number; own: number }[]> {
  const sizeOf = async (image: string) =>
    Number(await docker('image', 'inspect', '--format', '{{.Size}}', image)) / 1e6;
  const base = await sizeOf(NODE_IMAGE);
  return Promise.all(
    SERVICES.map(async (service) => {
      const total = await sizeOf(`discover/${service}:${version}`);
      return { service, total: Math.round(total), own: Math.round(total - base) };
    }),
  );
}

async function isThere(image: string): Promise<boolean> {
  return (await attempt('docker', ['image', 'inspect', image])).code === 0;
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(0);
}
