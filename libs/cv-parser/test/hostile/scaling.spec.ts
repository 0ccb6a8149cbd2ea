import { cpuUsage } from 'node:process';

import { describe, expect, it, jest } from '@jest/globals';

import { parseDocument, ParseError } from '../../src/index.js';
import { utf8 } from './case.js';
import { REGEX_TRAPS, trap } from './texts.js';

jest.setTimeout(60_000);

/** A text four times as long may take four times the work; sixteen times would be a search that is quadratic. */
const GROWTH = 4;
const MOST = 9;
const LENGTH = 60_000;
/** Below this, in milliseconds, what is measured is chance. */
const LEAST_MS = 25;

/** Lists of what a CV has a few of, each item another one. */
const LISTS: Readonly<Record<string, { heading: string; item: (index: number) => string }>> = {
  addresses: { heading: '', item: (index) => `someone${index}@example.org\n` },
  telephones: { heading: '', item: (index) => `+44 20 7946 ${String(index).padStart(4, '0')}\n` },
  links: { heading: '', item: (index) => `https://example${index}.org/a${index}\n` },
  jobs: {
    heading: 'EXPERIENCE\n',
    item: (index) => `Engineer, Acme ${index}, Berlin | 01/2019 - 02/2020\n- Built ${index}\n`,
  },
  'jobs in one line': { heading: 'EXPERIENCE\n', item: (index) => `Engineer ${index} at Acme from 2019 to 2020, ` },
  'jobs in cells': { heading: 'EXPERIENCE\n', item: (index) => `2019\tEngineer ${index}\tAcme\n` },
  schools: { heading: 'EDUCATION\n', item: (index) => `BSc Physics, University of Nowhere ${index} | 2010 - 2014\n` },
  skills: { heading: 'SKILLS\n', item: (index) => `Foo${index}, Bar${index}, ` },
  'groups of skills': { heading: 'SKILLS\n', item: (index) => `Foo${index}: Bar, Baz\n` },
  languages: { heading: 'LANGUAGES\n', item: (index) => `English ${index} (C1)\n` },
  certificates: { heading: 'CERTIFICATES\n', item: (index) => `Certificate ${index} 2019\n` },
  projects: { heading: 'PROJECTS\n', item: (index) => `Thing ${index} | https://e${index}.org | 2019\nIt works\n` },
  'unknown headings': { heading: '', item: (index) => `HEADING ${index}\nline ${index}\n` },
  'personal details': { heading: 'PERSONAL DETAILS\n', item: (index) => `Field ${index}: Value\n` },
};

function list(name: string, length: number): Uint8Array {
  const { heading, item } = LISTS[name]!;
  let text = `Rosalind Quay\n\n${heading}`;
  for (let index = 0; text.length < length; index++) text += item(index);
  return utf8(text);
}

/** Processor time of one parse in milliseconds: what others do on the machine does not count. */
async function workOf(bytes: Uint8Array): Promise<number> {
  const before = cpuUsage();
  await parseDocument(bytes, { limits: { timeoutMs: 30_000, maxCharacters: 10_000_000 } }).catch((error: unknown) => {
    if (!(error instanceof ParseError)) throw error;
    // Refused after the work, for more entries than a resume may have.
    if (error.code === 'timeout') throw error;
  });
  const { user, system } = cpuUsage(before);
  return (user + system) / 1_000;
}

async function growthOf(make: (length: number) => Uint8Array): Promise<number> {
  // The first run compiles what it runs.
  await workOf(make(LENGTH / 10));
  const short = Math.max(LEAST_MS, await workOf(make(LENGTH)));
  return (await workOf(make(LENGTH * GROWTH))) / short;
}

describe('the work of a document grows as its length does', () => {
  it.each(Object.keys(REGEX_TRAPS))('%s', async (name) => {
    expect(await growthOf((length) => trap(name, length))).toBeLessThan(MOST);
  });

  it.each(Object.keys(LISTS))('%s', async (name) => {
    expect(await growthOf((length) => list(name, length))).toBeLessThan(MOST);
  });
});
