import { describe, expect, it } from '@jest/globals';

import { displayAddress, mailHref, phoneHref, safeHref } from './links.js';

describe('links', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['example.org/me', 'https://example.org/me'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['vbscript:x', undefined],
    ['data:text/html,x', undefined],
    ['//example.org', undefined],
    ['https://user:secret@example.org', undefined],
    [`https://example.org/${'x'.repeat(3000)}`, undefined],
    [7, undefined],
  ])('%j becomes %j', (address, href) => expect(safeHref(address)).toBe(href));

  it('reads mail addresses, telephone numbers and web addresses', () => {
    expect(mailHref('a@example.org')).toBe('mailto:a@example.org');
    expect(mailHref('a@example.org?bcc=b@example.org')).toBeUndefined();
    expect(phoneHref('+49 (0)30 555-0188')).toBe('tel:+49305550188');
    expect(phoneHref('call me')).toBeUndefined();
    expect(displayAddress('https://www.example.org/me/')).toBe('example.org/me');
  });
});
