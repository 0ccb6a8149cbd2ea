import type { Line, Look, Range, TextDocument } from '../document/model.js';
import { headingKind, headingWordKind, type SectionKind } from '../lexicon/index.js';

/** A part of a CV under one heading. `header` is what stands before any heading; `other` has a heading of unknown kind. */
export interface Section {
  kind: SectionKind | 'header' | 'other';
  heading: Range | null;
  lines: Line[];
}

interface Candidate {
  line: Line;
  /** The part of the line that is the heading; the rest of its cells belong to the section. */
  range: Range;
  text: string;
  kind: SectionKind | null;
  distinct: boolean;
  signature: string;
}

const MAX_HEADING_LENGTH = 48;
const MAX_HEADING_WORDS = 6;

/** Finds the headings by wording and by look, and gives each line to the section that it stands in. */
export function toSections(source: TextDocument): Section[] {
  const lines = source.lines.filter((line) => !line.furniture && !line.hidden);
  const headings = findHeadings(source, lines);
  const sections: Section[] = [];
  let section: Section = { kind: 'header', heading: null, lines: [] };
  sections.push(section);
  lines.forEach((line, index) => {
    const heading = headings.get(line);
    if (heading) {
      section = { kind: heading.kind ?? headingWordKind(heading.text) ?? 'other', heading: heading.range, lines: [] };
      sections.push(section);
      const rest = line.cells.filter((cell) => cell.start >= heading.range.end);
      if (rest.length > 0)
        section.lines.push({ ...line, start: rest[0]!.start, textStart: rest[0]!.start, bullet: false, cells: rest });
      return;
    }
    if (entersNewColumn(lines, index, headings)) {
      section = { kind: 'header', heading: null, lines: [] };
      sections.push(section);
    }
    if (/[\p{L}\p{N}]/u.test(source.text.slice(line.start, line.end))) section.lines.push(line);
  });
  return sections.filter((found) => found.lines.length > 0 || found.heading);
}

/** A second column of page one does not go on with the first one's last section if that column had its own headings. */
function entersNewColumn(lines: readonly Line[], index: number, headings: ReadonlyMap<Line, Candidate>): boolean {
  const line = lines[index]!;
  const previous = lines[index - 1];
  if (
    !previous ||
    line.page !== 1 ||
    line.region === previous.region ||
    line.column === null ||
    previous.column === null
  )
    return false;
  return lines.some((other) => other.region === previous.region && headings.has(other));
}

function findHeadings(source: TextDocument, lines: readonly Line[]): Map<Line, Candidate> {
  const body = bodyLook(lines);
  const candidates = lines.flatMap((line, index) => toCandidate(source, line, lines[index + 1], body) ?? []);
  const named = candidates.filter((candidate) => candidate.kind !== null && isPlausible(candidate));
  const known = named.filter((candidate) => !isLabel(candidate, named));
  const usual = usualSignatures(known, lines, source);
  const found = new Map<Line, Candidate>();
  for (const candidate of candidates) {
    const looksAlike = usual.has(candidate.signature) && candidate.distinct;
    if (
      known.includes(candidate)
        ? !isLabelInside(candidate, known, usual)
        : looksAlike && isHeadingShaped(candidate, lines)
    ) {
      found.set(candidate.line, candidate);
    }
  }
  return found;
}

function toCandidate(source: TextDocument, line: Line, next: Line | undefined, body: Look): Candidate | null {
  const cell = line.cells[0];
  if (!cell) return null;
  const range = {
    start: Math.max(cell.start, line.bullet && line.textStart < cell.end ? line.textStart : cell.start),
    end: cell.end,
  };
  const text = source.text.slice(range.start, range.end).trim();
  if (text.length < 2 || text.length > MAX_HEADING_LENGTH || text.split(/\s+/).length > MAX_HEADING_WORDS) return null;
  const kind = headingKind(text);
  if (line.cells.length > 1 && (kind === null || line.cells.length > 3)) return null;
  const look = lookAt(line, range.start);
  const caps = isCaps(text);
  const underlined = next !== undefined && /^[-=_~*]{3,}$/.test(source.text.slice(next.start, next.end).trim());
  const distinct =
    underlined ||
    line.headingLevel !== undefined ||
    caps ||
    look.size > body.size + 0.7 ||
    (look.bold && !body.bold) ||
    (look.color !== body.color && look.color !== 0) ||
    /[:：]$/.test(text);
  const signature = [
    Math.round(look.size * 2),
    look.bold,
    look.italic,
    caps,
    look.color,
    line.headingLevel ?? '',
  ].join();
  return { line, range, text, kind, distinct, signature };
}

