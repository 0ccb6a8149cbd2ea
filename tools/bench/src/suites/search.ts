import { Database } from '@discover/database';
import { createLogger } from '@discover/telemetry';

import { PROFILE_SKILLS, VOCABULARIES } from '../documents/profile-words.js';
import { inventedWord } from '../documents/profiles.js';
import { publishProfiles } from '../documents/public-profiles.js';
import { randomFrom, shuffled } from '../documents/random.js';
import { runLoad } from '../load/load.js';
import type { PlannedRequest } from '../load/plan.js';
import { rate } from '../measurement.js';
import type { PlatformContext } from './suite.js';

const PROFILES = 100_000;
/** So many people search at the same moment. */
const CONNECTIONS = 2;
const OF_EACH_KIND = 100;
const TARGET = 'p95 < 100 ms (A14)';

/** Search over 100,000 public profiles by somebody without an account; no question is asked twice, so no cache answers. */
export async function measureSearch(context: PlatformContext): Promise<void> {
  const { platform, signal, tell, record } = context;
  tell(`Publishing ${PROFILES} profiles in five languages: several minutes …`);
  const indexed = await publish(context);
  record({ name: 'Put CVs into search: profile and own', value: indexed, unit: 'CVs/s' });
  const plan = { url: platform.url, connections: CONNECTIONS, seconds: 'once' as const };
  tell('Search …');
  await runLoad({ ...plan, requests: questions(1) }, signal);
  const requests = questions(2);
  const first = await runLoad({ ...plan, requests }, signal);
  const whole = { name: 'all searches', value: first.all.perSecond };
  record(
    rate(`Search in ${PROFILES} profiles, all kinds`, 'searches/s', first.all, {
      errors: first.errors,
      target: TARGET,
    }),
  );
  for (const [kind, sample] of Object.entries(first.byKind))
    record(rate(`Search: ${kind}`, 'searches/s', sample, { baseline: whole }));
  const again = await runLoad({ ...plan, requests }, signal);
  record(
    rate('Search: the same once more, from the cache', 'searches/s', again.all, {
      errors: again.errors,
      baseline: whole,
    }),
  );
}

async function publish({ platform, signal }: PlatformContext): Promise<number> {
  const tokens = { get: async () => null, set: async () => null };
  const settings = { primaryUrl: platform.databaseUrl, replicaUrls: [], poolSize: 4, maxReplicaLagMs: 10_000 };
  const database = new Database(
    { ...settings, statementTimeoutMs: 300_000, slowQueryMs: 60_000 },
    tokens,
    createLogger('bench', 'silent'),
  );
  await database.start();
  try {
    return await publishProfiles(database, PROFILES, signal);
  } finally {
    await database.close();
  }
}

/** Distinct for distinct rounds, in turns of all kinds. */
function questions(round: number): PlannedRequest[] {
  const random = randomFrom(round);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
  const words = () => pick(VOCABULARIES);
  const rare = () => inventedWord(1_000 + Math.floor(random() * 30_000));
  const kinds: Record<string, () => Record<string, string>> = {
    'a frequent word': () => ({ q: pick(random() < 0.5 ? PROFILE_SKILLS.slice(0, 20) : words().positions) }),
    'several words': () => ({ q: `${pick(PROFILE_SKILLS)} ${pick(words().cities)[0]}` }),
    'a rare word': () => ({ q: rare() }),
    'a slip of the fingers': () => ({ q: misspelt(random() < 0.5 ? pick(PROFILE_SKILLS.slice(40)) : rare(), random) }),
    'words and filters': () => ({
      q: pick(words().positions),
      skill: pick(PROFILE_SKILLS),
      language: words().language,
    }),
    'filters alone': () => ({ place: pick(words().cities)[0], skill: pick(PROFILE_SKILLS) }),
    'a phrase': () => ({ q: `"${pick(words().ends).split(' ').slice(0, 3).join(' ')}"` }),
  };
  const asked = new Set<string>();
  const made = Object.entries(kinds).flatMap(([kind, make]) => {
    const requests: PlannedRequest[] = [];
    while (requests.length < OF_EACH_KIND) {
      // Of frequent words there are not so many: pages of another length are another question.
      const limit = String(10 + round + 2 * Math.floor(random() * 20));
      const path = `/api/v1/search?${new URLSearchParams({ ...make(), limit }).toString()}`;
      if (asked.has(path)) continue;
      asked.add(path);
      requests.push({ kind, method: 'GET', path, headers: {}, expect: 200 });
    }
    return requests;
  });
  return shuffled(made, random);
}

/** Two neighbours exchanged. */
function misspelt(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
