import { connect, Socket } from 'node:net';

import type { Reading } from '@discover/cv-model';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { parseDocument, ParseError, type ParseOptions } from '../src/index.js';
import { layeredScan, mixed } from './layered-scan.js';
import { png, tiff, white } from './pictures.js';
import { document, truth } from './support.js';

// Recognition takes seconds, and far more on a machine that is busy with other tests.
jest.setTimeout(180_000);
const PATIENT: ParseOptions = { asOf: '2026-03-01', limits: { timeoutMs: 150_000 } };

const scans: [file: string, how: string, person: string, language: string][] = [
  ['en-photo.jpg', 'a photograph: turned by its Exif data, tilted, in shadow', 'en-one-column', 'en'],
  ['de-screenshot.png', 'a screenshot with a sidebar and pale dates', 'de-sidebar', 'de'],
  ['fr-scan.pdf', 'a scanned PDF', 'fr-left-dates', 'fr'],
  ['it-fax.tif', 'a black and white fax, lying on its side, with a blank page', 'it-table', 'it'],
  ['es-upside-down.webp', 'a small picture upside down', 'es-styles', 'es'],
];

const dial = jest.spyOn(Socket.prototype, 'connect');
const fetched = jest.spyOn(globalThis, 'fetch');
const readings = new Map<string, Promise<Reading>>();

/** Each scan is read once for all tests. */
function read(file: string): Promise<Reading> {
  const reading = readings.get(file) ?? parseDocument(document(file), PATIENT);
  readings.set(file, reading);
  return reading;
}

describe.each(scans)('%s, %s', (file, _how, person, language) => {
  let reading: Reading;
  const expected = truth(person);

  beforeAll(async () => {
    reading = await read(file);
  });

  it('gives the person', () => {
    const { name, email, phone } = expected.basics!;
    expect(reading.document.basics).toMatchObject({ name, email, phone });
  });

  it('gives each job with its dates and its text', () => {
    const jobs = (resume: Reading['document']) =>
      resume.work!.map(({ position, startDate, endDate, highlights }) => ({
        position,
        startDate,
        endDate,
        highlights,
      }));
    expect(jobs(reading.document)).toEqual(jobs(expected));
  });

  it('gives each school with its dates', () => {
    const schools = (resume: Reading['document']) =>
      resume.education!.map(({ institution, startDate, endDate }) => ({ institution, startDate, endDate }));
    expect(schools(reading.document)).toEqual(schools(expected));
  });

  it('gives skills and languages', () => {
    expect(reading.document.skills).toEqual(expected.skills);
    expect(reading.document.languages).toEqual(expected.languages);
  });

  it('tells the language, and where each value stands on the page', () => {
    expect(reading).toMatchObject({ language, format: file.endsWith('.pdf') ? 'pdf' : 'image' });
    for (const { box } of Object.values(reading.provenance).flat()) {
      expect(box![0]).toBeGreaterThanOrEqual(0);
      expect(box![2]).toBeLessThanOrEqual(842);
      expect(box![3]).toBeGreaterThan(box![1]);
    }
  });
});

describe('recognition', () => {
  afterAll(() => {
    jest.restoreAllMocks();
  });

  it('opens no connection', async () => {
    await Promise.all(readings.values());
    expect(readings.size).toBeGreaterThan(0);
    expect(dial).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
    // The watch itself works.
    connect({ port: 9, host: '127.0.0.1' })
      .on('error', () => undefined)
      .destroy();
    expect(dial).toHaveBeenCalled();
  });

  it('is less sure of what it read than of what a document spells', async () => {
    const mean = ({ confidence }: Reading) => {
      const all = Object.values(confidence);
      return all.reduce((sum, value) => sum + value, 0) / all.length;
    };
    const [spelt, recognised] = [
      await parseDocument(document('fr-left-dates.pdf'), PATIENT),
      await read('fr-scan.pdf'),
    ];
    expect(mean(recognised)).toBeLessThan(mean(spelt));
  });

  it('reads those pages of a PDF that are scans, and the others as they are', async () => {
    const reading = await parseDocument(mixed(), PATIENT);
    expect(reading.pages).toBe(2);
    const places = (pointer: string) => reading.provenance[pointer]!.map(({ page }) => page);
    expect(reading.document.basics).toMatchObject({
      name: 'Oriane Delamotte',
      email: 'o.delamotte@courriel.example.fr',
    });
    expect(places('/basics/email')).toEqual([1]);
    expect(
      new Set(
        Object.values(reading.provenance)
          .flat()
          .map(({ page }) => page),
      ),
    ).toEqual(new Set([1, 2]));
  });

  it('takes the text layer that a scanner put behind its picture', async () => {
    // The picture is blank: what is read can only come from the layer.
    const reading = await parseDocument(layeredScan(), { ...PATIENT, deferRecognition: true });
    expect(reading.document.basics).toMatchObject({
      name: 'Oriane Delamotte',
      email: 'o.delamotte@courriel.example.fr',
    });
  });

  it.each([
    ['a picture', 'de-screenshot.png'],
    ['a scanned PDF', 'fr-scan.pdf'],
  ])('can be deferred, of %s', async (_what, file) => {
    await expect(parseDocument(document(file), { deferRecognition: true })).rejects.toMatchObject({
      name: 'RecognitionDeferred',
    });
  });
});

describe('pictures that cannot be read', () => {
  it.each([
    ['paper with nothing on it', () => document('blank.jpg'), 'empty_document'],
    ['a white picture', () => png(200, 200, white(200, 200)), 'empty_document'],
    ['50,000 by 50,000 pixels', () => png(50_000, 50_000, new Uint8Array(1000)), 'too_large'],
    ['no size', () => png(0, 0, new Uint8Array(10)), 'corrupt_document'],
    ['a PNG that is only its first bytes', () => document('de-screenshot.png').subarray(0, 20), 'corrupt_document'],
    ['a JPEG that is only its header', () => document('en-photo.jpg').subarray(0, 200), 'corrupt_document'],
    ['a WebP cut off', () => document('es-upside-down.webp').subarray(0, 3000), 'corrupt_document'],
    ['a TIFF of blank pages', () => tiff(3), 'empty_document'],
    ['a TIFF of 11 pages', () => tiff(11), 'too_many_pages'],
    ['a TIFF whose pages go in a circle', () => tiff(2, 12), 'corrupt_document'],
    ['a TIFF whose pages lie outside', () => tiff(2, 100_000), 'corrupt_document'],
  ])('%s', async (_name, content, code) => {
    const error: unknown = await parseDocument(content(), PATIENT).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ParseError);
    expect(error).toMatchObject({ code });
  });
});
