import { describe, expect, it } from '@jest/globals';

import { parseDocument } from '../src/index.js';
import { bytes } from './support.js';

async function basicsOf(...lines: string[]) {
  const filler = ['', 'Education', '2009 – 2012', 'University of Hull', 'BSc Logistics'];
  const { document } = await parseDocument(bytes([...lines, ...filler].join('\n')), { asOf: '2026-01-01' });
  return document.basics ?? {};
}

describe('the person', () => {
  it.each([
    ['Beatriz Carvalho dos Santos', 'Beatriz Carvalho dos Santos'],
    ['Solène d’Aubigny', 'Solène d’Aubigny'],
    ['Dr. med. Theresia Stadler', 'Dr. med. Theresia Stadler'],
    ['Olvera, Paloma', 'Paloma Olvera'],
    ['سلمى بنت خالد العتيبي', 'سلمى بنت خالد العتيبي'],
    ['陈雨桐', '陈雨桐'],
    ['Curriculum Vitae of Ada Moor', 'Ada Moor'],
  ])('reads the name «%s»', async (printed, name) => {
    expect((await basicsOf(printed, 'ada@mailhost.example')).name).toBe(name);
  });

  it.each(['Pâtissière', 'Garzone di bottega', 'Keramikerin'])('is «%s» by the line below the name', async (title) => {
    expect((await basicsOf('Ada Moor', title, 'ada@mailhost.example')).label).toBe(title);
  });

  it('has a website of any ending after its label', async () => {
    expect((await basicsOf('Ada Moor', 'Sitio web: moor.example', 'ada@mailhost.example')).url).toBe(
      'https://moor.example',
    );
  });

  it('never takes the title over a CV for a name', async () => {
    expect((await basicsOf('Curriculum Vitae', 'Ada Moor', 'ada@mailhost.example')).name).toBe('Ada Moor');
  });

  it.each([
    ['Teststraße 21, 89247 Ulmenau', { address: 'Teststraße 21', postalCode: '89247', city: 'Ulmenau' }],
    ['Camino Nuevo, 19, 63537 Altavilla', { address: 'Camino Nuevo, 19', postalCode: '63537', city: 'Altavilla' }],
    ['12 Elm Street, Dallas, Texas 75001 US', { region: 'Texas', postalCode: '75001', countryCode: 'US' }],
    ['杭州，中国', { city: '杭州', countryCode: 'CN' }],
    ['Graz, AT', { city: 'Graz', countryCode: 'AT' }],
    ['Plaza Mayor 12, 81289 Ciudad de México', { postalCode: '81289', city: 'Ciudad de México' }],
    ['188 High Street, Melbourne, VIC 3000, Australia', { city: 'Melbourne', region: 'VIC', postalCode: '3000' }],
    ['Wohnhaft in: Bad Nymburg vor der Höhe', { city: 'Bad Nymburg vor der Höhe' }],
    ['⌂ Altavilla', { city: 'Altavilla' }],
  ])('reads the address «%s»', async (printed, location) => {
    expect((await basicsOf('Ada Moor', 'ada@mailhost.example', printed)).location).toMatchObject(location);
  });

  it.each([
    [['ada@moor.nl', '06 12345678'], '+31612345678'],
    [['Trondheim, Norge', 'ada@mailhost.example', '912 34 567'], '+4791234567'],
    [['Leeds, United Kingdom', 'ada@mailhost.example', '020 7946 0123'], '+442079460123'],
  ])('reads a number by the country that the rest tells', async (lines, phone) => {
    expect((await basicsOf('Ada Moor', ...lines)).phone).toBe(phone);
  });

  it('joins an address that is broken after a hyphen', async () => {
    const { profiles } = await basicsOf('Ada Moor', 'ada@mailhost.example', 'linkedin.com/in/ada-', 'moor');
    expect(profiles?.[0]?.username).toBe('ada-moor');
  });

  it('finds contact details at the foot of the document', async () => {
    const text = [
      'Ada Moor',
      '',
      'Education',
      '2009 – 2012',
      'University of Hull',
      '',
      'Languages',
      'English',
      '',
      'ada@mailhost.example | +44 20 7946 0123',
    ];
    const { document } = await parseDocument(bytes(text.join('\n')));
    expect(document.basics).toMatchObject({ name: 'Ada Moor', email: 'ada@mailhost.example', phone: '+442079460123' });
    expect(document.languages).toEqual([{ language: 'English' }]);
  });

  it('reads a labelled list in a section of another name', async () => {
    const text = [
      'Ada Moor',
      'ada@mailhost.example',
      '',
      'EDUCATION',
      '2009 – 2012',
      'University of Hull',
      '',
      'SKILLS',
      'Excel, SAP',
      '',
      'MISCELLANEOUS',
      'Languages: English (C1), German (B2)',
    ];
    const { document } = await parseDocument(bytes(text.join('\n')));
    expect(document.languages?.map(({ language }) => language)).toEqual(['English', 'German']);
  });
});