function isPlausible({ line, distinct, text }: Candidate): boolean {
  if (line.cells.length > 1) return distinct;
  return (distinct && !/[.;,]$/.test(text)) || (line.gap >= 0.4 && !line.bullet);
}

const COLON = /[:：]$/u;
/** Least number of headings that show how a document prints them. */
const MIN_HEADINGS = 3;

/** Words that name a group in a section: with a colon where headings have none, or in smaller type below a heading of their kind. */
function isLabel(candidate: Candidate, named: readonly Candidate[]): boolean {
  const { text, signature, line, kind } = candidate;
  const size = sizeOf(candidate);
  const above = named.findLast(
    (other) => other.line.start < line.start && other.line.region === line.region && sizeOf(other) > size + 0.4,
  );
  if (above?.kind === kind) return true;
  if (!COLON.test(text)) return false;
  const bare = named.filter((other) => !COLON.test(other.text));
  return bare.length >= MIN_HEADINGS && !bare.some((other) => other.signature === signature);
}

function sizeOf({ line, range }: Candidate): number {
  return lookAt(line, range.start).size;
}

/** Looks of the known headings; a look that many other lines share as well says nothing. */
function usualSignatures(known: readonly Candidate[], lines: readonly Line[], source: TextDocument): Set<string> {
  const counts = new Map<string, number>();
  for (const { signature } of known) counts.set(signature, (counts.get(signature) ?? 0) + 1);
  const all = new Map<string, number>();
  for (const line of lines) {
    const text = source.text.slice(line.start, line.end);
    const look = lookAt(line, line.textStart);
    const signature = [
      Math.round(look.size * 2),
      look.bold,
      look.italic,
      isCaps(text),
      look.color,
      line.headingLevel ?? '',
    ].join();
    all.set(signature, (all.get(signature) ?? 0) + 1);
  }
  return new Set(
    [...counts]
      .filter(([signature, count]) => count >= 2 && (all.get(signature) ?? 0) <= 2.5 * count + 1)
      .map(([signature]) => signature),
  );
}

/** A heading's word in a smaller look than the headings have, in the middle of a section: a label, not a heading. */
function isLabelInside(candidate: Candidate, known: readonly Candidate[], usual: ReadonlySet<string>): boolean {
  if (usual.size === 0 || usual.has(candidate.signature)) return false;
  const { line } = candidate;
  const peers = known.filter((other) => usual.has(other.signature) && other.line.column === line.column);
  if (peers.length < 2) return false;
  const size = lookAt(line, candidate.range.start).size;
  return (
    line.cells.length > 1 ||
    line.bullet ||
    (size < lookAt(peers[0]!.line, peers[0]!.range.start).size - 0.4 && line.gap < 1.2) ||
    !candidate.distinct
  );
}

function isHeadingShaped({ line, text }: Candidate, lines: readonly Line[]): boolean {
  return (
    line !== lines[0] &&
    !line.bullet &&
    line.cells.length === 1 &&
    !/[.,;@]|\d{4}|https?:/.test(text) &&
    /\p{L}{3}/u.test(text) &&
    line.gap > 0.05
  );
}

/** The look that most of the text has. */
export function bodyLook(lines: readonly Line[]): Look {
  const weights = new Map<string, { look: Look; weight: number }>();
  for (const line of lines) {
    for (const run of line.runs) {
      const key = [Math.round(run.look.size * 2), run.look.bold, run.look.color].join();
      const entry = weights.get(key) ?? { look: run.look, weight: 0 };
      entry.weight += run.end - run.start;
      weights.set(key, entry);
    }
  }
  return [...weights.values()].reduce((most, entry) => (entry.weight > most.weight ? entry : most), {
    look: { size: 10, bold: false, italic: false, color: 0 },
    weight: 0,
  }).look;
}

export function lookAt(line: Line, position: number): Look {
  return line.runs.find((run) => run.start <= position && run.end > position)?.look ?? line.look;
}

function isCaps(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 3 && text === text.toUpperCase() && text !== text.toLowerCase();
}
