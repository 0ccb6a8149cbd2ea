import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { freePort, ServerProcess } from '@discover/embedded';

import { temporaryFolder } from './private-servers.js';

const run = promisify(execFile);

/** Versity's S3 gateway on a folder (Apache-2.0): a maintained server that the Go module proxy carries as source. */
const VERSION = 'v1.8.0';
const PACKAGE = `github.com/versity/versitygw/cmd/versitygw@${VERSION}`;
const OLDEST_GO = [1, 24] as const;
const BUILD_TIMEOUT_MS = 600_000;

/** This file is libs/testing/{src,dist}/s3-server.*: the checkout is three folders up. */
const cacheFolder = resolve(import.meta.dirname, '../../../.cache', `versitygw-${VERSION}`);

export interface S3Server {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly process: ServerProcess;
  /** Stops the server and removes its data. */
  dispose(): Promise<void>;
}

/**
 * The program, from `.cache/` or built there once (a minute and a half on two cores).
 *
 * @returns undefined, having said why, on a machine without Go
 */
export async function locateS3Server(): Promise<string | undefined> {
  const program = join(cacheFolder, 'versitygw');
  if (await isExecutable(program)) return program;
  if (!(await hasGo())) {
    process.stderr.write(
      `The S3 tests are skipped: their server is built from source and needs Go ${OLDEST_GO.join('.')} or newer on the PATH.\n`,
    );
    return undefined;
  }
  process.stderr.write(`Building the S3 server for the tests (${PACKAGE}; once) …\n`);
  const partial = `${cacheFolder}.${process.pid}.partial`;
  await mkdir(partial, { recursive: true });
  await run('go', ['install', PACKAGE], {
    env: { ...process.env, GOBIN: partial, GOFLAGS: '' },
    timeout: BUILD_TIMEOUT_MS,
  });
  await rm(cacheFolder, { recursive: true, force: true });
  await rename(partial, cacheFolder);
  return program;
}

/** @param program what {@link locateS3Server} gave */
export async function startS3(program: string): Promise<S3Server> {
  const folder = await temporaryFolder();
  const [objects, metadata] = [join(folder.path, 'objects'), join(folder.path, 'metadata')];
  for (const path of [objects, metadata]) await mkdir(path);
  const port = await freePort();
  const [region, accessKeyId, secretAccessKey] = ['eu-central-2', 'discover', 'discover-secret'];
  const server = new ServerProcess({
    name: 'S3 server',
    command: program,
    // Metadata in files, because not every file system (tmpfs, some overlays) has extended attributes.
    args: ['--port', `127.0.0.1:${port}`, '--quiet', 'posix', '--sidecar', metadata, objects],
    env: { PATH: process.env.PATH, ROOT_ACCESS_KEY: accessKeyId, ROOT_SECRET_KEY: secretAccessKey, VGW_REGION: region },
    cwd: folder.path,
    logFile: join(folder.path, 's3.log'),
    stopSignal: 'SIGTERM',
    isReady: () => listens(port),
  });
  await server.start();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    region,
    accessKeyId,
    secretAccessKey,
    process: server,
    dispose: async () => {
      await server.stop();
      await folder.remove();
    },
  };
}

async function hasGo(): Promise<boolean> {
  try {
    const { stdout } = await run('go', ['env', 'GOVERSION']);
    const [major = 0, minor = 0] = (/go(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
    return major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]);
  } catch {
    return false;
  }
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function listens(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}
