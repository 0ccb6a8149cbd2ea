import type {
  Award,
  Certificate,
  Education,
  Project,
  Publication,
  Reference,
  Volunteer,
  Work,
} from '@discover/cv-model';

import { formatMonth, formatPeriod, type DateFormat } from '../dates.js';
import { WORDS } from '../locales.js';
import { displayAddress, safeHref } from './links.js';
import type { TextCleaner } from './text.js';
import type { Entry, Pair } from './view.js';

/** What an entry is made of before it is cleaned and its empty parts are dropped. */
interface RawEntry {
  title: unknown;
  url?: unknown;
  subtitle?: unknown;
  /** The address belongs to the organisation, not to the title. */
  subtitleUrl?: unknown;
  date: string;
  place?: unknown;
  placeUrl?: unknown;
  description?: unknown;
  text?: unknown;
  bullets?: unknown;
  notes?: Pair[];
  keywords?: unknown;
}

/** An entry of at most this many lines is kept on one page; a longer one may break, but not at its first or last line. */
const KEEP_LINES = 14;
const CHARACTERS_PER_LINE = 90;

/** Turns JSON Resume's lists of objects into entries, one method per section. */
export class EntryBuilder {
  constructor(
    private readonly clean: TextCleaner,
    private readonly format: DateFormat,
  ) {}

  work(item: Work): Entry | undefined {
    return this.entry({
      title: item.position,
      subtitle: item.name,
      subtitleUrl: item.url,
      date: this.period(item.startDate, item.endDate),
      place: item.location,
      description: item.description,
      text: item.summary,
      bullets: item.highlights,
    });
  }

  volunteer(item: Volunteer): Entry | undefined {
    return this.entry({
      title: item.position,
      subtitle: item.organization,
      subtitleUrl: item.url,
      date: this.period(item.startDate, item.endDate),
      text: item.summary,
      bullets: item.highlights,
    });
  }

  education(item: Education): Entry | undefined {
    const words = WORDS[this.format.locale];
    const degree = [this.clean.line(item.studyType), this.clean.line(item.area)]
      .filter((part) => part !== '')
      .join(', ');
    const courses = this.clean.lines(item.courses).join(', ');
    const grade = this.clean.line(item.score);
    return this.entry({
      title: degree,
      subtitle: item.institution,
      subtitleUrl: item.url,
      date: this.period(item.startDate, item.endDate),
      place: grade === '' ? '' : `${words.grade}: ${grade}`,
      notes: courses === '' ? [] : [{ label: words.courses, text: courses }],
    });
  }

  project(item: Project): Entry | undefined {
    const role = [...this.clean.lines(item.roles), this.clean.line(item.entity), this.clean.line(item.type)];
    return this.entry({
      title: item.name,
      subtitle: role.filter((part) => part !== '').join(', '),
      date: this.period(item.startDate, item.endDate),
      place: displayAddress(this.clean.line(item.url)),
      placeUrl: item.url,
      text: item.description,
      bullets: item.highlights,
      keywords: item.keywords,
    });
  }

  award(item: Award): Entry | undefined {
    return this.entry({ title: item.title, subtitle: item.awarder, date: this.month(item.date), text: item.summary });
  }

  certificate(item: Certificate): Entry | undefined {
    return this.entry({ title: item.name, url: item.url, subtitle: item.issuer, date: this.month(item.date) });
  }

  publication(item: Publication): Entry | undefined {
    return this.entry({
      title: item.name,
      subtitle: item.publisher,
      date: this.month(item.releaseDate),
      place: displayAddress(this.clean.line(item.url)),
      placeUrl: item.url,
      text: item.summary,
    });
  }

  reference(item: Reference): Entry | undefined {
    return this.entry({ title: item.name, date: '', text: item.reference });
  }

  private month(date: unknown): string {
    return formatMonth(this.clean.line(date), this.format);
  }

  private period(start: unknown, end: unknown): string {
    return formatPeriod(this.clean.line(start), this.clean.line(end), this.format);
  }

  /** The entry, or undefined if nothing in it can be shown. Without a title, what comes next takes its place. */
  private entry(raw: RawEntry): Entry | undefined {
    const href = safeHref(raw.url);
    const subtitleHref = safeHref(raw.subtitleUrl);
    const heads = [
      { text: this.clean.line(raw.title), href },
      { text: this.clean.line(raw.subtitle), href: subtitleHref },
      { text: this.clean.line(raw.place), href: safeHref(raw.placeUrl) },
      { text: this.clean.line(raw.description), href: undefined },
    ];
    // A head that is missing is filled from below: a post without a position is titled by its employer.
    while (heads[0]!.text === '' && heads.some((head) => head.text !== '')) heads.push(heads.shift()!);
    const [title, subtitle, place, description] = heads as [Head, Head, Head, Head];
    const entry: Entry = {
      title: title.text,
      ...optional('href', title.text === '' ? undefined : title.href),
      ...optional('subtitle', subtitle.text),
      ...optional('subtitleHref', subtitle.text === '' ? undefined : subtitle.href),
      ...optional('date', this.clean.line(raw.date)),
      ...optional('place', place.text),
      ...optional('placeHref', place.text === '' ? undefined : place.href),
      ...optional('description', description.text),
      paragraphs: this.clean.paragraphs(raw.text),
      bullets: this.clean.lines(raw.bullets),
      notes: raw.notes ?? [],
      keywords: this.clean.lines(raw.keywords),
      keep: true,
    };
    entry.keep = estimatedLines(entry) <= KEEP_LINES;
    const shown = [...heads.map((head) => head.text), entry.date ?? '', ...entry.paragraphs, ...entry.bullets];
    return shown.some((text) => text !== '') || entry.notes.length > 0 || entry.keywords.length > 0 ? entry : undefined;
  }
}

interface Head {
  text: string;
  href: string | undefined;
}

/** An object with the member, or without it if there is nothing to say. */
export function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, string>);
}

function estimatedLines(entry: Entry): number {
  const texts = [
    ...entry.paragraphs,
    ...entry.bullets,
    ...entry.notes.map((note) => note.text),
    entry.keywords.join(', '),
  ];
  const lines = texts.map((text) => Math.ceil(text.length / CHARACTERS_PER_LINE));
  return 2 + (entry.description === undefined ? 0 : 1) + lines.reduce((sum, count) => sum + count, 0);
}
