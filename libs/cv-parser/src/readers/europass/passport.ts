import type { Sourced } from '../../conservation/sourced.js';
import type { Tree } from '../../conservation/valid.js';
import { readReach } from '../../fields/contact.js';
import type { XmlElement } from '../xml.js';
import { readContact } from './contact.js';
import { all, countryCodeOf, find, localName, members, type Members, type XmlValues } from './values.js';

/** Kinds of skills, by their elements. */
const SKILLS: Record<string, string> = {
  Communication: 'Communication skills',
  Organisational: 'Organisational skills',
  JobRelated: 'Job-related skills',
  Computer: 'Digital skills',
  Other: 'Other skills',
};
const LEVELS: Record<string, string> = {
  Listening: 'listening',
  Reading: 'reading',
  SpokenInteraction: 'spoken interaction',
  SpokenProduction: 'spoken production',
  Writing: 'writing',
};

/** Europass XML as Cedefop's editor wrote it from 2012 to 2020: `SkillsPassport`, schema versions 3.0 to 3.4. */
export function readPassport(values: XmlValues, root: XmlElement): Record<string, Tree> {
  return new PassportReader(values).read(find(root, 'LearnerInfo'));
}

class PassportReader {
  constructor(private readonly values: XmlValues) {}

  read(learner: XmlElement | undefined): Record<string, Tree> {
    const { values } = this;
    const skills = find(learner, 'Skills');
    const linguistic = find(skills, 'Linguistic');
    const person = this.#person(find(learner, 'Identification'), all(learner, 'Headline'));
    const licences = all(skills, 'Driving', 'Description', 'Licence').flatMap((licence) => values.text(licence) ?? []);
    const lists = this.#achievements(all(learner, 'AchievementList', 'Achievement'));
    return members({
      basics: members(person.basics),
      work: all(learner, 'WorkExperienceList', 'WorkExperience').map((entry) => this.#work(entry)),
      education: all(learner, 'EducationList', 'Education').map((entry) => this.#education(entry)),
      skills: (skills?.children ?? []).flatMap((group) => this.#skills(group)),
      languages: [
        ...all(linguistic, 'MotherTongueList', 'MotherTongue').map((tongue) => this.#motherTongue(tongue)),
        ...all(linguistic, 'ForeignLanguageList', 'ForeignLanguage').map((language) => this.#language(language)),
      ],
      publications: lists.publications,
      projects: lists.projects,
      awards: lists.awards,
      references: lists.references,
      certificates: [...this.#certificates(linguistic, skills), ...(lists.certificates ?? [])],
      'x-discover': members({ ...person.extension, drivingLicences: licences, sections: lists.sections }),
    });
  }

  #person(identification: XmlElement | undefined, headlines: XmlElement[]): { basics: Members; extension: Members } {
    const { values } = this;
    const name = find(identification, 'PersonName');
    const [given, family] = [find(name, 'FirstName'), find(name, 'Surname')];
    const contact = find(identification, 'ContactInfo');
    const address = find(contact, 'Address', 'Contact');
    const demographics = find(identification, 'Demographics');
    const isStatement = (headline: XmlElement) => find(headline, 'Type', 'Code')?.text.trim() === 'personal_statement';
    const statement = headlines.find(isStatement);
    const headline = headlines.find((candidate) => !isStatement(candidate));
    for (const { inner } of headlines.flatMap((each) => all(each, 'Type', 'Label'))) values.decoration.push(inner);
    const reach = readContact(values, {
      emails: all(contact, 'Email', 'Contact'),
      phones: all(contact, 'TelephoneList', 'Telephone', 'Contact').flatMap((phone) => this.#phone(phone) ?? []),
      websites: all(contact, 'WebsiteList', 'Website', 'Contact'),
      accounts: all(contact, 'InstantMessagingList', 'InstantMessaging').flatMap((account) => {
        const user = find(account, 'Contact');
        return user
          ? [{ user, service: values.text(find(account, 'Use', 'Label')) ?? values.text(find(account, 'Use', 'Code')) }]
          : [];
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
        label: this.#label(find(headline, 'Description')),
        summary: this.#label(find(statement, 'Description')),
        ...reach.basics,
        location: members({
          address: values.text(find(address, 'AddressLine')),
          postalCode: values.text(find(address, 'PostalCode')),
          city: values.text(find(address, 'Municipality')),
          countryCode: this.#country(find(address, 'Country')),
        }),
      },
      extension: {
        nameParts: members({
          title: this.#label(find(name, 'Title')),
          given: values.text(given),
          family: values.text(family),
        }),
        ...reach.extension,
        birthDate: this.#date(find(demographics, 'Birthdate')),
        nationalities: all(demographics, 'NationalityList', 'Nationality').flatMap((each) => this.#country(each) ?? []),
      },
    };
  }

  #phone(element: XmlElement): Sourced | undefined {
    const slice = this.values.slice(element);
    return readReach(this.values.source, [slice], undefined).basics.phone ?? this.values.text(element);
  }

  /** A label, or text where the schema has both forms. */
  #label(element: XmlElement | undefined): Sourced | undefined {
    return this.values.text(find(element, 'Label')) ?? this.values.text(element);
  }

  #country(element: XmlElement | undefined): Sourced | undefined {
    const [code, label] = [find(element, 'Code'), find(element, 'Label')];
    return this.values.derived(countryCodeOf(code?.text), code, label) ?? this.values.text(label);
  }

  #work(entry: XmlElement): Tree {
    const { values } = this;
    const employer = find(entry, 'Employer');
    const activities = values.rich(find(entry, 'Activities'));
    return members({
      name: values.text(find(employer, 'Name')),
      position: this.#label(find(entry, 'Position')),
      location: this.#place(employer),
      url: values.text(find(employer, 'ContactInfo', 'Website', 'Contact')),
      ...this.#period(find(entry, 'Period')),
      summary: activities.summary,
      highlights: activities.items,
    });
  }

  #education(entry: XmlElement): Tree {
    const { values } = this;
    const school = find(entry, 'Organisation');
    const activities = values.rich(find(entry, 'Activities'));
    return members({
      institution: values.text(find(school, 'Name')),
      url: values.text(find(school, 'ContactInfo', 'Website', 'Contact')),
      studyType: values.text(find(entry, 'Title')),
      area: this.#label(find(entry, 'Field')),
      ...this.#period(find(entry, 'Period')),
      courses: [...activities.paragraphs, ...activities.items],
    });
  }

  #place(organisation: XmlElement | undefined): Sourced | undefined {
    const address = find(organisation, 'ContactInfo', 'Address', 'Contact');
    const parts = [find(address, 'Municipality'), find(address, 'Country', 'Label')].filter(
      (part) => part !== undefined,
    );
    return this.values.derived(
      parts
        .map((part) => part.text.trim())
        .filter(Boolean)
        .join(', '),
      ...parts,
    );
  }

  #period(period: XmlElement | undefined): Members {
    return { startDate: this.#date(find(period, 'From')), endDate: this.#date(find(period, 'To')) };
  }

  /** `year="2019" month="--03" day="---01"`, as XML Schema writes parts of dates. */
  #date(element: XmlElement | undefined): Sourced | undefined {
    const { year, month, day } = element?.attributes ?? {};
    if (!element || year === undefined) return undefined;
    const parts = [year, month?.replace(/^--/, ''), day?.replace(/^---/, '')];
    const known = parts.slice(0, parts.includes(undefined) ? parts.indexOf(undefined) : parts.length);
    return this.values.derived(known.join('-'), element);
  }

  #skills(group: XmlElement): Tree[] {
    const name = SKILLS[localName(group)];
    if (name === undefined) return [];
    const { paragraphs, items } = this.values.rich(find(group, 'Description'));
    const keywords = [...paragraphs, ...items];
    return keywords.length === 0 ? [] : [members({ name: this.values.named(name, group), keywords })];
  }

  #motherTongue(tongue: XmlElement): Tree {
    return members({
      language: this.#label(find(tongue, 'Description')),
      fluency: this.values.named('Native', tongue),
    });
  }

