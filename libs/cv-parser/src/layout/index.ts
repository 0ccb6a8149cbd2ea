import { DocumentBuilder } from '../document/builder.js';
import type { TextDocument } from '../document/model.js';
import type { Deadline, Limits } from '../limits.js';
import type { PdfPage } from '../readers/pdf/glyphs.js';
import { isRightToLeft } from './bidi.js';
import { joinDates } from './dates.js';
import { rulesOf } from './rules.js';
import { toRegions, type Region, type Wording } from './columns.js';
import { toFragments, type Fragment, type Setting } from './fragments.js';
import { partFurniture } from './furniture.js';
import { toLines } from './lines.js';
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
  const furniture: PlacedRegion[] = [];
  const unseen: PlacedRegion[] = [];
  const sorted = pages.map((page) => {
    deadline.check();
    const mirrored = isRightToLeft(page.glyphs);
    const toSetting = (part: PdfPage): Setting => ({ page: part, mirrored });
    const { upright, turned, hidden } = sortGlyphs(page);
    return { upright: toSetting(upright), turned: turned.map(toSetting), hidden: toSetting(hidden) };
  });
  const fragmentsOf = (setting: Setting) => {
    deadline.check();
    return joinDates(toFragments(setting), wording);
  };
  const place = (setting: Setting, fragments: Fragment[]): PlacedRegion[] =>
    toRegions(fragments, wording, rulesOf(setting.page, setting.mirrored)).map((region) => ({ region, setting }));
  const furnished = partFurniture(
    sorted.map(({ upright }) => ({ page: upright.page, fragments: fragmentsOf(upright) })),
  );
  const raised = raiseHeadings(
    furnished.map(({ content }) => content),
    wording,
  );
  sorted.forEach(({ upright, turned, hidden }, index) => {
    deadline.check();
    placed.push(...place(upright, raised[index]!));
    aside.push(...turned.flatMap((setting) => place(setting, fragmentsOf(setting))));
    furniture.push(...place(upright, furnished[index]!.furniture));
    unseen.push(...place(hidden, fragmentsOf(hidden)));
  });
  const seen = [...acrossPages(placed), ...aside];
  const lines = [...seen, ...furniture, ...unseen].flatMap((part, index) => {
    const marks = { furniture: furniture.includes(part), hidden: unseen.includes(part) };
    return toLines(part.region, part.setting, index).map((line) => ({ ...line, ...marks }));
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
    const earlier = ordered[at];
    const apart = ordered.slice(at + 1).every((between) => between.region.side !== null);
    if (earlier && apart) ordered.splice(at + 1, 0, { ...next, region: { ...next.region, side: earlier.region.side } });
    else ordered.push(next);
  }
  return ordered;
}

function goesOn(earlier: PlacedRegion, next: PlacedRegion): boolean {
  if (earlier.region.side === null || earlier.setting.page.number !== next.setting.page.number - 1) return false;
  if (next.region.side !== null && next.region.side !== earlier.region.side) return false;
  return (
    (Math.abs(earlier.region.left - next.region.left) < SAME_EDGE || isEdge(earlier.region, next.region.left)) &&
    (next.region.side !== null || next.region.right < earlier.region.right + 3 * SAME_EDGE)
  );
}

/** Whether lines of a region begin at a place: on a page without headings all may stand in from them. */
function isEdge({ fragments }: Region, left: number): boolean {
  return fragments.filter((part) => Math.abs(part.left - left) < 2).length > 1;
}
