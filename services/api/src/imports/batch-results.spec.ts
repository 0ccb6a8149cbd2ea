import type { BatchResult } from '@discover/database';
import { describe, expect, it } from '@jest/globals';

import { csvField, formatResults, type ResultFormat } from './batch-results.js';
import { isArchive, junkReason, storableName } from './incoming.js';

const RESULT: BatchResult = {
  jobId: '019a0000-0000-7000-8000-000000000001',
  fileName: 'a, "b".pdf',
  state: 'failed',
  cvId: null,
  errorCode: 'timeout',
  errorMessage: 'It took\ntoo long.',
};

async function formatted(format: ResultFormat): Promise<string> {
  const results = (async function* () {
    yield RESULT;
  })();
  let text = '';
  for await (const line of formatResults(results, format)) text += line;
  return text;
}

describe('the results of a batch', () => {
  it('as CSV quote what must be quoted', async () => {
    expect(await formatted('csv')).toBe(
      `fileName,jobId,state,cvId,errorCode,errorMessage\r\n"a, ""b"".pdf",${RESULT.jobId},failed,,timeout,"It took\ntoo long."\r\n`,
    );
  });

  it('as JSON lines are one object a line', async () => {
    const text = await formatted('ndjson');
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(text)).toEqual(RESULT);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('are run by no spreadsheet: %j', (name) => {
    expect(csvField(name)).toBe(`'${name}`);
  });
});

describe('a file of a batch', () => {
  it.each([
    ['__MACOSX/a/._cv.pdf', true],
    ['a/.DS_Store', true],
    ['a/.git/config', true],
    ['a/THUMBS.DB', true],
    ['a/~$cv.docx', true],
    ['a/cv.pdf', false],
    ['a.b/cv', false],
  ])('%s is junk: %p', (path, junk) => {
    expect(junkReason(path) !== null).toBe(junk);
  });

  it.each([
    ['a.ZIP', 'application/octet-stream', true],
    [null, 'application/zip', true],
    ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', false],
  ])('%s of type %s is opened: %p', (name, type, opened) => {
    expect(isArchive(name, type)).toBe(opened);
  });

  it('keeps a name that the database can hold', () => {
    expect(storableName('a\0b\ud800.pdf')).toBe('a\ufffdb\ufffd.pdf');
    expect(storableName('x'.repeat(5_000))).toHaveLength(1_000);
  });
});
