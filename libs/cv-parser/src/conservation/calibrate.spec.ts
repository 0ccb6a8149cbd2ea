import { describe, expect, it } from '@jest/globals';

import { CALIBRATION } from './calibration.js';
import { calibrate } from './calibrate.js';

describe('calibrate', () => {
  it('keeps every value’s pointer and gives shares', () => {
    const given = calibrate({ '/basics/name': 0.9, '/work/0/name': 0.4, '/unheard/of': 0.7 });
    expect(Object.keys(given)).toEqual(['/basics/name', '/work/0/name', '/unheard/of']);
    for (const share of Object.values(given)) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('never ranks a surer value of a kind below a less sure one', () => {
    for (const kind of Object.keys(CALIBRATION)) {
      const pointer = kind.replace(/^\/(work|education|skills)\//, '/$1/3/');
      const shares = Array.from({ length: 101 }, (_, step) => calibrate({ [pointer]: step / 100 })[pointer]!);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
    }
  });

  it('takes entries of a list for one kind', () => {
    expect(calibrate({ '/work/0/highlights/1': 0.9 })['/work/0/highlights/1']).toBe(
      calibrate({ '/work/12/highlights/7': 0.9 })['/work/12/highlights/7'],
    );
  });
});
