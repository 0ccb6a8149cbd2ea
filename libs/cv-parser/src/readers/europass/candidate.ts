import { Sourced } from '../../conservation/sourced.js';
import type { Tree } from '../../conservation/valid.js';
import type { XmlElement } from '../xml.js';
import { readContact } from './contact.js';
import { fluencyOf } from './passport.js';
import { all, countryCodeOf, find, members, nameOf, type Members, type XmlValues } from './values.js';

/** Skills of the language framework, by the codes of its dimensions. */
const DIMENSIONS: Record<string, string> = {
  'CEF-Understanding-Listening': 'listening',
  'CEF-Understanding-Reading': 'reading',
  'CEF-Speaking-Interaction': 'spoken interaction',
  'CEF-Speaking-Production': 'spoken production',
  'CEF-Writing-Production': 'writing',
};
/** Sections that JSON Resume has none for, by their elements, with the element of one entry. */
const OTHER_SECTIONS: Record<string, string> = {
  ConferencesAndSeminars: 'Conferences and seminars',
  NetworksAndMemberships: 'Networks and memberships',
  CreativeWorks: 'Creative works',
  SocialAndPoliticalActivities: 'Social and political activities',
};

/**
 * Europass XML as the portal of 2020 writes it, alone or attached to its PDFs: `Candidate`, in the namespaces of
 * Europass, EURES, HR Open Standards and OAGIS. Elements are known by their names without prefixes.
 */
export function readCandidate(values: XmlValues, root: XmlElement): Record<string, Tree> {
  const profile = find(root, 'CandidateProfile');
  return new CandidateReader(values, profile?.attributes.languageCode ?? 'en').read(
    find(root, 'CandidatePerson'),
    profile,
  );
}

class CandidateReader {
  constructor(
    private readonly values: XmlValues,
    private readonly locale: string,
  ) {}

