import { describe, expect, it } from '@jest/globals';

import { TextCleaner } from './text.js';

const clean = new TextCleaner((codePoint) => codePoint < 0x3000);

describe('TextCleaner', () => {
  it('makes one line of any value', () => {
    expect(clean.line('  a\tb\n c \u0007d\u202E ')).toBe('a b c d');
    expect(clean.line('Cafe\u0301')).toBe('Café');
    for (const value of [undefined, null, 7, {}, []]) expect(clean.line(value)).toBe('');
  });

  it('puts one question mark for a run that no font can draw', () => {
    expect(clean.line('a 漢字 b \ud83d')).toBe('a ? b ?');
  });

  it('lets a word that is wider than a column break, but no address', () => {
    const word = clean.line('x'.repeat(200));
    expect(word.replaceAll('\u200B', '')).toBe('x'.repeat(200));
    expect(Math.max(...word.split('\u200B').map((part) => part.length))).toBe(12);
    expect(clean.line(`${'x'.repeat(40)}@example.org`)).not.toContain('\u200B');
  });

  it('splits paragraphs at every kind of line end and drops empty ones', () => {
    expect(clean.paragraphs('a\r\n\r\nb\u2028c\n ')).toEqual(['a', 'b', 'c']);
  });
});
