import type { PdfPage } from '../readers/pdf/glyphs.js';
import type { Fragment } from './fragments.js';

/** The fragments of a page: what it says, and what repeats at its edges. */
export interface Furnished {
  content: Fragment[];
  furniture: Fragment[];
}

interface Row {
  page: PdfPage;
  parts: Fragment[];
  text: string;
  atBottom: boolean;
}

const WORD = 'page|seite|pagina|página|pág\\.|s\\.|p\\.';
const OF = '(?:\\/|of|von|de|di|sur|\\|)';
const PAGE_NUMBER = new RegExp(
  `^(?:.{0,60}\\s)?(?:${WORD})?\\s*\\d{1,2}\\s*(?:${OF}\\s*\\d{1,2})?$|^[-–—]\\s*\\d{1,2}\\s*[-–—]$`,
  'iu',
);
const NAMED_NUMBER = new RegExp(`^(?:.{0,80}\\s)?(?:${WORD})\\s*(\\d{1,2})\\s*(?:${OF}\\s*\\d{1,2})?$`, 'iu');
const BARE_NUMBER = /^[-–—\s]*\d{1,2}(?:\s*(?:\/|of|von|de|di|sur)\s*\d{1,2})?[-–—\s]*$/u;
/** Share of a page's height that its margins are. */
const MARGIN = 0.1;

/** Takes off what repeats at the top or bottom of the pages, and page numbers: they are no content, and in no column. */
export function partFurniture(pages: readonly { page: PdfPage; fragments: Fragment[] }[]): Furnished[] {
  const rows = pages.flatMap(({ page, fragments }) => marginalRows(page, fragments));
  const seen = new Map<string, Set<number>>();
  for (const { page, text } of rows) seen.set(pattern(text), (seen.get(pattern(text)) ?? new Set()).add(page.number));
  const repeats = ({ text }: Row) => seen.get(pattern(text))!.size > 1;
  const furniture = rows.filter((row) => isNumber(row, pages.length) || (repeats(row) && mayRepeat(row)));
  const gone = new Set(furniture.flatMap(({ parts }) => parts));
  return pages.map(({ fragments }) => ({
    content: fragments.filter((part) => !gone.has(part)),
    furniture: fragments.filter((part) => gone.has(part)),
  }));
}

/** The first page's top may be the person's own letterhead: it is content there, and furniture on later pages. */
function mayRepeat({ page, atBottom }: Row): boolean {
  return page.number > 1 || atBottom;
}

function isNumber({ page, text, atBottom }: Row, count: number): boolean {
  if (atBottom) return BARE_NUMBER.test(text) || (count > 1 && PAGE_NUMBER.test(text) && /\d$/.test(text));
  return page.number > 1 && Number(NAMED_NUMBER.exec(text)?.[1]) === page.number;
}

function marginalRows(page: PdfPage, fragments: readonly Fragment[]): Row[] {
  const marginal = fragments
    .filter(({ top, bottom }) => bottom < page.height * MARGIN || top > page.height * (1 - MARGIN))
    .sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const rows: Fragment[][] = [];
  for (const part of marginal) {
    const row = rows.at(-1);
    if (row && part.baseline - row[0]!.baseline <= 2) row.push(part);
    else rows.push([part]);
  }
  return rows.map((parts) => ({
    page,
    parts,
    text: parts
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text)
      .join(' ')
      .trim(),
    atBottom: parts[0]!.top > page.height * (1 - MARGIN),
  }));
}

function pattern(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}
