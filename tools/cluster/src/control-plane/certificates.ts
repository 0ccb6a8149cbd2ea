import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Paths of keys and certificates that a control plane on this machine needs; good for a day. */
export interface Certificates {
  readonly serving: string;
  readonly servingKey: string;
  /** Signs what the API server shows to the servers of its aggregated APIs. */
  readonly frontProxyAuthority: string;
  readonly frontProxy: string;
  readonly frontProxyKey: string;
  readonly serviceAccountKey: string;
}

/** Made by the `openssl` of the system. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const path = (name: string) => join(folder, name);
  const selfSigned = (name: string, subject: string, ...extensions: string[]) => {
    const files = ['-keyout', path(`${name}.key`), '-out', path(`${name}.crt`)];
    return run('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '1',
      '-subj',
      subject,
      ...files,
      ...extensions,
    ]);
  };
  await selfSigned('serving', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost');
  await selfSigned('front-authority', '/CN=front-proxy-authority');
  const asked = path('front.csr');
  const key = path('front.key');
  await run('openssl', [
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=front-proxy',
    '-keyout',
    key,
    '-out',
    asked,
  ]);
  const authority = ['-CA', path('front-authority.crt'), '-CAkey', path('front-authority.key'), '-CAcreateserial'];
  await run('openssl', ['x509', '-req', '-in', asked, ...authority, '-days', '1', '-out', path('front.crt')]);
  await run('openssl', ['genrsa', '-out', path('service-account.key'), '2048']);
  return {
    serving: path('serving.crt'),
    servingKey: path('serving.key'),
    frontProxyAuthority: path('front-authority.crt'),
    frontProxy: path('front.crt'),
    frontProxyKey: key,
    serviceAccountKey: path('service-account.key'),
  };
}
