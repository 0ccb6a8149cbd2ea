import { chooseJobs, chooseLine, chooseSchools, chooseShape, later, NOW } from './career.js';
import { ascii, chooseAddress, chooseEmail, chooseHome, chooseName, choosePhone, chooseProfiles } from './home.js';
import { COUNTRIES } from './vocabulary/places.js';
import { inventedName, Words } from './words.js';
import type { Language, Month, Period, Person, SkillGroup, SpokenLanguage } from './person.js';
import type { Random } from './random.js';
import { VOCABULARIES } from './vocabulary/index.js';

const INITIALS = Array.from('ABCDEFGHJKLMNPRST');
const LEVELS = ['C2', 'C1', 'B2', 'B1', 'A2', 'A1'] as const;

/** Somebody who does not exist, with all that a CV may tell of a life; a document prints a part of it. */
export function inventPerson(random: Random, language: Language): Person {
  const vocabulary = VOCABULARIES[language];
  const country = chooseHome(random, language);
  const gender = random.any(['m', 'f'] as const);
  const trade = random.any(vocabulary.trades);
  const words = new Words(random, vocabulary, trade, gender, [country, chooseHome(random, language)]);
  const name = chooseName(random, language, country, gender);
  const address = chooseAddress(words, country);
  const work = chooseJobs(words, chooseShape(random), address);
  const education = chooseSchools(words, work, address);
  const position = work[0]!.position;
  const profiles = chooseProfiles(random, name);
  const age = education.at(-1)!.start.year - random.integer(10, 19);
  return {
    language,
    gender,
    name,
    label: random.chance(0.8) ? position : words.writeOne([...trade.positions.middle, ...trade.positions.senior]),
    email: chooseEmail(random, name, country),
    phone: choosePhone(random, country),
    address,
    ...(random.chance(0.22) && { url: ownSite(random, name.family, COUNTRIES[country]!.domain) }),
    profiles,
    birth: { year: age, month: random.integer(1, 12), day: random.integer(1, 28), city: words.write('$city') },
    nationality: country,
    maritalStatus: words.writeOne(vocabulary.maritalStatuses),
    ...(random.chance(0.5) && { drivingLicence: words.writeOne(vocabulary.drivingLicences) }),
    ...(random.chance(0.6) && { summary: words.writeOne(vocabulary.summaries, { position }) }),
    work,
    education,
    skills: chooseSkills(words),
    languages: chooseLanguages(random, vocabulary.languageNames),
    certificates: some(random, 0.4, 4, () => ({
      name: words.writeOne(trade.certificates),
      issuer: words.writeOne(vocabulary.issuers),
      date: past(random),
    })),
    publications: some(random, 0.15, 5, () => ({
      name: capitalised(words.writeOne(vocabulary.publications)),
      publisher: words.writeOne(vocabulary.publishers),
      date: past(random),
      authors: `${name.family}, ${name.given.charAt(0)}., ${words.write('$family')}, ${random.any(INITIALS)}.`,
    })),
    projects: some(random, 0.25, 3, () => ({
      name: words.writeOne(vocabulary.projects),
      description: words.writeOne(vocabulary.projectDescriptions),
      highlights: random.chance(0.4) ? random.sample(trade.tasks, 2).map((task) => chooseLine(words, task)) : [],
      ...(random.chance(0.3) && { url: `${inventedName(random).toLowerCase()}.example.com` }),
      ...period(random),
    })),
    awards: some(random, 0.2, 3, () => ({
      title: words.writeOne(vocabulary.awards),
      awarder: words.writeOne(vocabulary.awarders),
      date: past(random),
    })),
    volunteer: some(random, 0.2, 2, () => {
      const { position: role, organization } = random.pick(vocabulary.volunteer);
      return { position: words.write(role), organization: words.write(organization), ...period(random) };
    }),
    references: some(random, 0.12, 2, () => ({
      name: words.write('$family').replace(/^/, `${random.any(INITIALS)}. `),
      reference: words.writeOne(vocabulary.references),
    })),
    interests: random.chance(0.45) ? random.sample(vocabulary.interests, random.integer(2, 5)) : [],
  };
}

const past = (random: Random): Month => later(NOW, -random.integer(3, 150));

function period(random: Random): Period {
  const start = past(random);
  return {
    start,
    end: random.chance(0.2) ? null : later(start, random.integer(1, Math.max(1, 12 * (NOW.year - start.year)))),
  };
}

/** Mostly nothing; otherwise up to `most`. */
function some<T extends object>(random: Random, chance: number, most: number, one: () => T): T[] {
  if (!random.chance(chance)) return [];
  const items = Array.from({ length: random.integer(1, most) }, one);
  const key = (item: T): unknown => Object.values(item)[0];
  return items.filter((item, index) => items.findIndex((other) => key(other) === key(item)) === index);
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function ownSite(random: Random, family: string, domain: string): string {
  const name = ascii(family);
  return random.any([
    `www.${name}.example`,
    `${name}.example.com`,
    `https://${name}-portfolio.example/`,
    `https://www.${name}.${domain}`,
    `${name}.${domain}`,
  ]);
}

/** The trade's groups (each with some of its items), and often a group of general ones. */
function chooseSkills({ random, trade, vocabulary }: Words): SkillGroup[] {
  const groups = Object.entries(trade.skills)
    .filter(() => random.chance(0.85))
    .map(([name, items]) => ({ name, items: random.sample(items, random.integer(2, 6)) }));
  const soft = {
    name: random.any(vocabulary.softSkillGroups),
    items: random.sample(vocabulary.softSkills, random.integer(2, 4)),
  };
  return groups.length === 0 || random.chance(0.2) ? [...groups, soft] : groups;
}

/** The first name of the list is mostly the mother tongue. */
function chooseLanguages(random: Random, names: readonly string[]): SpokenLanguage[] {
  const [mother = '', ...others] = names;
  const foreign = random.sample(others, random.integer(0, 3));
  const native = random.chance(0.85) ? mother : random.pick(others);
  const rest = [...new Set([...(native === mother ? [] : [mother]), ...foreign])].filter((name) => name !== native);
  let best = 0;
  return [
    { name: native, level: 'native' as const },
    ...rest.map((name) => ({ name, level: LEVELS[(best = Math.min(5, best + random.integer(0, 2)))]! })),
  ];
}
