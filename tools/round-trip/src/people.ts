import type { Resume } from '@discover/cv-model';
import {
  inventPerson,
  LANGUAGES,
  Random,
  type Language,
  type Month,
  type Period,
  type Person,
  type SpokenLanguage,
} from '@discover/cv-parser/benchmark';

/** An invented CV, in one of the languages that headings and dates can be set in. */
export interface InventedCv {
  readonly language: Language;
  readonly document: Resume;
}

const NATIVE: Record<Language, string> = {
  en: 'Native',
  de: 'Muttersprache',
  fr: 'Langue maternelle',
  it: 'Madrelingua',
  es: 'Lengua materna',
};
/** Of the people of one language, so far apart are the seeds: those of the parser's benchmark are others. */
const SEED = 770_000;

/** `each` people of every language: the same at every call. */
export function inventCvs(each: number, languages: readonly Language[] = LANGUAGES): InventedCv[] {
  return languages.flatMap((language, index) =>
    Array.from({ length: each }, (_, number) => {
      const random = new Random(SEED + 1000 * index + number, 'held-out');
      return { language, document: resumeOf(inventPerson(random, language)) };
    }),
  );
}

function resumeOf(person: Person): Resume {
  const { name, address } = person;
  return {
    basics: {
      name: [name.title, name.given, name.family].filter(Boolean).join(' ') + (name.suffix ? `, ${name.suffix}` : ''),
      label: person.label,
      email: person.email,
      // «(0)» is dialled only where the country code is not.
      phone: person.phone.replace('(0)', ''),
      ...(person.url !== undefined && { url: withScheme(person.url) }),
      ...(person.summary !== undefined && { summary: person.summary }),
      location: {
        ...(address.street !== undefined && { address: address.street }),
        ...(address.postalCode !== undefined && { postalCode: address.postalCode }),
        city: address.city,
        countryCode: address.country,
      },
      profiles: person.profiles.map(({ network, username, address: url }) => ({
        network,
        username,
        url: `https://${url}`,
      })),
    },
    work: person.work.map(({ employer, place, position, summary, highlights, ...period }) => ({
      name: employer,
      position,
      location: place.city,
      ...datesOf(period),
      ...(summary !== undefined && { summary }),
      highlights: [...highlights],
    })),
    education: person.education.map(({ institution, degree, area, score, ...period }) => ({
      institution,
      studyType: degree,
      ...(area !== undefined && { area }),
      ...(score !== undefined && { score }),
      ...datesOf(period),
    })),
    skills: person.skills.map(({ name: group, items }) => ({ name: group, keywords: [...items] })),
    languages: person.languages.map((spoken) => ({ language: spoken.name, fluency: fluency(spoken, person.language) })),
    certificates: person.certificates.map(({ date, ...rest }) => ({ ...rest, date: monthOf(date) })),
    publications: person.publications.map(({ name: title, publisher, date }) => ({
      name: title,
      publisher,
      releaseDate: monthOf(date),
    })),
    projects: person.projects.map(({ name: title, description, highlights, url, ...period }) => ({
      name: title,
      description,
      highlights: [...highlights],
      ...(url !== undefined && { url: `https://${url}` }),
      ...datesOf(period),
    })),
    awards: person.awards.map(({ date, ...rest }) => ({ ...rest, date: monthOf(date) })),
    volunteer: person.volunteer.map(({ organization, position, ...period }) => ({
      organization,
      position,
      ...datesOf(period),
    })),
    references: person.references.map((reference) => ({ ...reference })),
    interests: person.interests.map((interest) => ({ name: interest })),
    'x-discover': { language: person.language },
  };
}

const fluency = ({ level }: SpokenLanguage, language: Language): string =>
  level === 'native' ? NATIVE[language] : level;

const monthOf = ({ year, month }: Month): string => `${year}-${String(month).padStart(2, '0')}`;

const datesOf = ({ start, end }: Period): { startDate: string; endDate?: string } => ({
  startDate: monthOf(start),
  ...(end !== null && { endDate: monthOf(end) }),
});

const withScheme = (address: string): string => (address.includes('://') ? address : `https://${address}`);
