import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { freePort, ServerProcess } from '@discover/embedded';

import { ApiClient } from './api-client.js';
import { makeCertificates } from './certificates.js';
import { goTool } from './go-tools.js';

export interface ControlPlane {
  readonly api: ApiClient;
  /** For Helm and for servers that speak to the API. */
  readonly kubeconfig: string;
  readonly servers: readonly ServerProcess[];
  stop(): Promise<void>;
}

/**
 * etcd, API server and controller manager on this machine: what a cluster decides with. There are no nodes, so no scheduler
 * and no kubelet: {@link runPods} says of pods what a kubelet would.
 */
export async function startControlPlane(folder: string): Promise<ControlPlane> {
  await mkdir(folder, { recursive: true });
  const certificates = await makeCertificates(folder);
  const [etcdPort, peerPort, port] = [await freePort(), await freePort(), await freePort()];
  const token = randomBytes(16).toString('hex');
  const kubeconfig = join(folder, 'kubeconfig.json');
  await writeFile(join(folder, 'tokens.csv'), `${token},administrator,administrator,system:masters\n`);
  await writeFile(kubeconfig, JSON.stringify(administrator(port, token, certificates.serving)), { mode: 0o600 });
  const api = new ApiClient({ port, token, certificate: await readFile(certificates.serving, 'utf8') });

  const etcd = server('etcd', await goTool('etcd'), folder, () => answers(`http://127.0.0.1:${etcdPort}/health`), {
    'data-dir': join(folder, 'etcd'),
    'listen-client-urls': `http://127.0.0.1:${etcdPort}`,
    'advertise-client-urls': `http://127.0.0.1:${etcdPort}`,
    'listen-peer-urls': `http://127.0.0.1:${peerPort}`,
    'initial-advertise-peer-urls': `http://127.0.0.1:${peerPort}`,
    'initial-cluster': `default=http://127.0.0.1:${peerPort}`,
    // Nothing of it is to survive.
    'unsafe-no-fsync': 'true',
  });
  const ready = async () => (await api.get<string>('/readyz')) === 'ok';
  const apiserver = server('kube-apiserver', await goTool('kube-apiserver'), folder, ready, {
    'etcd-servers': `http://127.0.0.1:${etcdPort}`,
    'bind-address': '127.0.0.1',
    'advertise-address': '127.0.0.1',
    // It would publish its own address as a Service, which must not be of the loopback.
    'endpoint-reconciler-type': 'none',
    'secure-port': String(port),
    'tls-cert-file': certificates.serving,
    'tls-private-key-file': certificates.servingKey,
    'token-auth-file': join(folder, 'tokens.csv'),
    'authorization-mode': 'RBAC',
    'service-cluster-ip-range': '10.96.0.0/16',
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': certificates.serviceAccountKey,
    'service-account-signing-key-file': certificates.serviceAccountKey,
    'requestheader-client-ca-file': certificates.frontProxyAuthority,
    'requestheader-allowed-names': 'front-proxy',
    'requestheader-username-headers': 'X-Remote-User',
    'requestheader-group-headers': 'X-Remote-Group',
    'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
    'proxy-client-cert-file': certificates.frontProxy,
    'proxy-client-key-file': certificates.frontProxyKey,
  });
  const manager = server('kube-controller-manager', await goTool('kube-controller-manager'), folder, async () => true, {
    kubeconfig,
    'leader-elect': 'false',
    'service-account-private-key-file': certificates.serviceAccountKey,
    // What needs nodes, or would take pods away that are on none.
    controllers: '*,-node-lifecycle-controller,-node-ipam-controller,-pod-garbage-collector-controller',
    'secure-port': '0',
  });
  const servers = [etcd, apiserver, manager];
  const stop = async () => {
    for (const one of servers.toReversed()) await one.stop();
  };
  try {
    for (const one of servers) await one.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { api, kubeconfig, servers, stop };
}

/** A program as a child process whose log stands beside its data. */
export function server(
  name: string,
  command: string,
  folder: string,
  isReady: () => Promise<boolean>,
  flags: Readonly<Record<string, string>>,
): ServerProcess {
  return new ServerProcess({
    name,
    command,
    args: Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
    env: { PATH: process.env.PATH, HOME: folder },
    cwd: folder,
    logFile: join(folder, `${name}.log`),
    stopSignal: 'SIGTERM',
    readyTimeoutMs: 180_000,
    isReady: () => isReady().catch(() => false),
  });
}

export async function answers(url: string): Promise<boolean> {
  return (await fetch(url)).ok;
}

function administrator(port: number, token: string, certificate: string): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'test', cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority': certificate } },
    ],
    users: [{ name: 'administrator', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'administrator' } }],
    'current-context': 'test',
  };
}
