import { DocumentBuilder } from '../document/builder.js';
import type { TextDocument } from '../document/model.js';
import type { Deadline, Limits } from '../limits.js';
import type { PdfPage } from '../readers/pdf/glyphs.js';
import { isRightToLeft } from './bidi.js';
import { joinDates } from './dates.js';
import { rulesOf } from './rules.js';
import { toRegions, type Region, type Wording } from './columns.js';
import { toFragments, type Setting } from './fragments.js';
import { markFurniture } from './furniture.js';
import { toLines, type RawLine } from './lines.js';
import { raiseHeadings } from './side-headings.js';
import { sortGlyphs } from './turned.js';

export type { Wording } from './columns.js';

interface PlacedRegion {
  region: Region;
  setting: Setting;
}

/** Tolerance in points within which a column of one page continues in a column of the next. */
const SAME_EDGE = 15;

/** Pages of glyphs as one document in reading order. */
export function layOut(pages: PdfPage[], wording: Wording, limits: Limits, deadline: Deadline): TextDocument {
  const placed: PlacedRegion[] = [];
  const aside: PlacedRegion[] = [];
  const unseen: PlacedRegion[] = [];
  const sorted = pages.map((page) => {
    deadline.check();
    const mirrored = isRightToLeft(page.glyphs);
    const toSetting = (part: PdfPage): Setting => ({ page: part, mirrored });
    const { upright, turned, hidden } = sortGlyphs(page);
    return { upright: toSetting(upright), turned: turned.map(toSetting), hidden: toSetting(hidden) };
  });
  const fragmentsOf = (setting: Setting) => joinDates(toFragments(setting), wording);
  const place = (setting: Setting, fragments = fragmentsOf(setting)): PlacedRegion[] =>
    toRegions(fragments, wording, rulesOf(setting.page, setting.mirrored)).map((region) => ({ region, setting }));
  const raised = raiseHeadings(
    sorted.map(({ upright }) => fragmentsOf(upright)),
    wording,
  );
  sorted.forEach(({ upright, turned, hidden }, index) => {
    deadline.check();
    placed.push(...place(upright, raised[index]!));
    aside.push(...turned.flatMap((setting) => place(setting)));
    unseen.push(...place(hidden));
  });
  const lines: RawLine[] = [];
  const regions = [...acrossPages(placed), ...aside];
  regions.forEach(({ region, setting }, index) => lines.push(...toLines(region, setting, index)));
  markFurniture(lines, pages);
  unseen.forEach(({ region, setting }, index) => {
    for (const line of toLines(region, setting, regions.length + index)) lines.push({ ...line, hidden: true });
  });
  const builder = new DocumentBuilder(limits.maxCharacters);
  for (const { text: _text, baseline: _baseline, ...line } of lines) builder.add(line);
  return builder.build(pages.length);
}

/** Brings a column that goes on on the next page behind its first part, so that a section is not cut by the other column. */
function acrossPages(regions: PlacedRegion[]): PlacedRegion[] {
  const ordered: PlacedRegion[] = [];
  for (const next of regions) {
    const at = next.setting.page.number > 1 ? ordered.findLastIndex((earlier) => goesOn(earlier, next)) : -1;
    if (at >= 0 && at < ordered.length - 1 && ordered.slice(at + 1).every((between) => between.region.side !== null))
      ordered.splice(at + 1, 0, next);
    else ordered.push(next);
  }
  return ordered;
}

function goesOn(earlier: PlacedRegion, next: PlacedRegion): boolean {
  if (earlier.region.side === null || earlier.setting.page.number !== next.setting.page.number - 1) return false;
  if (next.region.side !== null && next.region.side !== earlier.region.side) return false;
  return (
    Math.abs(earlier.region.left - next.region.left) < SAME_EDGE &&
    (next.region.side !== null || Math.abs(earlier.region.right - next.region.right) < 3 * SAME_EDGE)
  );
}
