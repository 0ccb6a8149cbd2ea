import type { Profile, Resume, Work } from '@discover/cv-model';

/** What a page says of itself to search engines. */
export interface PageFacts {
  url: string;
  image: string;
  /** ISO 8601 */
  created: string;
  /** ISO 8601 */
  modified: string;
}

type Thing = Record<string, unknown>;

const MOST_SKILLS = 50;

/** The page as schema.org describes one about a person: https://developers.google.com/search/docs/appearance/structured-data/profile-page */
export function profilePage(resume: Resume, facts: PageFacts): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: facts.url,
    dateCreated: facts.created,
    dateModified: facts.modified,
    primaryImageOfPage: facts.image,
    ...present({ inLanguage: resume['x-discover']?.language }),
    mainEntity: person(resume, facts.url),
  };
}

/** JSON for a script element: nothing in it can end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function person(resume: Resume, url: string): Thing {
  const { basics = {} } = resume;
  const { given, family } = resume['x-discover']?.nameParts ?? {};
  const current = list(resume.work).filter((work) => work.endDate === undefined);
  return {
    '@type': 'Person',
    '@id': `${url}#person`,
    ...present({
      name: basics.name,
      givenName: given,
      familyName: family,
      jobTitle: basics.label ?? current[0]?.position,
      description: basics.summary,
      image: webAddress(basics.image),
      email: basics.email,
      telephone: basics.phone,
      sameAs: addresses([basics.url, ...list(basics.profiles).map((profile: Profile) => profile.url)]),
      address: place(basics.location),
      worksFor: things(current, (work: Work) => organization(work.name, work.url)),
      alumniOf: things(list(resume.education), ({ institution, url: site }) => organization(institution, site)),
      knowsAbout: texts(list(resume.skills).map((skill) => skill.name)).slice(0, MOST_SKILLS),
      knowsLanguage: texts(list(resume.languages).map((language) => language.language)),
      award: texts(list(resume.awards).map((award) => award.title)),
    }),
  };
}

function organization(name: string | undefined, url: string | undefined): Thing | undefined {
  return name === undefined ? undefined : { '@type': 'Organization', name, ...present({ url: webAddress(url) }) };
}

function place(location: NonNullable<Resume['basics']>['location']): Thing | undefined {
  const { city, region, countryCode, postalCode, address } = location ?? {};
  const known = present({
    streetAddress: address,
    postalCode,
    addressLocality: city,
    addressRegion: region,
    addressCountry: countryCode,
  });
  return Object.keys(known).length === 0 ? undefined : { '@type': 'PostalAddress', ...known };
}

function things<T>(items: readonly T[], make: (item: T) => Thing | undefined): Thing[] {
  return items.map(make).filter((thing) => thing !== undefined);
}

function addresses(values: readonly (string | undefined)[]): string[] {
  return texts(values.map(webAddress));
}

/** Only what a browser may follow without danger. */
function webAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : undefined;
}

function texts(values: readonly (string | undefined)[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

function list<T>(value: readonly T[] | undefined): readonly T[] {
  return value ?? [];
}

/** Without what is absent or empty. */
function present(members: Thing): Thing {
  return Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