  #language(language: XmlElement): Tree {
    const levels = (find(language, 'ProficiencyLevel')?.children ?? []).filter(({ text }) => text.trim() !== '');
    const named = levels.map((level) => ({ level: level.text.trim(), skill: LEVELS[localName(level)] }));
    return members({
      language: this.#label(find(language, 'Description')),
      fluency: this.values.derived(fluencyOf(named), ...levels),
    });
  }

  #certificates(linguistic: XmlElement | undefined, skills: XmlElement | undefined): Tree[] {
    const found = [
      ...all(linguistic, 'ForeignLanguageList', 'ForeignLanguage', 'VerifiedBy', 'Certificate'),
      ...all(skills, 'Computer', 'VerifiedBy', 'Certificate'),
    ];
    return found.map((certificate) =>
      members({
        name: this.values.text(find(certificate, 'Title')),
        issuer: this.values.text(find(certificate, 'AwardingBody')),
        date: this.#date(find(certificate, 'Date')),
      }),
    );
  }

  /** Further information under headings of a list: what JSON Resume has a section for goes there. */
  #achievements(achievements: readonly XmlElement[]): Record<string, Tree[] | undefined> {
    const lists: Record<string, Tree[] | undefined> = {};
    const add = (name: string, ...entries: Tree[]) => (lists[name] = [...(lists[name] ?? []), ...entries]);
    for (const achievement of achievements) {
      const title = find(achievement, 'Title');
      const { paragraphs, items } = this.values.rich(find(achievement, 'Description'));
      const texts = [...paragraphs, ...items];
      switch (find(title, 'Code')?.text.trim()) {
        case 'publications':
          add('publications', ...texts.map((name) => ({ name })));
          break;
        case 'projects':
          add('projects', ...texts.map((description) => ({ description })));
          break;
        case 'honors_awards':
          add('awards', ...texts.map((award) => ({ title: award })));
          break;
        case 'certifications':
        case 'courses':
          add('certificates', ...texts.map((name) => ({ name })));
          break;
        case 'references':
          add('references', ...texts.map((reference) => ({ reference })));
          break;
        default: {
          const heading = this.#label(title);
          if (heading && texts.length > 0) add('sections', { title: heading, items: texts });
          continue;
        }
      }
      const label = find(title, 'Label');
      if (label) this.values.decoration.push(label.inner);
    }
    return lists;
  }
}

/** One level where all are the same, or else the level of each skill. */
export function fluencyOf(levels: readonly { level: string; skill: string | undefined }[]): string | undefined {
  const [first, ...others] = levels;
  if (!first) return undefined;
  if (others.every(({ level }) => level === first.level)) return first.level;
  return levels.map(({ level, skill }) => (skill === undefined ? level : `${level} ${skill}`)).join(', ');
}
