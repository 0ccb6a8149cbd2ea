import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { freePort, ServerProcess } from '@discover/embedded';

import { temporaryFolder } from './private-servers.js';

const run = promisify(execFile);

/** This file is libs/testing/{src,dist}/s3-server.*: the checkout is three folders up. */
const goTools = resolve(import.meta.dirname, '../../../tools/go-tools.mjs');
const NO_GO_EXIT_CODE = 3;

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
 * Versity's S3 gateway on a folder (Apache-2.0; tools/go/versitygw pins it), from `.cache/` or built there once (a minute
 * and a half on two cores).
 *
 * @returns undefined, having said why, on a machine without Go
 */
export async function locateS3Server(): Promise<string | undefined> {
  try {
    const { stdout } = await run(process.execPath, [goTools, 'versitygw']);
    return stdout.trim();
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string };
    if (code !== NO_GO_EXIT_CODE) throw error;
    process.stderr.write(`The S3 tests are skipped: their server is built from source. ${stderr ?? ''}`);
    return undefined;
  }
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
