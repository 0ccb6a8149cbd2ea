import { resumeProblems } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { inventedWord, profile } from '../src/documents/profiles.js';

describe('profile', () => {
  const many = Array.from({ length: 300 }, (_, number) => profile(number * 37));

  it('is valid JSON Resume, in each of the languages', () => {
    expect(many.flatMap(({ resume }) => resumeProblems(resume))).toEqual([]);
    expect(new Set(many.map(({ language }) => language)).size).toBe(5);
  });

  it('is the same for the same number', () => expect(profile(41)).toEqual(profile(41)));

  it('is made of invented words, each of its own', () => {
    expect(new Set(Array.from({ length: 40_000 }, (_, number) => inventedWord(number))).size).toBe(40_000);
  });
});
