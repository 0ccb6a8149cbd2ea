import { describe, expect, it } from '@jest/globals';

import { isRobot, refererHost, visitorHash } from './visitors.js';

describe('visitors', () => {
  const ada = { address: '192.0.2.1', userAgent: 'Browser' };

  it('are told apart by address and browser, within one CV and one day’s salt', () => {
    const hash = visitorHash('salt', 'cv', ada);
    expect(hash).toHaveLength(8);
    expect(visitorHash('salt', 'cv', { ...ada })).toEqual(hash);
    const others = [
      visitorHash('other salt', 'cv', ada),
      visitorHash('salt', 'other cv', ada),
      visitorHash('salt', 'cv', { ...ada, address: '192.0.2.2' }),
      visitorHash('salt', 'cv', { ...ada, userAgent: 'Other' }),
    ];
    for (const other of others) expect(other).not.toEqual(hash);
  });

  it.each([
    [undefined, null],
    ['', null],
    ['not an address', null],
    ['javascript:alert(1)', null],
    ['https://cv.example/u/ada', null],
    ['https://www.LinkedIn.com/in/x?secret=1', 'linkedin.com'],
    ['http://[::1]:80/', '[::1]'],
  ])('come from %j: %j', (referer, host) => {
    expect(refererHost(referer, 'cv.example')).toBe(host);
  });

  it.each([
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true],
    ['facebookexternalhit/1.1', true],
    ['Slackbot-LinkExpanding 1.0', true],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', false],
    ['Mozilla/5.0 (Linux; Android 15; CUBOT X90) AppleWebKit/537.36', false],
    ['', false],
  ])('%j is a robot: %j', (userAgent, robot) => {
    expect(isRobot(userAgent)).toBe(robot);
  });
});
