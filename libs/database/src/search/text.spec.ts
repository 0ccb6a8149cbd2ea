import { describe, expect, it } from '@jest/globals';

import { fold, indexable, MARK, readable, searchable, wordsOf } from './text.js';

describe('a text for the index', () => {
  it.each(['C++, C# and Node.js', '„Straße“ – 3.5 %', 'a\nb', 'l’ingénieur', 'A+ grades'])(
    'reads as before: %s',
    (text) => {
      expect(readable(indexable(text))).toBe(text);
    },
  );

  it('has no character that marks what is found, and no control character but the line', () => {
    const text = indexable(`a${MARK.start}b${MARK.stop}c${MARK.gap}d\u0001e\u0000f\ng`);
    expect(readable(text)).toBe('a b c d e f\ng');
    expect(text).toBe('a b c d e f\ng');
  });

  it('stands apart from every sign, but for those that belong to a word', () => {
    const words = (text: string) =>
      indexable(text)
        .split(/[\s\p{Cc}]+/u)
        .filter((word) => /[\p{L}\p{N}]/u.test(word));
    expect(words('CI/CD «Node.js» self-hosted')).toEqual(['CI', 'CD', 'Node', 'js', 'self', 'hosted']);
    expect(words('C C++ C#')).toHaveLength(3);
    expect(new Set(words('C C++ C#')).size).toBe(3);
    expect(words('1+1')).toEqual(['1', '1']);
  });
});

describe('what is typed', () => {
  it('keeps quotes, and hyphens that exclude', () => {
    expect(searchable(' “full stack” self-hosted -java ')).toBe('"full stack" self hosted -java');
    expect(searchable('CI/CD & (node.js)!')).toBe('CI CD    node js');
  });

  it('has the same words as the text', () => {
    for (const text of ['C++', 'C#', 'Élodie'.normalize('NFD')]) expect(searchable(text)).toBe(indexable(text));
  });
});

describe('words', () => {
  it('are the same whatever their case and accents', () => {
    expect(['Zürich', 'ZURICH', 'zu\u0308rich'].map(fold)).toEqual(['zurich', 'zurich', 'zurich']);
    expect(['Straße', 'Łódź', 'Ærø', 'ISPARTA'].map(fold)).toEqual(['strasse', 'lodz', 'aero', 'isparta']);
  });

  it('are taken with the signs that belong to them', () => {
    expect(wordsOf('C++, C#/Node.js — Müller’s 3D')).toEqual(['C++', 'C#', 'Node', 'js', 'Müller', 's', '3D']);
  });
});
