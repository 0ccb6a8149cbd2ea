import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { envExample } from './document-config.js';
import { ConfigError, loadConfig } from './load-config.js';
import { flag, port, textList, urlList } from './schemas.js';
import { variable } from './variable.js';

const shape = {
  http: {
    port: variable('PORT', port, 'The port.', { fallback: '3000' }),
    debug: variable('DEBUG', flag, 'More words.', { fallback: 'false' }),
  },
  auth: { secret: variable('SECRET', z.string().min(8, 'at least 8 characters'), 'Signs things.', { secret: true }) },
};

describe('loadConfig', () => {
  it('gives typed, frozen values, and defaults for what is unset or empty', () => {
    const config = loadConfig(shape, { SECRET: 'long enough', PORT: '', DEBUG: 'true' });
    expect(config).toEqual({ http: { port: 3000, debug: true }, auth: { secret: 'long enough' } });
    expect(Object.isFrozen(config) && Object.isFrozen(config.http)).toBe(true);
  });

  it('names every bad variable at once, and never shows a secret', () => {
    const attempt = () => loadConfig(shape, { PORT: '99999', DEBUG: 'maybe', SECRET: 'hunter2' });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(
      /PORT: "99999"[^]*DEBUG: "maybe"[^]*SECRET: its value \(hidden\) does not fit: at least 8 characters/,
    );
    expect(attempt).not.toThrow(/hunter2/);
  });

  it('says which required variable is missing and what it is for', () => {
    expect(() => loadConfig(shape, {})).toThrow('SECRET is not set. Signs things.');
  });
});

describe('lists', () => {
  it.each([
    ['none', []],
    ['http://a.example, http://b.example', ['http://a.example', 'http://b.example']],
  ])('%s', (text, expected) => {
    expect(urlList.parse(text)).toEqual(expected);
  });

  it('refuse what is no URL', () => {
    expect(urlList.safeParse('somewhere').success).toBe(false);
    expect(textList.parse('10.0.0.0/8,,127.0.0.1')).toEqual(['10.0.0.0/8', '127.0.0.1']);
  });
});

describe('envExample', () => {
  it('names each variable once, under all who read it', () => {
    const text = envExample({ one: shape, two: { http: shape.http } });
    expect(text.match(/#PORT=3000/g)).toHaveLength(1);
    expect(text).toContain('# --- one, two ---\n# The port.');
    expect(text).toContain('# Signs things. Secret.\n#SECRET=\n');
  });
});
