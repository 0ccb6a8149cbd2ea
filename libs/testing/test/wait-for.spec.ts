import { describe, expect, it } from '@jest/globals';

import { waitFor } from '../src/wait-for.js';

describe('waitFor', () => {
  it('returns the first answer that is one', async () => {
    const answers = [undefined, false, null, 0];
    await expect(waitFor(() => answers.shift(), { what: 'a number', intervalMs: 1 })).resolves.toBe(0);
  });

  it('says what it waited for, with the last error as the cause', async () => {
    const cause = new Error('connection refused');
    const attempt = waitFor(() => Promise.reject(cause), { what: 'the server', timeoutMs: 5, intervalMs: 1 });
    await expect(attempt).rejects.toMatchObject({ message: 'Waited 5 ms in vain for the server.', cause });
  });
});
