import { isResume } from '@discover/cv-model';
import { describe, expect, it } from '@jest/globals';

import { parseDocument } from '../../src/index.js';
import { bytes, document, truth } from '../support.js';

describe.each([
  ['SkillsPassport', 'fr-passport', 'fr', ['Féminin']],
  ['Candidate', 'it-candidate', 'it', []],
])('Europass XML: %s', (_root, file, language, unmapped) => {
  const content = document(`${file}.xml`);

  it('is taken over as data', async () => {
    const reading = await parseDocument(content);
    expect(reading.document).toEqual(truth(file));
    expect(isResume(reading.document)).toBe(true);
    expect(reading).toMatchObject({ format: 'europass', language });
  });

  it('gives back what has no place in a resume', async () => {
    const reading = await parseDocument(content);
    expect(reading.unmapped.map(({ text }) => text)).toEqual(unmapped);
    expect(reading.coverage).toBeGreaterThan(0.99);
  });

  it('says where each value stands', async () => {
    const { provenance, document: resume } = await parseDocument(content);
    const text = new TextDecoder().decode(content);
    const at = (pointer: string) => provenance[pointer]!.map(({ start, end }) => text.slice(start, end)).join(' ');
    expect(at('/basics/email')).toBe(resume.basics!.email);
    expect(at('/basics/name')).toBe(resume.basics!.name);
    expect(at('/work/0/highlights/0')).toBe(resume.work![0]!.highlights![0]);
  });
});

describe('Europass XML', () => {
  it('is read from the PDF that carries it', async () => {
    const reading = await parseDocument(document('it-europass.pdf'));
    expect(reading.document).toEqual(truth('it-candidate'));
    expect(reading.format).toBe('pdf');
    const pages = await parseDocument(document('it-europass.pdf'), { ignoreEmbedded: true });
    expect(pages.document.basics!.name).toBe(truth('it-table').basics!.name);
  });

  it('goes by the day of the file', async () => {
    expect((await parseDocument(document('fr-passport.xml'))).asOf).toBe('2019-05-14');
  });

  it('leaves out what the schema refuses', async () => {
    const passport =
      '<SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>Ada</FirstName></PersonName><Demographics><Birthdate year="soon"/></Demographics></Identification></LearnerInfo></SkillsPassport>';
    const { document: resume } = await parseDocument(bytes(passport));
    expect(resume.basics).toEqual({ name: 'Ada' });
    expect(resume['x-discover']).toEqual({ nameParts: { given: 'Ada' } });
  });
});
