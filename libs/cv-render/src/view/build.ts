import type { Interest, Language, Resume, ResumeExtension, Skill } from '@discover/cv-model';

import { WORDS } from '../locales.js';
import type { RenderOptions } from '../options.js';
import type { Photo } from '../photo.js';
import type { SectionId } from '../sections.js';
import { arrayOf, buildContacts, objectOf } from './contacts.js';
import { EntryBuilder, optional } from './entries.js';
import { fluencyRank, levelsOf, masteryRank } from './levels.js';
import { closingOf, personalFacts } from './personal.js';
import { qrCodeOf } from './qr.js';
import { TextCleaner, type Covers } from './text.js';
import type { Area, CvView, Entry, Group, Pair, Rank, Section, SectionBody } from './view.js';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ckb', 'dv']);

/** The date of documents that do not say when they were last changed. */
const UNDATED = '2000-01-01T00:00:00Z';

const MAX_KEYWORDS = 40;

/** Where a template puts sections: those named stand in its narrow column. */
export interface Placement {
  readonly side: readonly SectionId[];
}

/** Makes a document ready to be set: see `CvView`. Reads any JSON; what is of the wrong type counts as absent. */
export function buildView(
  document: Resume,
  options: RenderOptions,
  placement: Placement,
  covers: Covers | null,
  photo?: Photo,
): CvView {
  const clean = new TextCleaner(covers);
  const words = WORDS[options.locale];
  const resume = objectOf<Resume>(document) as Resume;
  const extension = objectOf<ResumeExtension>(resume['x-discover']);
  const basics = objectOf<NonNullable<Resume['basics']>>(resume.basics);
  const language = languageTag(extension.language) ?? options.locale;
  const name = clean.line(basics.name);
  const bodies = new SectionBuilder(resume, extension, clean, options);
  const sections = options.sectionOrder
    .filter((id) => !options.hiddenSections.includes(id))
    .flatMap((id) => bodies.sections(id, placement.side.includes(id) ? 'side' : 'main'));

  const qrCode = options.qrCode === '' ? undefined : qrCodeOf(options.qrCode, words.qrCode);
  const closing = closingOf(resume, options, clean);

  return {
    language,
    locale: options.locale,
    direction: RIGHT_TO_LEFT.has(language.split('-')[0]!) ? 'rtl' : 'ltr',
    title: name === '' ? words.cv : `${name} – ${words.cv}`,
    ...optional('author', name),
    keywords: keywordsOf(sections),
    date: timestampOf(resume),
    name: name === '' ? words.cv : name,
    ...optional('label', clean.line(basics.label)),
    ...(photo && options.photoShape !== 'none'
      ? {
          photo: {
            file: `/photo.${photo.format}`,
            alt: name === '' ? words.cv : words.photo.replace('{name}', name),
            shape: options.photoShape,
          },
        }
      : {}),
    ...(qrCode && { qrCode }),
    contactTitle: words.contact,
    contacts: buildContacts(resume, clean, options.locale),
    sections,
    levelNames: words.levels,
    ...(closing && { closing }),
    pageLabel: words.page,
  };
}

/** Finds what each section has to show. */
class SectionBuilder {
  private readonly entries: EntryBuilder;

  constructor(
    private readonly resume: Resume,
    private readonly extension: ResumeExtension,
    private readonly clean: TextCleaner,
    private readonly options: RenderOptions,
  ) {
    this.entries = new EntryBuilder(clean, options);
  }

  /** None if it is empty; several for `custom`. */
  sections(id: SectionId, area: Area): Section[] {
    if (id === 'custom') return this.custom(area);
    const body = this.body(id);
    return isEmpty(body) ? [] : [{ id, title: WORDS[this.options.locale].sections[id], area, ...body }];
  }

  private body(id: Exclude<SectionId, 'custom'>): SectionBody {
    const { resume, entries } = this;
    switch (id) {
      case 'summary':
        return {
          kind: 'text',
          paragraphs: this.clean.paragraphs(objectOf<{ summary: string }>(resume.basics).summary),
        };
      case 'work':
        return entriesOf(resume.work, (item) => entries.work(item));
      case 'volunteer':
        return entriesOf(resume.volunteer, (item) => entries.volunteer(item));
      case 'education':
        return entriesOf(resume.education, (item) => entries.education(item));
      case 'awards':
        return entriesOf(resume.awards, (item) => entries.award(item));
      case 'certificates':
        return entriesOf(resume.certificates, (item) => entries.certificate(item));
      case 'publications':
        return entriesOf(resume.publications, (item) => entries.publication(item));
      case 'references':
        return entriesOf(resume.references, (item) => entries.reference(item));
      case 'projects':
        return entriesOf(resume.projects, (item) => entries.project(item));
      case 'skills':
        return { kind: 'groups', groups: this.groups(resume.skills) };
      case 'interests':
        return { kind: 'groups', groups: this.groups(resume.interests) };
      case 'languages':
        return { kind: 'pairs', pairs: this.languages() };
      case 'personal':
        return { kind: 'pairs', pairs: personalFacts(this.extension, this.clean, this.options) };
    }
  }

