import { isResume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { LAYOUTS, layoutOf } from '../presentation/layouts.js';
import { textOf } from '../presentation/text.js';
import type { Block, Composition } from '../presentation/composition.js';
import { composeDocument } from './make.js';
import { planHalf, PRODUCERS } from './plan.js';
import { planSample } from './sample.js';

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return textOf(block.line);
    case 'bullets':
      return block.items.map(textOf).join('\n');
    case 'rows':
      return block.rows.map(([label, value]) => `${textOf(label)}\n${textOf(value)}`).join('\n');
    case 'chips':
      return block.items.join('\n');
    case 'bars':
      return block.items.map(({ text }) => text).join('\n');
    case 'entry':
      return [
        ...block.margin.map(textOf),
        ...block.head.flatMap(({ left, right = [] }) => [textOf(left), textOf(right)]),
        ...block.body.map(textOfBlock),
      ].join('\n');
  }
}

/** Everything that a document prints. */
function allText({ title = '', name, label = '', contact, main, side }: Composition): string {
  const sections = [...main, ...side].flatMap(({ heading, blocks }) => [heading, ...blocks.map(textOfBlock)]);
  return [title, name, label, ...contact.items.map(({ text }) => text), ...sections].join('\n');
}

const tuning = planHalf('tuning');
const heldOut = planHalf('held-out');

describe('the plan of the corpus', () => {
  it('is the same each time', () => {
    expect(planHalf('tuning')).toEqual(tuning);
  });

  it('has all languages evenly, and all layouts and producers', () => {
    const languages = Map.groupBy(tuning, ({ language }) => language);
    expect([...languages.values()].map(({ length }) => length)).toEqual([48, 48, 48, 48, 48]);
    expect(new Set(heldOut.map(({ layout }) => layout)).size).toBe(Object.keys(LAYOUTS).length);
    expect(new Set(tuning.map(({ producer }) => producer)).size).toBe(Object.keys(PRODUCERS).length);
  });

  it('keeps at least three layouts, and all its people, out of the tuning half', () => {
    const own = new Set(heldOut.map(({ layout }) => layout).filter((layout) => layoutOf(layout).half === 'held-out'));
    expect(own.size).toBeGreaterThanOrEqual(3);
    expect(tuning.filter(({ layout }) => own.has(layout))).toEqual([]);
    const seeds = new Set(tuning.map(({ seed }) => seed));
    expect(heldOut.filter(({ seed }) => seeds.has(seed))).toEqual([]);
  });

  it('commits nothing of the held-out half', () => {
    expect(planSample().every(({ half }) => half === 'tuning')).toBe(true);
  });
});

describe('a composed document', () => {
  const composed = [...tuning, ...heldOut]
    .filter((_, index) => index % 4 === 0)
    .map((spec) => ({ spec, ...composeDocument(spec) }));

  it('is the same each time', () => {
    const [{ spec, composition, truth }] = composed as [(typeof composed)[number]];
    expect(composeDocument(spec)).toEqual({ composition, truth });
  });

  it('leaves no phrase unfinished', () => {
    const unfinished = composed.filter(({ composition }) => /[[\]{}~]|\$[a-z]|<\w*\|/.test(allText(composition)));
    expect(unfinished.map(({ spec }) => spec.id)).toEqual([]);
  });

  it('has a truth that is a valid resume', () => {
    expect(composed.filter(({ truth }) => !isResume(truth)).map(({ spec }) => spec.id)).toEqual([]);
  });

  it('prints what its truth says', () => {
    for (const { composition, truth } of composed) {
      const text = allText(composition).replaceAll(/ ?\(0\) ?/g, ' ');
      const values = [
        truth.basics!.email,
        truth.basics!.phone,
        truth.basics!.location!.city,
        ...truth.work!.flatMap(({ name, position, highlights = [] }) => [name, position, ...highlights]),
        ...truth.education!.flatMap(({ institution, studyType, area }) => [institution, studyType, area]),
        ...(truth.languages ?? []).map(({ language }) => language),
        ...(truth.skills ?? []).flatMap(({ name, keywords = [name] }) => keywords),
      ];
      for (const value of values) expect(text).toContain(value ?? '');
    }
  });

  it('draws words that the tuning half never has only for the held-out half', () => {
    const jobs = (half: string): Set<string> =>
      new Set(
        composed
          .filter(({ spec }) => spec.half === half)
          .flatMap(({ truth }) => truth.work!.map(({ position = '' }) => position)),
      );
    const seen = jobs('tuning');
    expect([...jobs('held-out')].filter((position) => !seen.has(position)).length).toBeGreaterThan(20);
  });
});
