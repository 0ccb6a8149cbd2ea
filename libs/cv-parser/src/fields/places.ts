import type { Slice } from '../conservation/slice.js';
import { DEGREE_WORDS, EMPLOYMENT_WORDS, fold, TRADE_WORDS, UNIT_WORDS, words } from '../lexicon/index.js';
import { evidence } from './evidence.js';
import type { Head, HeadPiece } from './head.js';
import { couldBePlace, placeScore } from './location.js';

/** Where in its entry a place stands: in a cell or after a sign of its own, or after a comma. */
type Role = 'piece' | 'tail';

interface Candidate {
  role: Role;
  place: Slice;
  take: (head: Head) => void;
}

const SURE = 0.6;

/**
 * Takes the places out of a section's heads. A name that no list has is one where the other entries have theirs in the
 * same way, or where it is the one word after an employer's comma.
 */
export function takePlaces(heads: readonly Head[], subjects: boolean): void {
  const roles = new Set<Role>();
  for (const head of heads) {
    const role = takeSure(head);
    if (role) roles.add(role);
  }
  // What is found likely in one entry makes the same arrangement sure for those before it.
  for (let round = 0; round < 2; round++) {
    for (const head of heads) {
      if (head.place) continue;
      const found = candidates(head, subjects).find(
        ({ role, place }) => roles.has(role) || isLikely(head, role, place),
      );
      if (!found) continue;
      found.take(head);
      roles.add(found.role);
    }
  }
}

/** The piece, or the end of one, that is most surely a place; of equals, the one furthest right. */
function takeSure(head: Head): Role | null {
  let best: { score: number; candidate: Candidate } | null = null;
  for (const candidate of [...pieceCandidates(head), ...tailCandidates(head)]) {
    const piece = head.pieces.find(
      ({ slice }) => candidate.place.start >= slice.start && candidate.place.end <= slice.end,
    )!;
    const own = candidate.role === 'piece';
    const score =
      placeScore(candidate.place.text) +
      (piece.cell > 0 ? 0.05 : 0) -
      (piece.bold && own ? 0.15 : 0) -
      (own && piece === head.pieces[0] ? 0.2 : 0) -
      (own ? 0 : 0.02);
    if (score >= SURE && score >= (best?.score ?? 0)) best = { score, candidate };
  }
  best?.candidate.take(head);
  return best?.candidate.role ?? null;
}

function pieceCandidates(head: Head): Candidate[] {
  if (head.pieces.length < 2) return [];
  return head.pieces.map((piece) => ({
    role: 'piece',
    place: piece.slice,
    take: () => {
      head.pieces.splice(head.pieces.indexOf(piece), 1);
      head.place = piece.slice;
    },
  }));
}

function tailCandidates(head: Head): Candidate[] {
  return head.pieces.flatMap((piece) =>
    tails(piece).map(([before, after]) => ({
      role: 'tail' as const,
      place: after,
      take: () => {
        piece.slice = before;
        head.place = after;
      },
    })),
  );
}

/** What stands after the last comma, and after the last but one: «Leeds», «Leeds, UK». */
function tails({ slice }: HeadPiece): [Slice, Slice][] {
  return [/^(.+?),\s+([^,]+,\s+[^,]+)$/su, /^(.+),\s+([^,]+)$/su].flatMap((pattern) => {
    const [, before, after] = slice.match(pattern)?.groups ?? [];
    return before && after ? [[before, after] as [Slice, Slice]] : [];
  });
}

/** Unknown names that could be places, the likeliest first. */
function candidates(head: Head, subjects: boolean): Candidate[] {
  const named = (place: Slice) => isPlaceLike(place.text) || (couldBePlace(place.text) && !meansElse(place.text));
  const own = pieceCandidates(head).filter(({ place }) => {
    const piece = head.pieces.find(({ slice }) => slice === place)!;
    const next = head.pieces[head.pieces.indexOf(piece) + 1];
    return head.pieces.length > 2 && piece !== head.pieces[0] && next?.line !== piece.line && named(place);
  });
  const after = tailCandidates(head).filter(({ place }) => !place.raw.includes(',') && named(place));
  if (!subjects) return [...after, ...own.toReversed()];
  // Subjects look like places: there, a place follows a school, never a degree on its line.
  return [
    ...after.filter(({ place }) => followsEmployer(head, place)),
    ...own.toReversed().filter(({ place }) => !followsDegree(head, place)),
  ];
}

/** Words and articles that names of places begin with. */
const PLACE_START = /^(?:[LD]['’]|(?:La|Le|Les|Las|Los|El|Bad|San|Santa|Sant|São|Saint|St\.?|Sankt)[\s-])/u;
const NAMED_PLACE =
  /^(?:[LD]['’]|(?:La|Le|Les|Las|Los|El|Bad|San|Santa|Sant|São|Saint|St\.?|Sankt)[\s-])?\p{Lu}[\p{Ll}’'.]+(?:[-\s](?:\p{Lu}|am|an|im|in|sur|de|la|upon|le|les|del|di|vor|der|ob|unter|d['’])[\p{L}’'-]*){0,4}$/u;

/** The one name after an employer's comma, or at the end of a head that has a title and an employer without it. */
function isLikely(head: Head, role: Role, place: Slice): boolean {
  if (!NAMED_PLACE.test(place.text)) return false;
  const piece = head.pieces.find(({ slice }) => place.start >= slice.start && place.end <= slice.end)!;
  const rest = head.pieces.filter((other) => other !== piece).map(({ slice }) => evidence(slice.text));
  if (role === 'piece') {
    const degree = head.pieces.some((other) => other !== piece && DEGREE_WORDS.count(other.slice.text) > 0);
    return (degree || rest.some(({ title }) => title >= 0.5)) && rest.some(({ employer }) => employer >= 0.5);
  }
  const before = evidence(piece.slice.text.slice(0, place.start - piece.slice.start));
  if (before.title > before.employer) return false;
  return /^\S+$/.test(place.text) || PLACE_START.test(place.text) || before.employer >= 0.5;
}

function followsEmployer(head: Head, place: Slice): boolean {
  const { slice } = head.pieces.find((piece) => place.start >= piece.slice.start && place.end <= piece.slice.end)!;
  const { title, employer } = evidence(slice.document.text.slice(slice.start, place.start));
  return employer >= 0.9 && employer > title;
}

function followsDegree(head: Head, place: Slice): boolean {
  const at = head.pieces.findIndex(({ slice }) => slice === place);
  const [before, piece] = [head.pieces[at - 1], head.pieces[at]];
  return before !== undefined && before.line === piece?.line && DEGREE_WORDS.count(before.slice.text) > 0;
}

const MAX_NAME = 40;

/** Whether a text has the form of a place's name and means nothing else. */
export function isPlaceLike(text: string): boolean {
  return text.length < MAX_NAME && NAMED_PLACE.test(text) && !meansElse(text) && evidence(text).employer < 0.5;
}

function meansElse(text: string): boolean {
  const all = words(text);
  return (
    all.some((word) => UNIT_WORDS.has(word) || TRADE_WORDS.has(word)) ||
    EMPLOYMENT_WORDS.has(fold(text)) ||
    evidence(text).title > 0.55 ||
    DEGREE_WORDS.count(text) > 0 ||
    /^\p{Lu}{2,4}$/u.test(text) ||
    /\d/.test(text)
  );
}
