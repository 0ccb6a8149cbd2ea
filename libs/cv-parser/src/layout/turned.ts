import type { Glyph, GlyphStyle, PdfPage } from '../readers/pdf/glyphs.js';

type Turns = Exclude<GlyphStyle['turns'], null>;

interface Sorted {
  /** The text in the direction that most of the page has. */
  upright: PdfPage;
  /** Text on its side or upside down, each on a page that is turned so that it stands upright. */
  turned: PdfPage[];
  /** What cannot be seen, and watermarks that stand aslant. */
  hidden: PdfPage;
}

/** Parts a page's glyphs by how they stand: a title along the edge must not mix with the lines that it passes. */
export function sortGlyphs(page: PdfPage): Sorted {
  const aslant = page.glyphs.filter(({ look }) => look.hidden || look.turns === null);
  const byTurns = new Map<Turns, Glyph[]>();
  for (const glyph of page.glyphs) {
    const { hidden, turns } = glyph.look;
    if (hidden || turns === null) continue;
    const group = byTurns.get(turns);
    if (group) group.push(glyph);
    else byTurns.set(turns, [glyph]);
  }
  const groups = [...byTurns].sort((a, b) => b[1].length - a[1].length);
  const pages = groups.map(([turns, glyphs]) => (turns === 0 ? { ...page, glyphs } : turn(page, glyphs, turns)));
  return { upright: pages[0] ?? { ...page, glyphs: [] }, turned: pages.slice(1), hidden: { ...page, glyphs: aslant } };
}

function turn(page: PdfPage, glyphs: readonly Glyph[], turns: Turns): PdfPage {
  const { width, height } = page;
  const onSide = turns % 2 === 1;
  const at = (x: number, y: number): [number, number] =>
    turns === 1 ? [height - y, x] : turns === 2 ? [width - x, height - y] : [y, width - x];
  const area = <T extends { left: number; right: number; top: number; bottom: number }>(part: T): T => {
    const [ax, ay] = at(part.left, part.top);
    const [bx, by] = at(part.right, part.bottom);
    return {
      ...part,
      left: Math.min(ax, bx),
      right: Math.max(ax, bx),
      top: Math.min(ay, by),
      bottom: Math.max(ay, by),
    };
  };
  return {
    ...page,
    width: onSide ? height : width,
    height: onSide ? width : height,
    glyphs: glyphs.map((glyph) => {
      const turnedGlyph = area(glyph);
      // The descent is about a fifth of the box: the origin's other coordinate was not kept.
      return { ...turnedGlyph, baseline: turnedGlyph.bottom - 0.2 * (turnedGlyph.bottom - turnedGlyph.top) };
    }),
    links: page.links.map(area),
    shapes: page.shapes.map(area),
  };
}