  read(person: XmlElement | undefined, profile: XmlElement | undefined): Record<string, Tree> {
    const { values } = this;
    const { basics, extension } = this.#person(person);
    const competencies = all(profile, 'PersonQualifications', 'PersonCompetency');
    const isLanguage = (competency: XmlElement) =>
      find(competency, 'TaxonomyID')?.text.trim().toLowerCase() === 'language';
    const licences = all(profile, 'Licenses', 'License', 'LicenseTypeCode').flatMap((code) => values.text(code) ?? []);
    return members({
      basics: members({ ...basics, summary: values.rich(find(profile, 'ExecutiveSummary')).summary }),
      work: all(profile, 'EmploymentHistory', 'EmployerHistory').flatMap((employer) => this.#work(employer)),
      volunteer: this.#entries(profile, 'VoluntaryWorks').map((entry) => this.#volunteer(entry)),
      education: all(profile, 'EducationHistory', 'EducationOrganizationAttendance').map((entry) =>
        this.#education(entry),
      ),
      skills: [...this.#skills(profile), ...this.#skillList(competencies.filter((each) => !isLanguage(each)))],
      languages: [
        ...all(person, 'PrimaryLanguageCode').map((code) => this.#motherTongue(code)),
        ...competencies.filter(isLanguage).map((competency) => this.#language(competency)),
      ],
      certificates: ['Certifications', 'CourseCertifications'].flatMap((name) =>
        this.#entries(profile, name).map((entry) =>
          members({
            name: this.#title(entry),
            date: this.#dates(entry).startDate,
            issuer: values.text(find(entry, 'IssuingAuthority')),
          }),
        ),
      ),
      publications: all(profile, 'PublicationHistory', 'Publication').map((entry) => this.#publication(entry)),
      projects: this.#entries(profile, 'Projects').map((entry) => {
        const { summary, items } = values.rich(find(entry, 'Description'));
        return members({
          name: this.#title(entry),
          ...this.#dates(entry),
          description: summary,
          highlights: items,
          url: values.text(find(entry, 'Link')),
        });
      }),
      'x-discover': members({ ...extension, drivingLicences: licences, sections: this.#sections(profile) }),
    });
  }

  #person(person: XmlElement | undefined): { basics: Members; extension: Members } {
    const { values } = this;
    const name = find(person, 'PersonName');
    const [given, family] = [find(name, 'GivenName'), find(name, 'FamilyName')];
    const channels = all(person, 'Communication');
    const by = (kind: string) =>
      channels.filter((channel) => find(channel, 'ChannelCode')?.text.trim().toLowerCase() === kind);
    const uris = (kind: string) => by(kind).flatMap((channel) => find(channel, 'URI') ?? []);
    const address = channels.flatMap((channel) => find(channel, 'Address') ?? [])[0];
    const reach = readContact(values, {
      emails: uris('email'),
      phones: by('telephone').flatMap((channel) => this.#phone(channel) ?? []),
      websites: uris('web'),
      accounts: ['social media', 'instant message'].flatMap(by).flatMap((channel) => {
        const user = find(channel, 'URI');
        return user ? [{ user, service: values.text(find(channel, 'UseCode')) }] : [];
      }),
    });
    return {
      basics: {
        name: values.derived(
          [given, family]
            .flatMap((part) => part?.text.trim() ?? [])
            .join(' ')
            .trim(),
          given,
          family,
        ),
        ...reach.basics,
        location: members({
          address: values.text(find(address, 'AddressLine')),
          postalCode: values.text(find(address, 'PostalCode')),
          city: values.text(find(address, 'CityName')),
          countryCode: this.#country(find(address, 'CountryCode')),
        }),
      },
      extension: {
        nameParts: members({ given: values.text(given), family: values.text(family) }),
        ...reach.extension,
        birthDate: values.text(find(person, 'BirthDate')),
        nationalities: all(person, 'NationalityCode').flatMap((code) => this.#country(code) ?? []),
      },
    };
  }

  #phone(channel: XmlElement): Sourced | undefined {
    const [prefix, number] = [find(channel, 'CountryDialing'), find(channel, 'DialNumber')];
    const digits = number?.text.replace(/\D/g, '') ?? '';
    if (!prefix || digits === '') return this.values.text(number);
    return this.values.derived(`+${prefix.text.replace(/\D/g, '')}${digits}`, prefix, number);
  }

  #country(element: XmlElement | undefined): Sourced | undefined {
    return this.values.derived(countryCodeOf(element?.text), element);
  }

  #work(employer: XmlElement): Tree[] {
    const { values } = this;
    return all(employer, 'PositionHistory').map((position) => {
      const { summary, items } = values.rich(find(position, 'Description'));
      return members({
        name: values.text(find(employer, 'OrganizationName')),
        position: values.text(find(position, 'PositionTitle')),
        location: this.#place(position, employer),
        url: values.text(find(employer, 'Link')),
        ...this.#period(find(position, 'EmploymentPeriod') ?? find(employer, 'EmploymentPeriod')),
        summary,
        highlights: items,
      });
    });
  }

  #place(position: XmlElement, employer: XmlElement): Sourced | undefined {
    const address = find(employer, 'OrganizationContact', 'Communication', 'Address');
    const seat = find(address, 'CityName');
    const city = find(position, 'City') ?? seat;
    // The employer's place, if it is the position's as well, is told twice.
    if (seat && seat !== city && seat.text === city?.text) this.values.decoration.push(seat.inner);
    const country = find(position, 'Country') ?? find(address, 'CountryCode');
    const name = nameOf('region', countryCodeOf(country?.text), this.locale);
    return this.values.derived(
      [city?.text.trim(), name].filter(Boolean).join(', '),
      city,
      name === undefined ? undefined : country,
    );
  }

  #education(entry: XmlElement): Tree {
    const { values } = this;
    const degree = find(entry, 'EducationDegree');
    const { paragraphs, items } = values.rich(find(degree, 'OccupationalSkillsCovered'));
    return members({
      institution: values.text(find(entry, 'OrganizationName')),
      url: values.text(find(entry, 'Link')),
      studyType: values.text(find(degree, 'DegreeName')),
      ...this.#period(find(entry, 'AttendancePeriod')),
      score: values.text(find(degree, 'FinalGrade', 'ScoreText')),
      courses: [...paragraphs, ...items],
    });
  }

