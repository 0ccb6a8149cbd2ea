import type { Language, Resume } from '@discover/cv-model';

import { textXml, xml } from '../xml.js';
import { list, rich, text, texts } from './values.js';

const CEFR = /\b([ABC][12])\b/i;
/** The person's first language, in the words of the languages that we set documents in. */
const NATIVE = /native|mother tongue|first language|mutter|langue maternelle|madrelingua|lengua materna|nativ/i;
const ABILITIES = ['Listening', 'Reading', 'SpokenInteraction', 'SpokenProduction', 'Writing'] as const;

export function skills(resume: Resume): string {
  const languages = resume.languages ?? [];
  const native = languages.filter(({ fluency }) => NATIVE.test(text(fluency)));
  const foreign = languages.filter((language) => !native.includes(language));
  const linguistic = [
    list(
      'MotherTongueList',
      native.map((language) => xml('MotherTongue', {}, description(language))),
    ),
    list('ForeignLanguageList', foreign.map(foreignLanguage)),
  ].join('');
  const jobRelated = (resume.skills ?? []).map(({ name, level, keywords }) =>
    [texts([name, level]).join(', '), texts(keywords).join(', ')].filter(Boolean).join(': '),
  );
  const { label, summary } = resume.basics ?? {};
  const other = [
    // There is one headline; the label has it, if there is one.
    text(label) === '' ? '' : text(summary),
    ...(resume.interests ?? []).map(({ name, keywords }) => texts([name, ...(keywords ?? [])]).join(', ')),
    ...(resume['x-discover']?.sections ?? []).map(({ title, items }) => `${text(title)}: ${texts(items).join('; ')}`),
  ];
  const licences = texts(resume['x-discover']?.drivingLicences);
  const content = [
    linguistic === '' ? '' : xml('Linguistic', {}, linguistic),
    described('JobRelated', jobRelated),
    licences.length === 0
      ? ''
      : xml('Driving', {}, xml('Description', {}, ...licences.map((licence) => textXml('Licence', licence)))),
    described('Other', other),
  ].join('');
  return content === '' ? '' : xml('Skills', {}, content);
}

function foreignLanguage(language: Language): string {
  const level = CEFR.exec(text(language.fluency))?.[1]?.toUpperCase();
  const levels =
    level === undefined ? '' : xml('ProficiencyLevel', {}, ...ABILITIES.map((ability) => textXml(ability, level)));
  return xml('ForeignLanguage', {}, description(language), levels);
}

function description({ language }: Language): string {
  return xml('Description', {}, textXml('Label', text(language)));
}

function described(name: string, lines: readonly string[]): string {
  const words = lines.filter((line) => line !== '');
  return words.length === 0 ? '' : xml(name, {}, textXml('Description', rich([], words)));
}
