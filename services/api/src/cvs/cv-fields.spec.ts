import { AppError } from '@discover/contracts';
import { describe, expect, it } from '@jest/globals';

import { includesOf, partialDocument, permissionFor, selectionOf } from './cv-fields.js';

describe('fields', () => {
  it('are all of them if none is named', () => {
    expect(selectionOf(undefined)).toEqual({
      fields: ['title', 'status', 'language', 'version', 'createdAt', 'updatedAt'],
      document: 'whole',
    });
  });

  it('are columns and places in the document', () => {
    expect(selectionOf('title, document.basics.name,document.work,document.x-discover.language')).toEqual({
      fields: ['title'],
      document: [['basics', 'name'], ['work'], ['x-discover', 'language']],
    });
  });

  it('are read once, though named as themselves and as parts of others', () => {
    expect(selectionOf('document.basics,document.basics.name,document.basics').document).toEqual([['basics']]);
    expect(selectionOf('document,document.work').document).toBe('whole');
  });

  it.each([
    'nonsense',
    '',
    'title,',
    'documents',
    'document.wrok',
    'document.work.name',
    'document.basics.name.first',
    'user_id',
    'constructor',
  ])('refuse %p and name what there is', (fields) => {
    expect(() => selectionOf(fields)).toThrow(AppError);
    expect(() => selectionOf(fields)).toThrow(/title.*document\.basics.*document\.x-discover/);
  });
});

describe('include', () => {
  it('names relations, each once', () => {
    expect(includesOf('versions,reading,versions')).toEqual(['versions', 'reading']);
  });

  it.each(['version', '', 'constructor'])('refuses %p and names what there is', (include) => {
    expect(() => includesOf(include)).toThrow(/versions, shares, reading/);
  });
});

describe('permissionFor', () => {
  it('is the most that any of them asks for', () => {
    expect(permissionFor([])).toBe('view');
    expect(permissionFor(['reading'])).toBe('view');
    expect(permissionFor(['versions', 'reading'])).toBe('edit');
    expect(permissionFor(['shares', 'versions'])).toBe('own');
  });
});

describe('partialDocument', () => {
  it('puts what was read where it was, leaves out what there is not, and keeps the text as it is', () => {
    const paths = [['basics', 'name'], ['work'], ['basics', 'label'], ['skills'], ['meta', 'version']];
    expect(partialDocument(paths, ['"A\\u0301"', '[ ]', '"L"', null, null])).toBe(
      '{"basics":{"name":"A\\u0301","label":"L"},"work":[ ]}',
    );
  });
});