  #period(period: XmlElement | undefined): Members {
    return {
      startDate: this.values.text(find(period, 'StartDate', 'FormattedDateTime')),
      endDate: this.values.text(find(period, 'EndDate', 'FormattedDateTime')),
    };
  }

  #motherTongue(code: XmlElement): Tree {
    return members({
      language: this.#languageName(code, code.attributes.name),
      fluency: this.values.named('Native', code),
    });
  }

  #language(competency: XmlElement): Tree {
    const id = find(competency, 'CompetencyID');
    const dimensions = all(competency, 'CompetencyDimension').flatMap((dimension) => {
      const [type, score] = [find(dimension, 'CompetencyDimensionTypeCode'), find(dimension, 'Score', 'ScoreText')];
      return type && score ? [{ type, score }] : [];
    });
    const levels = dimensions.map(({ type, score }) => ({
      level: score.text.trim(),
      skill: DIMENSIONS[type.text.trim()],
    }));
    return members({
      language: this.#languageName(id, id?.attributes.schemeName),
      fluency: this.values.derived(fluencyOf(levels), ...dimensions.flatMap(({ type, score }) => [type, score])),
    });
  }

  /** A name as typed, or that of a code of ISO 639-2 in the CV's language. */
  #languageName(element: XmlElement | undefined, kind: string | undefined): Sourced | undefined {
    const name = kind === 'FREE_TEXT' ? undefined : nameOf('language', element?.text, this.locale);
    return this.values.derived(name, element) ?? this.values.text(element);
  }

  /** Digital skills, loose and in groups with a title. */
  #skills(profile: XmlElement | undefined): Tree[] {
    const groups = [...all(profile, 'Skills', 'SkillsGroup'), ...all(profile, 'DigitalSkills', 'DigitalSkillsGroup')];
    return [
      ...this.#skillList(all(profile, 'Skills', 'PersonCompetency')),
      ...groups.map((group) => {
        const named = [...all(group, 'PersonCompetency', 'CompetencyName'), ...all(group, 'DigitalSkill')];
        return members({
          name: this.values.text(find(group, 'Title')),
          keywords: named.flatMap((skill) => this.values.text(skill) ?? []),
        });
      }),
    ];
  }

  #skillList(competencies: readonly XmlElement[]): Tree[] {
    const names = competencies.flatMap((each) => find(each, 'CompetencyName') ?? find(each, 'CompetencyID') ?? []);
    return names.flatMap((name) => this.values.text(name) ?? []).map((name) => ({ name }));
  }

  #publication(entry: XmlElement): Tree {
    const { values } = this;
    const { summary, paragraphs, items } = values.rich(find(entry, 'FormattedPublicationDescription'));
    const title = this.#title(entry);
    const lines = [...paragraphs, ...items];
    return members({
      name: title ?? lines[0],
      publisher: values.text(find(entry, 'Publisher')) ?? values.text(find(entry, 'Journal')),
      releaseDate: values.text(find(entry, 'Year')),
      url: values.text(find(entry, 'DOI', 'Link')) ?? values.text(find(entry, 'Link')),
      summary: title ? summary : undefined,
    });
  }

  #volunteer(entry: XmlElement): Tree {
    const { summary, items } = this.values.rich(find(entry, 'Description'));
    return members({
      organization: this.values.text(find(entry, 'OrganizationName')),
      position: this.#title(entry),
      ...this.#dates(entry),
      summary,
      highlights: items,
    });
  }

  /** The entries of a section: the elements in it that have parts of their own. */
  #entries(profile: XmlElement | undefined, section: string): XmlElement[] {
    return all(profile, section).flatMap(({ children }) => children.filter((entry) => entry.children.length > 0));
  }

  #title(entry: XmlElement): Sourced | undefined {
    return this.values.text(find(entry, 'Title')) ?? this.values.text(find(entry, 'Name'));
  }

  #dates(entry: XmlElement): Members {
    return this.#period(find(entry, 'Date') ?? entry);
  }

  #sections(profile: XmlElement | undefined): Tree[] {
    const known = Object.entries(OTHER_SECTIONS).flatMap(([name, title]) =>
      all(profile, name).map((section) => ({
        title: this.values.named(title, section),
        entries: section.children.filter(({ children }) => children.length > 0),
      })),
    );
    const own = all(profile, 'Others').flatMap((section) => {
      const title = this.values.text(find(section, 'Title'));
      return title ? [{ title, entries: all(section, 'Other') }] : [];
    });
    return [...known, ...own].flatMap(({ title, entries }): Tree[] => {
      const items = entries.flatMap((entry) => {
        const { paragraphs, items: points } = this.values.rich(find(entry, 'Description'));
        const dates = Object.values(this.#dates(entry)).filter((date) => Sourced.is(date));
        return [this.#title(entry), ...dates, ...paragraphs, ...points].filter((item) => item !== undefined);
      });
      return items.length === 0 ? [] : [{ title, items }];
    });
  }
}
