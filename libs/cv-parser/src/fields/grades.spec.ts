import { describe, expect, it } from '@jest/globals';

import { Slice } from '../conservation/slice.js';
import { TextDocument } from '../document/model.js';
import { findGrade } from './grades.js';

function grade(text: string): string | undefined {
  return findGrade(new Slice(new TextDocument(text, [], [], 1, null), 0, text.length))?.value.text;
}

describe('findGrade', () => {
  it.each([
    ['GPA: 3.8/4.0', '3.8/4.0'],
    ['3.8 GPA', '3.8'],
    ['Abschlussnote: 2,1', '2,1'],
    ['Voto: 108/110', '108/110'],
    ['Laurea in Italianistica, 110/110 e lode', '110/110 e lode'],
    ['Master 2 Droit social, mention bien', 'mention bien'],
    ['Bac S mention AB', 'mention AB'],
    ['GRADO EN PSICOLOGÍA (nota media: 8,7/10)', '8,7/10'],
    ['BSc (Hons) Adult Nursing, 2:1', '2:1'],
    ['BSc Zoology (First Class with Distinction)', 'First Class with Distinction'],
    ['MA Journalism, Distinction', 'Distinction'],
    ['Abschluss: sehr gut', 'sehr gut'],
  ])('finds the grade in «%s»', (text, expected) => {
    expect(grade(text)).toBe(expected);
  });

  it.each(['Bachelor of Science', 'First Aid at Work', 'Level 3 Diploma', '2010 – 2012', 'Room 10/12 B'])(
    'finds none in «%s»',
    (text) => {
      expect(grade(text)).toBeUndefined();
    },
  );
});
