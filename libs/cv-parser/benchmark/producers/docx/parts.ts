import {
  BorderStyle,
  Paragraph,
  ShadingType,
  TableCell,
  TextRun,
  WidthType,
  type IBorderOptions,
  type IRunOptions,
  type Table,
} from 'docx';

/** A page of A4 less its margins, in twentieths of a point. */
export const WIDTH = 9600;
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};

/** What a body or a cell holds. */
export type Content = (Paragraph | Table)[];

/** How the person at the word processor works. */
export interface Habits {
  /** Headings as styles, or as bold text. */
  readonly styles: boolean;
  readonly bullets: 'numbering' | 'typed' | 'tab';
  /** What stands at the right: after a tab, or in a table. */
  readonly right: 'tab' | 'table' | 'tabs';
}

/** Options of a run, which alone would be looked up among the methods of strings too. */
export const textRun = (options: IRunOptions): TextRun => new TextRun(options);

export function cell(children: Content, width: number, shaded = false): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 100, right: 140 },
    ...(shaded && { shading: { type: ShadingType.CLEAR, fill: 'E7ECEF', color: 'auto' } }),
    children: children.length > 0 ? [...children, new Paragraph({})] : [new Paragraph({})],
  });
}
