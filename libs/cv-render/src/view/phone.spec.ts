import { describe, expect, it } from '@jest/globals';

import { displayPhone } from './phone.js';

describe('displayPhone', () => {
  it.each([
    ['+41445550142', 'CH', '+41 44 555 01 42'],
    ['+493055501880', '', '+49 30 55501880'],
    ['+14155550142', 'US', '(415) 555-0142'],
    ['+1 415.555.0142', 'ca', '(415) 555-0142'],
    ['+14155550142', 'DE', '+1 415 555 0142'],
    ['+49 (0)30 123456', 'DE', '+49 (0)30 123456'],
    ['044 555 01 42', 'CH', '044 555 01 42'],
    ['+41 44 555 01 42 ext. 7', 'CH', '+41 44 555 01 42 ext. 7'],
    ['+1', 'US', '+1'],
  ])('%s in %s is «%s»', (phone, country, shown) => expect(displayPhone(phone, country)).toBe(shown));
});
