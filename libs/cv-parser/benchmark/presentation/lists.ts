import type {
  Award,
  Certificate,
  Language as LanguageEntry,
  Project,
  Publication,
  Reference,
  Skill,
  Volunteer,
} from '@discover/cv-model';

import type { Person, SkillGroup, SpokenLanguage } from '../people/person.js';
import type { Block, Line } from './composition.js';
import type { Printed } from './entries.js';
import { arrange } from './head.js';
import type { Printer } from './printer.js';
import { line, run } from './text.js';

const bullets = (items: readonly string[]): Block => ({ kind: 'bullets', items: items.map(line) });
const paragraph = (text: Line): Block => ({ kind: 'paragraph', line: text });

export function printSkills(groups: readonly SkillGroup[], { style, wording, random }: Printer): Printed<Skill> {
  const all = [...new Set(groups.flatMap(({ items }) => items))];
  const alone = all.map((name): Skill => ({ name }));
  const named = groups.map(({ name, items }): Skill => ({ name, keywords: [...items] }));
  const between = random.any([', ', ', ', ' · ', ' | ', ' / ', '; ', ' • ']);
  switch (style.skills) {
    case 'groups':
      return {
        truth: named,
        blocks: groups.map(({ name, items }) =>
          paragraph([
            run(`${name}: `, { bold: style.emphasis !== 'none' }),
            run(items.join(between === ' / ' ? ', ' : between)),
          ]),
        ),
      };
    case 'rows':
      return {
        truth: named,
        blocks: [{ kind: 'rows', rows: groups.map(({ name, items }) => [line(name), line(items.join(between))]) }],
      };
    case 'list':
      return { truth: alone, blocks: [paragraph(line(all.join(between)))] };
    case 'bullets':
      return { truth: alone, blocks: [bullets(all)] };
    case 'lines':
      return { truth: alone, blocks: all.map((item) => paragraph(line(item))) };
    case 'chips':
      return { truth: alone, blocks: [{ kind: 'chips', items: all }] };
    case 'bars':
      return {
        truth: alone,
        blocks: [{ kind: 'bars', items: all.map((text) => ({ text, share: random.integer(3, 10) / 10 })) }],
      };
    case 'levels': {
      const form = random.any([
        (skill: string, level: string) => `${skill} (${level})`,
        (skill: string, level: string) => `${skill}: ${level}`,
        (skill: string, level: string) => `${skill} – ${level}`,
      ]);
      const truth = all.map((name): Skill => ({ name, level: random.pick(wording.skillLevels) }));
      return { truth, blocks: [bullets(truth.map(({ name = '', level = '' }) => form(name, level)))] };
    }
  }
}

export function printLanguages(
  languages: readonly SpokenLanguage[],
  { style, wording, random }: Printer,
): Printed<LanguageEntry> {
  const levels = languages.map(({ level }) => {
    const words = random.pick(wording.levels[level]);
    if (level === 'native' || style.languageLevel === 'words') return words;
    return style.languageLevel === 'cefr' ? level : `${words} (${level})`;
  });
  const graphic = style.languages === 'names' || style.languages === 'bars';
  const truth = languages.map(({ name }, index): LanguageEntry => ({
    language: name,
    ...(!graphic && { fluency: levels[index]! }),
  }));
  const each = (form: (name: string, level: string) => string): string[] =>
    languages.map(({ name }, index) => form(name, levels[index]!));
  const several = (items: string[]): Block[] =>
    random.chance(0.4) ? [bullets(items)] : items.map((item) => paragraph(line(item)));
  switch (style.languages) {
    case 'brackets':
      return {
        truth,
        blocks: several(each((name, level) => (level.includes('(') ? `${name} – ${level}` : `${name} (${level})`))),
      };
    case 'colon':
      return { truth, blocks: several(each((name, level) => `${name}: ${level}`)) };
    case 'dash':
      return { truth, blocks: several(each((name, level) => `${name} – ${level}`)) };
    case 'rows':
      return {
        truth,
        blocks: [{ kind: 'rows', rows: languages.map(({ name }, index) => [line(name), line(levels[index]!)]) }],
      };
    case 'list':
      return {
        truth,
        blocks: [
          paragraph(
            line(each((name, level) => (level.includes('(') ? `${name} ${level}` : `${name} (${level})`)).join(', ')),
          ),
        ],
      };
    case 'names':
      return { truth, blocks: [paragraph(line(languages.map(({ name }) => name).join(', ')))] };
    case 'bars': {
      const share = { native: 1, C2: 0.9, C1: 0.8, B2: 0.6, B1: 0.5, A2: 0.3, A1: 0.2 };
      return {
        truth,
        blocks: [{ kind: 'bars', items: languages.map(({ name, level }) => ({ text: name, share: share[level] })) }],
      };
    }
  }
}

