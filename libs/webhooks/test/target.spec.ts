import { describe, expect, it } from '@jest/globals';

import { isPublicAddress, targetProblem } from '../src/index.js';

describe('an address of the public Internet', () => {
  it.each(['8.8.8.8', '185.199.108.153', '2606:4700::6810:84e5', '::ffff:8.8.8.8'])('%s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.8.9.10',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2001:db8::1',
    '::ffff:127.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('where a webhook may point', () => {
  it.each(['https://example.org/hook?a=1', 'https://example.org:8443/', 'https://8.8.8.8/'])('%s', (url) => {
    expect(targetProblem(url, 'public')).toBeNull();
  });

  it.each([
    'http://example.org/',
    'ftp://example.org/',
    'https://user:pass@example.org/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    // Other ways to write 127.0.0.1.
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    `https://example.org/${'a'.repeat(2_000)}`,
    '/hook',
    'example.org',
  ])('not %s', (url) => {
    expect(targetProblem(url, 'public')).toMatch(/\w/);
  });

  it('may be one’s own machine where the operator allows it, but no other protocol', () => {
    expect(targetProblem('http://127.0.0.1:8080/hook', 'any')).toBeNull();
    expect(targetProblem('file:///etc/passwd', 'any')).toMatch(/https/);
    expect(targetProblem('https://user@127.0.0.1/', 'any')).toMatch(/name or password/);
  });
});
