import type { Transform } from './glyphs.js';
import type { Pdfium } from './pdfium.js';

export interface PageLink {
  left: number;
  right: number;
  top: number;
  bottom: number;
  url: string;
}

/** The addresses that a page links to, and where. */
export function readLinks(pdfium: Pdfium, document: number, page: number, transform: Transform): PageLink[] {
  const { call, scratch } = pdfium;
  const links: PageLink[] = [];
  pdfium.view.setInt32(scratch, 0, true);
  // The scratch area is used by what follows, so the position of the enumeration is kept here.
  for (let position = 0; links.length < 500;) {
    pdfium.view.setInt32(scratch, position, true);
    if (call.FPDFLink_Enumerate!(page, scratch, scratch + 4) === 0) break;
    position = pdfium.view.getInt32(scratch, true);
    const link = pdfium.view.getUint32(scratch + 4, true);
    if (call.FPDFLink_GetAnnotRect!(link, scratch) === 0) continue;
    const { view } = pdfium;
    const [ax, ay] = transform(view.getFloat32(scratch, true), view.getFloat32(scratch + 4, true));
    const [bx, by] = transform(view.getFloat32(scratch + 8, true), view.getFloat32(scratch + 12, true));
    const action = call.FPDFLink_GetAction!(link);
    if (action === 0) continue;
    const url = pdfium.string('utf-8', (buffer, bytes) => call.FPDFAction_GetURIPath!(document, action, buffer, bytes));
    if (url === '') continue;
    links.push({
      left: Math.min(ax, bx),
      right: Math.max(ax, bx),
      top: Math.min(ay, by),
      bottom: Math.max(ay, by),
      url,
    });
  }
  return links;
}
