import { describe, expect, it } from '@jest/globals';

import { applyPatch, PatchError, type PatchOperation } from './json-patch.js';

describe('applyPatch', () => {
  // The examples of RFC 6902, appendix A, that end well.
  it.each<[string, unknown, PatchOperation[], unknown]>([
    ['A.1', { foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { foo: 'bar', baz: 'qux' }],
    ['A.2', { foo: ['bar', 'baz'] }, [{ op: 'add', path: '/foo/1', value: 'qux' }], { foo: ['bar', 'qux', 'baz'] }],
    ['A.3', { baz: 'qux', foo: 'bar' }, [{ op: 'remove', path: '/baz' }], { foo: 'bar' }],
    ['A.4', { foo: ['bar', 'qux', 'baz'] }, [{ op: 'remove', path: '/foo/1' }], { foo: ['bar', 'baz'] }],
    ['A.5', { baz: 'qux' }, [{ op: 'replace', path: '/baz', value: 'boo' }], { baz: 'boo' }],
    [
      'A.6',
      { foo: { bar: 'baz', waldo: 'fred' }, qux: { corge: 'grault' } },
      [{ op: 'move', from: '/foo/waldo', path: '/qux/thud' }],
      { foo: { bar: 'baz' }, qux: { corge: 'grault', thud: 'fred' } },
    ],
    [
      'A.7',
      { foo: ['all', 'grass', 'cows', 'eat'] },
      [{ op: 'move', from: '/foo/1', path: '/foo/3' }],
      { foo: ['all', 'cows', 'eat', 'grass'] },
    ],
    [
      'A.8',
      { baz: 'qux', foo: ['a', 2, 'c'] },
      [
        { op: 'test', path: '/baz', value: 'qux' },
        { op: 'test', path: '/foo/1', value: 2 },
      ],
      { baz: 'qux', foo: ['a', 2, 'c'] },
    ],
    ['A.10', { foo: 'bar' }, [{ op: 'add', path: '/child', value: { a: {} } }], { foo: 'bar', child: { a: {} } }],
    ['A.14', { '/': 9, '~1': 10 }, [{ op: 'test', path: '/~01', value: 10 }], { '/': 9, '~1': 10 }],
    ['A.16', { foo: ['bar'] }, [{ op: 'add', path: '/foo/-', value: ['abc'] }], { foo: ['bar', ['abc']] }],
    ['copies', { a: [1] }, [{ op: 'copy', from: '/a', path: '/b' }], { a: [1], b: [1] }],
    ['the whole', { a: 1 }, [{ op: 'replace', path: '', value: [2] }], [2]],
  ])('does %s', (_, document, patch, expected) => {
    expect(applyPatch(document, patch)).toEqual(expected);
  });

  it.each<[string, PatchOperation[], number]>([
    ['a test of another value (A.9)', [{ op: 'test', path: '/foo', value: 'no' }], 0],
    ['a place below nothing (A.12)', [{ op: 'add', path: '/baz/bat', value: 1 }], 0],
    ['an index beyond the end', [{ op: 'add', path: '/list/3', value: 1 }], 0],
    ['an index with a leading zero', [{ op: 'remove', path: '/list/01' }], 0],
    ['the place behind the last item, which holds nothing', [{ op: 'remove', path: '/list/-' }], 0],
    ['what is inherited and not there', [{ op: 'remove', path: '/constructor' }], 0],
    ['moving a value into itself', [{ op: 'move', from: '/list', path: '/list/0' }], 0],
    ['what is no pointer', [{ op: 'remove', path: 'foo' }], 0],
    [
      'its second operation',
      [
        { op: 'remove', path: '/foo' },
        { op: 'remove', path: '/foo' },
      ],
      1,
    ],
  ])('refuses %s', (_, patch, operation) => {
    const document = { foo: 'bar', list: [1, 2] };
    expect(() => applyPatch(document, patch)).toThrow(PatchError);
    expect(() => applyPatch(document, patch)).toThrow(expect.objectContaining({ operation }));
    expect(document).toEqual({ foo: 'bar', list: [1, 2] });
  });

  it('changes no prototype', () => {
    const patched = applyPatch({}, [{ op: 'add', path: '/__proto__', value: { polluted: true } }]);
    expect((patched as Record<string, unknown>).polluted).toBeUndefined();
    expect(() => applyPatch({}, [{ op: 'add', path: '/__proto__/polluted', value: true }])).toThrow(PatchError);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
