import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

import { describe, expect, it } from '@jest/globals';

/** What a program prints that logs `code`; in a process of its own, since the logger writes to standard output. */
function logged(code: string): Record<string, unknown> {
  const telemetry = createRequire(import.meta.url)
    .resolve('@discover/telemetry')
    .replace('/src/index.ts', '/dist/index.js');
  const program = `import { createLogger, withCorrelation } from ${JSON.stringify(telemetry)}; const logger = createLogger('test'); ${code}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe('the logger', () => {
  it('says to which request, person and job a line belongs', () => {
    const line = logged(
      `withCorrelation({ requestId: 'r-1', userId: 'u-1', jobId: 'j-1' }, () => logger.info({ size: 7 }, 'done'))`,
    );
    expect(line).toMatchObject({
      level: 'info',
      service: 'test',
      requestId: 'r-1',
      userId: 'u-1',
      jobId: 'j-1',
      size: 7,
      msg: 'done',
    });
  });

  it('says of which category a line is', () => {
    expect(logged(`logger.info('started')`)).toMatchObject({ category: 'application' });
    expect(logged(`logger.info({ category: 'security', userId: 'u-1' }, 'logged in')`)).toMatchObject({
      category: 'security',
      userId: 'u-1',
    });
  });

  it('hides secrets and contents, should somebody log them', () => {
    const line = logged(
      `logger.info({ password: 'hunter2', user: { accessToken: 'abc' }, body: { request: { document: { basics: 1 } } } }, 'x')`,
    );
    expect(JSON.stringify(line)).not.toMatch(/hunter2|abc|basics/);
  });

  it('tells of an error what tells it apart, and nothing of what it was about', () => {
    const line = logged(
      `logger.error({ err: Object.assign(new Error('no', { cause: Object.assign(new Error('why'), { detail: 'Key (email)=(ada@example.org)' }) }), { code: '23505', parameters: ['Ada'] }) }, 'x')`,
    );
    expect(line.err).toMatchObject({ type: 'Error', code: '23505', message: 'no', cause: { message: 'why' } });
    expect(JSON.stringify(line)).not.toMatch(/Ada|ada@/);
  });
});
