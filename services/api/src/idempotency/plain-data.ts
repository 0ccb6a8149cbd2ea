/**
 * Refuses what would not come back from being stored: functions, and objects whose class gives them more than their data,
 * errors among them. What a transaction answers must be data, so that it can be answered again after a crash.
 *
 * @throws TypeError, which rolls the transaction back: a mistake of ours, that the first test with a key finds
 */
export function assertPlain(value: unknown, path = 'result'): void {
  if (typeof value === 'function' || typeof value === 'symbol') throw notPlain(path);
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Date || ArrayBuffer.isView(value)) return;
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
    for (const member of value.values()) assertPlain(member, `${path}[]`);
    return;
  }
  if (value instanceof Error || hasBehaviour(Object.getPrototypeOf(value) as object | null)) throw notPlain(path);
  for (const [name, member] of Object.entries(value)) assertPlain(member, `${path}.${name}`);
}

/** An entity's class has only its constructor. */
function hasBehaviour(prototype: object | null): boolean {
  if (prototype === null || prototype === Object.prototype) return false;
  return Reflect.ownKeys(prototype).length > 1 || hasBehaviour(Object.getPrototypeOf(prototype) as object | null);
}

function notPlain(path: string): TypeError {
  return new TypeError(`A transaction's ${path} is not plain data: it could not be given again after a crash.`);
}
