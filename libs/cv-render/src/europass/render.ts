import type { Resume } from '@discover/cv-model';

import type { Locale } from '../locales.js';
import { base64, type Photo } from '../photo.js';
import { textXml, xml, XML_DECLARATION } from '../xml.js';
import { achievements, education, work } from './experience.js';
import { skills } from './skills.js';
import { code, list, text, texts } from './values.js';

/**
 * A CV in Europass XML 3.3 (`SkillsPassport`), which Europass itself and the portals of employment services import.
 * What the format has no place for (projects, publications, awards …) stands among its achievements, and sections of
 * one's own among «other skills».
 */
export function renderEuropass(resume: Resume, locale: Locale, portrait?: Photo): string {
  const lastModified = text(resume.meta?.lastModified);
  return (
    XML_DECLARATION +
    xml(
      'SkillsPassport',
      { xmlns: 'http://europass.cedefop.europa.eu/Europass', locale },
      xml(
        'DocumentInfo',
        {},
        textXml('DocumentType', 'ECV'),
        textXml('LastUpdateDate', lastModified),
        textXml('XSDVersion', 'V3.3'),
      ),
      xml(
        'LearnerInfo',
        {},
        identification(resume, portrait),
        headline(resume),
        list('WorkExperienceList', work(resume)),
        list('EducationList', education(resume)),
        skills(resume),
        list('AchievementList', achievements(resume)),
      ),
    ) +
    '\n'
  );
}

function identification(resume: Resume, portrait: Photo | undefined): string {
  const more = resume['x-discover'] ?? {};
  return xml('Identification', {}, personName(resume), contactInfo(resume), demographics(more), photo(portrait));
}

/** Europass has the name in two parts; where we do not know them, the last word is taken for the surname. */
function personName({ basics, 'x-discover': more }: Resume): string {
  const parts = more?.nameParts;
  const words = text(basics?.name).split(' ').filter(Boolean);
  const given =
    parts?.given === undefined ? words.slice(0, -1).join(' ') : texts([parts.given, parts.middle]).join(' ');
  const family = parts?.family ?? words.at(-1) ?? '';
  const title = text(parts?.title);
  return xml(
    'PersonName',
    {},
    title === '' ? '' : xml('Title', {}, textXml('Label', title)),
    textXml('FirstName', text(given)),
    textXml('Surname', text(family)),
  );
}

function contactInfo({ basics, 'x-discover': more }: Resume): string {
  const { location } = basics ?? {};
  const phones = texts([basics?.phone, ...(more?.phones ?? [])]);
  const profiles = (basics?.profiles ?? []).map((profile) => profile.url ?? profile.username);
  const websites = texts([basics?.url, ...profiles]);
  const email = texts([basics?.email, ...(more?.emails ?? [])])[0];
  const address = [
    textXml('AddressLine', text(location?.address)),
    textXml('PostalCode', text(location?.postalCode)),
    textXml('Municipality', text(location?.city)),
    location?.countryCode === undefined ? '' : xml('Country', {}, textXml('Code', text(location.countryCode))),
  ].join('');
  return xml(
    'ContactInfo',
    {},
    address === '' ? '' : xml('Address', {}, xml('Contact', {}, address)),
    email === undefined ? '' : xml('Email', {}, textXml('Contact', email)),
    list(
      'TelephoneList',
      phones.map((phone) => xml('Telephone', {}, textXml('Contact', phone))),
    ),
    list(
      'WebsiteList',
      websites.map((url) => xml('Website', {}, textXml('Contact', url))),
    ),
  );
}

function demographics(more: NonNullable<Resume['x-discover']>): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text(more.birthDate)) ?? [];
  const birth = year === undefined ? '' : xml('Birthdate', dateAttributes(year, month, day));
  const nationalities = texts(more.nationalities).map((nationality) => xml('Nationality', {}, code(nationality)));
  const content = birth + list('NationalityList', nationalities);
  return content === '' ? '' : xml('Demographics', {}, content);
}

function dateAttributes(year: string, month?: string, day?: string) {
  return { year, month: month && `--${month}`, day: day && `---${day}` };
}

/** Europass has no place for WebP. */
function photo(portrait: Photo | undefined): string {
  if (portrait === undefined || portrait.format === 'webp') return '';
  return xml('Photo', {}, textXml('MimeType', portrait.mediaType), textXml('Data', base64(portrait)));
}

/** What the person is, or the summary if they say nothing shorter. */
function headline({ basics }: Resume): string {
  const label = text(basics?.label);
  const summary = text(basics?.summary);
  const of = (kind: string, words: string) =>
    words === ''
      ? ''
      : xml('Headline', {}, xml('Type', {}, textXml('Code', kind)), xml('Description', {}, textXml('Label', words)));
  return label === '' ? of('personal_statement', summary) : of('position', label);
}
