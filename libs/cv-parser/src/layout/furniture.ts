import type { RawLine } from './lines.js';
import type { PdfPage } from '../readers/pdf/glyphs.js';

const PAGE_NUMBER =
  /^(?:.{0,60}\s)?(?:page|seite|pagina|página|s\.|p\.)?\s*\d{1,2}\s*(?:(?:\/|of|von|de|di|sur|\|)\s*\d{1,2})?$|^[-–—]\s*\d{1,2}\s*[-–—]$/iu;
const BARE_NUMBER = /^[-–—\s]*\d{1,2}(?:\s*(?:\/|of|von|de|di|sur)\s*\d{1,2})?[-–—\s]*$/u;
const MARGIN = 0.1;

/** Marks what repeats at the top or bottom of the pages, and page numbers: they are no content. */
export function markFurniture(lines: RawLine[], pages: PdfPage[]): void {
  const height = new Map(pages.map((page) => [page.number, page.height]));
  const marginal = lines.filter((line) => {
    const total = height.get(line.page)!;
    return line.box[3] < total * MARGIN || line.box[1] > total * (1 - MARGIN);
  });
  const seen = new Map<string, Set<number>>();
  for (const line of marginal) {
    const key = pattern(line);
    seen.set(key, (seen.get(key) ?? new Set()).add(line.page));
  }
  for (const line of marginal) {
    const text = line.text.trim();
    const atBottom = line.box[1] > height.get(line.page)! * (1 - MARGIN);
    const repeated = seen.get(pattern(line))!.size > 1;
    // The first page's top may be the person's own letterhead: it is content there, and furniture on later pages.
    if (repeated && (line.page > 1 || atBottom)) line.furniture = true;
    else if (atBottom && (BARE_NUMBER.test(text) || (pages.length > 1 && PAGE_NUMBER.test(text) && /\d$/.test(text))))
      line.furniture = true;
  }
}

function pattern(line: RawLine): string {
  return line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}
