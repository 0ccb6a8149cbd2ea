import { parsePointer, valueAt } from './pointer.js';
import type { Resume } from './resume.js';
import { isProse, shapeOf, stringLeaves } from './strings.js';

/** One text of a document in another language, with the text that it was translated from. */
export interface TranslatedText {
  text: string;
  source: string;
}

/** By the JSON pointer that the source had when it was translated. */
export type Translation = Readonly<Record<string, TranslatedText>>;

/** Where a translated text belongs in the document as it is now. */
export interface PlacedText extends TranslatedText {
  /** In the document as it is now; entries of lists may have moved since it was translated. */
  pointer: string;
  /** What stands there now. */
  current: string;
  /** Whether that is another text than the one that was translated. */
  outdated: boolean;
}

export interface PlacedTranslation {
  readonly placed: readonly PlacedText[];
  /** Translations whose source is gone, by the pointer that it had. */
  readonly lost: readonly string[];
  /** Prose of the document that has no translation: it falls back to the source. */
  readonly untranslated: readonly string[];
}

/**
 * Finds for each translated text its place in `document`, which may have changed since. A text stays where its source
 * stands unchanged; else it goes with its source, should that stand elsewhere in the same list; else, where the source
 * was edited, it stays in its entry, wherever that is now, and is outdated.
 */
export function placeTranslation(document: unknown, translation: Translation): PlacedTranslation {
  const leaves = stringLeaves(document);
  const placed = new Map<string, PlacedText>();
  const waiting = new Map(Object.entries(translation));
  const entries = new EntryMoves();
  const put = (from: string, to: string) => {
    const { text, source } = waiting.get(from)!;
    const current = leaves.get(to)!;
    placed.set(to, { pointer: to, text, source, current, outdated: current !== source });
    waiting.delete(from);
    entries.saw(from, to);
  };
  for (const [from, { source }] of waiting) if (leaves.get(from) === source) put(from, from);
  const bySource = Map.groupBy(
    [...leaves.keys()].filter((pointer) => !placed.has(pointer)),
    (pointer) => placeKey(pointer, leaves.get(pointer)!),
  );
  for (const [from, { source }] of waiting) {
    const to = bySource.get(placeKey(from, source))?.shift();
    if (to !== undefined) put(from, to);
  }
  for (const [from] of waiting) {
    const to = entries.follow(from);
    if (to !== null && leaves.has(to) && !placed.has(to)) put(from, to);
  }
  return {
    placed: [...placed.values()],
    lost: [...waiting.keys()],
    untranslated: [...leaves.keys()].filter((pointer) => isProse(pointer) && !placed.has(pointer)),
  };
}

/** The document with its translated texts in place, saying that it is in `language`. The argument is not changed. */
export function translated(document: Resume, placed: readonly PlacedText[], language: string): Resume {
  const copy = structuredClone(document);
  for (const { pointer, text } of placed) {
    const parts = parsePointer(pointer)!;
    const parent = valueAt(copy, pointer.slice(0, pointer.lastIndexOf('/'))) as Record<string, unknown>;
    parent[parts.at(-1)!] = text;
  }
  copy['x-discover'] = { ...copy['x-discover'], language };
  return copy;
}

function placeKey(pointer: string, text: string): string {
  return `${shapeOf(pointer)}\n${text}`;
}

/** Which entry of a list (`/work/0`) is which by now, told by the texts in it that are unchanged. */
class EntryMoves {
  private readonly votes = new Map<string, Map<string, number>>();

  saw(from: string, to: string): void {
    const entry = entryOf(from);
    const target = entryOf(to);
    if (entry === null || target === null) return;
    const votes = this.votes.get(entry) ?? new Map<string, number>();
    this.votes.set(entry, votes.set(target, (votes.get(target) ?? 0) + 1));
  }

  /** Where `pointer` is if it went with its entry. Null if another entry is known to have taken that place. */
  follow(pointer: string): string | null {
    const entry = entryOf(pointer);
    if (entry === null) return pointer;
    const target = this.targetOf(entry) ?? entry;
    const taken = [...this.votes.keys()].some((other) => other !== entry && this.targetOf(other) === target);
    return taken ? null : target + pointer.slice(entry.length);
  }

  private targetOf(entry: string): string | undefined {
    return [...(this.votes.get(entry) ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0];
  }
}

/** The entry of a list that a pointer leads into, `/work/0` of `/work/0/highlights/2`; null if it leads into none. */
function entryOf(pointer: string): string | null {
  return /^(.*?\/\d+)\//.exec(pointer)?.[1] ?? null;
}
