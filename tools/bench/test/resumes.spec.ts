import { resumeProblems } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { resume } from '../src/documents/resumes.js';

describe('resume', () => {
  const many = Array.from({ length: 300 }, (_, number) => resume(number * 37));

  it('is valid JSON Resume', () => expect(many.flatMap((document) => resumeProblems(document))).toEqual([]));

  it('is distinct for distinct numbers and the same for the same', () => {
    expect(new Set(many.map((document) => document.basics?.name)).size).toBe(many.length);
    expect(new Set(many.map((document) => JSON.stringify(document.work))).size).toBe(many.length);
    expect(resume(41)).toEqual(resume(41));
  });
});
