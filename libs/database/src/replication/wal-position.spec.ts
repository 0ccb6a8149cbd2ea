import { describe, expect, it } from '@jest/globals';

import { formatWalPosition, walPosition } from './wal-position.js';

describe('walPosition', () => {
  it('orders positions across the border of the halves', () => {
    expect(walPosition('1/0') > walPosition('0/FFFFFFFF')).toBe(true);
    expect(walPosition('0/16B3748') < walPosition('0/16B3749')).toBe(true);
  });

  it.each(['0/0', '16/B374D848', 'FFFFFFFF/FFFFFFFF'])('%s survives a round trip', (text) => {
    expect(formatWalPosition(walPosition(text))).toBe(text);
  });

  it('refuses what is no position', () => {
    expect(() => walPosition('latest')).toThrow('not a position');
  });
});