  /** Names without anything below them become one group without a name: «Rowing, Bread». */
  private groups(items: unknown): Group[] {
    const groups = arrayOf(items)
      .map((item) => objectOf<Skill & Interest>(item))
      .map((item) => ({
        ...optional('name', this.clean.line(item.name)),
        ...optional('level', this.clean.line(item.level)),
        items: this.clean.lines(item.keywords),
      }))
      .filter((group) => group.name !== undefined || group.level !== undefined || group.items.length > 0);
    const bare = groups.length > 1 && groups.every((group) => group.level === undefined && group.items.length === 0);
    return bare
      ? [{ items: groups.map((group) => group.name ?? '') }]
      : ranked(groups, ({ level = '' }) => masteryRank(level));
  }

  private languages(): Pair[] {
    const pairs = arrayOf(this.resume.languages)
      .map((item) => objectOf<Language>(item))
      .map((item) => ({ label: this.clean.line(item.language), text: this.clean.line(item.fluency) }))
      .filter((pair) => pair.label !== '' || pair.text !== '')
      .map((pair) => {
        const levels = levelsOf(pair.text);
        return { ...pair, ...(levels && { levels }) };
      });
    return ranked(pairs, ({ text }) => fluencyRank(text));
  }

  private custom(area: Area): Section[] {
    return arrayOf(this.extension.sections)
      .map((section) => objectOf<{ title: string; items: string[] }>(section))
      .map((section) => ({
        id: 'custom' as const,
        title: this.clean.line(section.title),
        area,
        kind: 'list' as const,
        items: this.clean.lines(section.items),
      }))
      .filter((section) => section.items.length > 0);
  }
}

/** With the step of each one's level, if all say one: a picture beside some of them looks like an error. */
function ranked<T extends Pair | Group>(items: readonly T[], rankOf: (item: T) => Rank | undefined): T[] {
  const ranks = items.map(rankOf);
  return items.map((item, index) =>
    ranks.every((rank) => rank !== undefined) ? { ...item, rank: ranks[index]! } : item,
  );
}

function entriesOf(items: unknown, build: (item: object) => Entry | undefined): SectionBody {
  const entries = arrayOf(items)
    .map((item) => build(objectOf(item)))
    .filter((entry) => entry !== undefined);
  return { kind: 'entries', entries };
}

function isEmpty(body: SectionBody): boolean {
  switch (body.kind) {
    case 'text':
      return body.paragraphs.length === 0;
    case 'entries':
      return body.entries.length === 0;
    case 'groups':
      return body.groups.length === 0;
    case 'pairs':
      return body.pairs.length === 0;
    case 'list':
      return body.items.length === 0;
  }
}

/** Names of skills and their keywords, for the document's metadata. */
function keywordsOf(sections: readonly Section[]): string[] {
  const skills = sections.find((section) => section.id === 'skills');
  if (skills?.kind !== 'groups') return [];
  const words = skills.groups.flatMap((group) => [...(group.name === undefined ? [] : [group.name]), ...group.items]);
  return [...new Set(words)].slice(0, MAX_KEYWORDS);
}

/** The tag if it is a plausible BCP 47 one that says a language. */
function languageTag(tag: unknown): string | undefined {
  return typeof tag === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined;
}

function timestampOf(resume: Resume): CvView['date'] {
  const changed = objectOf<NonNullable<Resume['meta']>>(resume.meta).lastModified;
  const parsed = new Date(
    typeof changed === 'string' && /^\d{4}-\d{2}-\d{2}/.test(changed) ? withZone(changed) : UNDATED,
  );
  const date = Number.isNaN(parsed.getTime()) ? new Date(UNDATED) : parsed;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** A time without a zone is read as UTC: the machine's own zone must not show in the bytes. */
function withZone(time: string): string {
  return /T.*(Z|[+-]\d{2}:?\d{2})$/.test(time) || !time.includes('T') ? time : `${time}Z`;
}
