import { describe, expect, it } from '@jest/globals';

import { fluencyRank, levelsOf, masteryRank } from './levels.js';

describe('levels', () => {
  it.each([
    ['C1', 5],
    ['B2 (fluent)', 4],
    ['Level a1', 1],
    ['Native or bilingual proficiency', 6],
    ['Muttersprache', 6],
    ['langue maternelle', 6],
    ['Full professional proficiency', 5],
    ['verhandlungssicher', 5],
    ['sehr gut', 4],
    ['limited working proficiency', 3],
    ['gute Kenntnisse', 3],
    ['Grundkenntnisse', 2],
    ['notions', 1],
    ['moedertaal', 6],
    ['свободно', 5],
    ['выше среднего', 4],
    ['родной', 6],
    ['αρχάριος', 1],
    ['πολύ καλά', 4],
    ['اللغة الأم', 6],
    ['שוטפת', 5],
    ['母语', 6],
    ['中高级', 4],
    ['ビジネスレベル', 4],
    ['일상 회화', 3],
    ['मातृभाषा', 6],
    ['N1', undefined],
    ['', undefined],
  ])('%j is step %s of the six of the CEFR', (text, step) => {
    expect(fluencyRank(text)).toEqual(step === undefined ? undefined : { step, of: 6 });
  });

  it.each([
    ['expert', 5],
    ['Sehr gut', 4],
    ['4/5', 4],
    ['80 %', 4],
    ['продвинутый', 4],
    ['精通', 5],
    ['مبتدئ', 1],
    ['1/10', 1],
    ['9/5', undefined],
    ['0', undefined],
    ['since 2019', undefined],
  ])('the skill level %j is step %s of five', (text, step) => {
    expect(masteryRank(text)).toEqual(step === undefined ? undefined : { step, of: 5 });
  });

  it('reads the columns of a grid of languages in several languages', () => {
    const english = { listening: 'C2', reading: 'C2', interaction: 'C1', production: 'B2', writing: 'B1' };
    expect(levelsOf('Listening C2, Reading C2, Spoken interaction C1, Speaking B2, Writing B1')).toEqual(english);
    expect(levelsOf('Hören C2; Lesen C2; Gespräche C1; Sprechen B2; Schreiben B1')).toEqual(english);
    expect(levelsOf('écouter B1 · lire C1')).toEqual({ listening: 'B1', reading: 'C1' });
    for (const text of ['C1', 'fluent in writing', 'Writing C1', '']) expect(levelsOf(text)).toBeUndefined();
  });
});
