import { describe, expect, it } from '@jest/globals';

import { detectLanguage, headingKind, POSITION_WORDS } from './index.js';
import { breadth, COMMA, plain, wordCount } from './script.js';

describe('script', () => {
  it('writes digits and letters in one way and keeps every place', () => {
    expect(plain('٢٠١٩ – ۲۰۲۱')).toBe('2019 – 2021');
    expect(plain('أحمد')).toBe('احمد');
    expect(plain('１９９８年')).toBe('1998年');
    expect(plain('ещё')).toHaveLength(3);
  });

  it('measures ideographs as half a word each', () => {
    expect(breadth('工程师')).toBe(6);
    expect(wordCount('负责公司前端')).toBe(3);
    expect(wordCount('two words')).toBe(2);
  });

  it.each(['杭州，浙江', 'Leeds, UK', 'الرياض، السعودية', '软件,杭州'])('parts «%s» at its comma', (text) => {
    expect(text.split(COMMA)).toHaveLength(2);
  });

  it('leaves a number with a comma whole', () => {
    expect('1,5 Mio'.split(COMMA)).toHaveLength(1);
  });
});

describe('languages', () => {
  it.each([
    ['zh', '工作经历\n负责云岭食品有限公司的仓库管理和运输计划'],
    ['ru', 'Опыт работы\nРуководила командой на складе и планировала маршруты'],
    ['ar', 'الخبرة المهنية\nقادت فريقا في شركة الأفق للنقل في الرياض'],
    ['nb', 'Arbeidserfaring\nLedet utbyggingen av to vindparker og bygget opp et team på elleve som jeg var stolt av'],
    [
      'pt',
      'Experiência Profissional\nCoordenou uma equipe e aumentou as vendas do site com campanhas para os clientes',
    ],
    [
      'nl',
      'Werkervaring\nBegeleidde een team van tien medewerkers en werkte mee aan het nieuwe rooster voor de afdeling',
    ],
  ])('tells %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each([
    ['工作经历', 'work'],
    ['教育背景', 'education'],
    ['ОПЫТ РАБОТЫ', 'work'],
    ['المهارات', 'skills'],
    ['Språk', 'languages'],
    ['Formação Acadêmica', 'education'],
    ['Vrijwilligerswerk', 'volunteer'],
  ])('knows the heading «%s»', (heading, kind) => {
    expect(headingKind(heading)).toBe(kind);
  });

  it.each(['高级前端工程师', 'المهندسة', 'руководителя', 'Prosjektleder', 'Projectleider', 'Engenheira'])(
    'knows «%s» for a title',
    (title) => {
      expect(POSITION_WORDS.count(title)).toBeGreaterThan(0);
    },
  );
});