export function printCertificates(
  items: Person['certificates'],
  { dates, random, style }: Printer,
): Printed<Certificate> {
  const form = random.any([
    (name: string, issuer: string, date: string) => `${name}, ${issuer}, ${date}`,
    (name: string, issuer: string, date: string) => `${name} – ${issuer} (${date})`,
    (name: string, _: string, date: string) => `${date}: ${name}`,
    (name: string, issuer: string, date: string) => `${date} ${name}${style.separator}${issuer}`,
  ]);
  const texts = items.map(({ name, issuer, date }) => form(name, issuer, dates.month(date)));
  return {
    truth: items.map(({ name, issuer, date }, index) => ({
      name,
      date: dates.value(date),
      ...(texts[index]!.includes(issuer) && { issuer }),
    })),
    blocks: [bullets(texts)],
  };
}

export function printPublications(items: Person['publications'], { random, dates }: Printer): Printed<Publication> {
  const form = random.any([
    ({ authors, name, publisher, date }: Person['publications'][number]) =>
      `${authors} (${date.year}). ${name}. ${publisher}.`,
    ({ name, publisher, date }: Person['publications'][number]) => `“${name}”, ${publisher}, ${date.year}`,
    ({ authors, name, publisher, date }: Person['publications'][number]) =>
      `${authors}: ${name}. In: ${publisher}, ${dates.month(date)}`,
  ]);
  return {
    truth: items.map(({ name, publisher, date }) => ({ name, publisher, releaseDate: String(date.year) })),
    blocks: random.chance(0.5) ? [bullets(items.map(form))] : items.map((item) => paragraph(line(form(item)))),
  };
}

export function printProjects(items: Person['projects'], { dates, layout }: Printer): Printed<Project> {
  const right = layout.columns === 'one';
  const truth = items.map(({ name, description, highlights, url, ...period }): Project => {
    const { startDate, endDate } = dates.period(period);
    return {
      name,
      description,
      ...(highlights.length > 0 && { highlights: [...highlights] }),
      ...(url !== undefined && { url: `https://${url}` }),
      ...(startDate !== undefined && { startDate }),
      ...(endDate !== undefined && { endDate }),
    };
  });
  const blocks = items.map(({ name, description, highlights, url, ...period }): Block => {
    const title = [
      run(name, { bold: true }),
      ...(url === undefined ? [] : [run(' '), run(url, { link: `https://${url}` })]),
    ];
    const date = line(dates.period(period).text);
    const head = layout.margin
      ? [{ left: title }]
      : right
        ? [{ left: title, right: date }]
        : [{ left: title }, { left: date }];
    const text: Block = paragraph(line(description));
    return {
      kind: 'entry',
      margin: layout.margin ? [date] : [],
      head,
      body: [text, ...(highlights.length > 0 ? [bullets(highlights)] : [])],
    };
  });
  return { truth, blocks };
}

export function printAwards(items: Person['awards'], { dates, random }: Printer): Printed<Award> {
  const form = random.any([
    (title: string, awarder: string, date: string) => `${title}, ${awarder}, ${date}`,
    (title: string, awarder: string, date: string) => `${title} (${awarder}, ${date})`,
    (title: string, awarder: string, date: string) => `${date} – ${title}, ${awarder}`,
  ]);
  return {
    truth: items.map(({ title, awarder, date }) => ({ title, awarder, date: dates.value(date) })),
    blocks: [bullets(items.map(({ title, awarder, date }) => form(title, awarder, dates.month(date))))],
  };
}

export function printVolunteer(items: Person['volunteer'], { dates, style, at }: Printer): Printed<Volunteer> {
  return {
    truth: items.map(({ organization, position, ...period }) => {
      const { startDate, endDate } = dates.period(period);
      return {
        organization,
        position,
        ...(startDate !== undefined && { startDate }),
        ...(endDate !== undefined && { endDate }),
      };
    }),
    blocks: items.map(({ organization, position, ...period }) => ({
      kind: 'entry',
      ...arrange(
        { role: position, body: organization, place: '', dates: dates.period(period).text, at },
        style.work,
        style,
      ),
      body: [],
    })),
  };
}

export function printReferences(items: Person['references']): Printed<Reference> {
  return {
    truth: items.map(({ name, reference }) => ({ name, reference })),
    blocks: items.map(({ name, reference }) => paragraph([run(`“${reference}” – `), run(name, { italic: true })])),
  };
}

export function printInterests(items: readonly string[], { random }: Printer): Printed<{ name: string }> {
  return {
    truth: items.map((name) => ({ name })),
    blocks: [
      random.chance(0.25) ? bullets(items) : paragraph(line(items.join(random.any([', ', ', ', ' · ', ' | '])))),
    ],
  };
}
