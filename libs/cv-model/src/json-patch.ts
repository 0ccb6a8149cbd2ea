import { canonicalJson } from './canonical.js';
import { isIndex, parsePointer } from './pointer.js';

/** One operation of JSON Patch (RFC 6902). */
export type PatchOperation =
  | { op: 'add' | 'replace' | 'test'; path: string; value: unknown }
  | { op: 'remove'; path: string }
  | { op: 'move' | 'copy'; from: string; path: string };

/** Why a patch does not fit a document, and which of its operations. */
export class PatchError extends Error {
  constructor(
    message: string,
    /** Number of the operation, from 0. */
    readonly operation: number,
  ) {
    super(message);
    this.name = 'PatchError';
  }
}

type Container = Record<string, unknown> | unknown[];

/**
 * The document after all operations of `patch`, in their order (RFC 6902). Neither argument is changed.
 * @throws PatchError at the first operation that cannot be done
 */
export function applyPatch(document: unknown, patch: readonly PatchOperation[]): unknown {
  const root = { '': structuredClone(document) };
  for (const [index, operation] of patch.entries()) {
    try {
      apply(root, operation);
    } catch (error) {
      throw new PatchError((error as Error).message, index);
    }
  }
  return root[''];
}

function apply(root: Container, operation: PatchOperation): void {
  switch (operation.op) {
    case 'add':
      return add(root, operation.path, structuredClone(operation.value));
    case 'remove':
      take(root, operation.path);
      return;
    case 'replace': {
      const [container, key] = locate(root, operation.path);
      setOwn(container, existing(container, key), structuredClone(operation.value));
      return;
    }
    case 'move':
      if (operation.path.startsWith(`${operation.from}/`)) throw new Error('Nothing can be moved into itself.');
      return add(root, operation.path, take(root, operation.from));
    case 'copy': {
      const [container, key] = locate(root, operation.from);
      return add(root, operation.path, structuredClone(memberOf(container, existing(container, key))));
    }
    case 'test': {
      const [container, key] = locate(root, operation.path);
      if (canonicalJson(memberOf(container, existing(container, key))) !== canonicalJson(operation.value))
        throw new Error(`The value at ${operation.path} is another.`);
    }
  }
}

/** What holds the value that `pointer` names, and its name there. The whole document is the member '' of `root`. */
function locate(root: Container, pointer: string): [container: Container, key: string] {
  const parts = parsePointer(pointer);
  if (!parts) throw new Error(`${pointer} is no JSON pointer.`);
  const path = ['', ...parts];
  const key = path.pop()!;
  let container = root;
  for (const part of path) {
    const next = memberOf(container, existing(container, part));
    if (typeof next !== 'object' || next === null) throw new Error(`There is nothing below ${part}.`);
    container = next as Container;
  }
  return [container, key];
}

function existing(container: Container, key: string): string {
  if (Array.isArray(container) ? isIndex(key) && Number(key) < container.length : Object.hasOwn(container, key))
    return key;
  throw new Error(`There is no member ${key}.`);
}

function memberOf(container: Container, key: string): unknown {
  return (container as Record<string, unknown>)[key];
}

function add(root: Container, pointer: string, value: unknown): void {
  const [container, key] = locate(root, pointer);
  if (!Array.isArray(container)) {
    setOwn(container, key, value);
    return;
  }
  const index = key === '-' ? container.length : isIndex(key) ? Number(key) : Infinity;
  if (index > container.length) throw new Error(`There is no place ${key} in an array of ${container.length}.`);
  container.splice(index, 0, value);
}

function take(root: Container, pointer: string): unknown {
  const [container, key] = locate(root, pointer);
  const value = memberOf(container, existing(container, key));
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else if (pointer === '') throw new Error('The document itself cannot be removed.');
  else delete container[key];
  return value;
}

/** An own member even for `__proto__`, which plain assignment would turn into the object's prototype. */
function setOwn(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true });
}
