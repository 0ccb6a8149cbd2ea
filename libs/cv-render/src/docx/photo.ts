import type { Photo } from '../photo.js';
import type { CvView } from '../view/view.js';
import { xml } from '../xml.js';

/** Edge of the square that the photo is cut to, in millimetres. */
const EDGE = 30;
/** English Metric Units, in which DrawingML measures. */
const EMU_PER_MM = 36_000;

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** How a picture is turned and mirrored so that it stands upright, by the orientation of its rows (Exif, 1 to 8). */
const UPRIGHT: readonly Record<string, number | undefined>[] = [
  {},
  { flipH: 1 },
  { rot: 180 },
  { flipV: 1 },
  { flipH: 1, rot: 270 },
  { rot: 90 },
  { flipH: 1, rot: 90 },
  { rot: 270 },
];

/**
 * The photo as a square at the far upper corner of the text, which flows around it: not every word processor can draw it
 * round. The whole picture stays in the file, so a person can cut it otherwise. (ECMA-376 part 1, 20.1 and 20.4.)
 */
export function photoRun(view: CvView, photo: Photo): string {
  if (view.photo === undefined) return '';
  const { alt } = view.photo;
  const edge = EDGE * EMU_PER_MM;
  const size = { cx: edge, cy: edge };
  const gap = 4 * EMU_PER_MM;
  const far = view.direction === 'rtl' ? 'left' : 'right';
  const { rot, ...flips } = UPRIGHT[photo.orientation - 1] ?? {};
  const picture = xml(
    'pic:pic',
    { 'xmlns:pic': `${DRAWING}/picture` },
    xml('pic:nvPicPr', {}, xml('pic:cNvPr', { id: 1, name: 'Photo', descr: alt }), xml('pic:cNvPicPr')),
    xml('pic:blipFill', {}, xml('a:blip', { 'r:embed': 'photo' }), cut(photo), xml('a:stretch', {}, xml('a:fillRect'))),
    xml(
      'pic:spPr',
      {},
      xml('a:xfrm', { ...flips, rot: rot && rot * 60_000 }, xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)),
      xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')),
    ),
  );
  const anchor = xml(
    'wp:anchor',
    {
      'xmlns:wp': `${DRAWING}/wordprocessingDrawing`,
      distT: 0,
      distB: gap,
      distL: gap,
      distR: gap,
      simplePos: 0,
      relativeHeight: 1,
      behindDoc: 0,
      locked: 0,
      layoutInCell: 1,
      allowOverlap: 0,
    },
    xml('wp:simplePos', { x: 0, y: 0 }),
    xml('wp:positionH', { relativeFrom: 'margin' }, xml('wp:align', {}, far)),
    xml('wp:positionV', { relativeFrom: 'margin' }, xml('wp:align', {}, 'top')),
    xml('wp:extent', size),
    xml('wp:wrapSquare', { wrapText: 'bothSides' }),
    xml('wp:docPr', { id: 1, name: 'Photo', descr: alt }),
    xml('a:graphic', { 'xmlns:a': `${DRAWING}/main` }, xml('a:graphicData', { uri: `${DRAWING}/picture` }, picture)),
  );
  return xml('w:r', {}, xml('w:drawing', {}, anchor));
}

/** What is cut off of the longer edge, in thousandths of a percent: more below than above, where the face is. */
function cut({ width, height, orientation }: Photo): string {
  const excess = Math.round((1 - Math.min(width, height) / Math.max(width, height)) * 100_000);
  if (excess === 0) return '';
  if (width > height) return xml('a:srcRect', { l: Math.floor(excess / 2), r: Math.ceil(excess / 2) });
  const above = Math.round(excess * (orientation === 1 ? 0.3 : 0.5));
  return xml('a:srcRect', { t: above, b: excess - above });
}
