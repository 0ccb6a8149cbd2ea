import { describe, expect, it } from '@jest/globals';

import { editDistance, knownWords, nearest } from './spelling.js';

describe('the distance of two words', () => {
  it.each([
    ['java', 'java', 0],
    ['jaav', 'java', 1],
    ['jav', 'java', 1],
    ['javva', 'java', 1],
    ['jaba', 'java', 1],
    ['kubernetis', 'kubernetes', 1],
    ['kuberentis', 'kubernetes', 2],
    ['', 'ab', 2],
  ])('%s, %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });

  it('is not worked out beyond what matters', () => {
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });
});

describe('the nearest words', () => {
  const known = knownWords('Java Javac Kubernetes Rust trust CPU');

  it('are those with the fewest slips, never the word itself, and none if a word has too many', () => {
    const words = (word: string) => nearest(word, known).map((near) => near.spelling);
    expect(words('jaav')).toEqual(['Java']);
    expect(words('kubernets')).toEqual(['Kubernetes']);
    expect(words('rust')).toEqual(['trust']);
    expect(words('java')).toEqual(['Javac']);
    expect(words('kubrnts')).toEqual([]);
    expect(words('rtus')).toEqual([]);
  });
});

describe('known words', () => {
  it('are words, each once, as they were written first', () => {
    expect(knownWords('Zürich zurich 2020 C++ it k8s Rust')).toEqual([
      { word: 'zurich', spelling: 'Zürich' },
      { word: 'rust', spelling: 'Rust' },
    ]);
  });
});
