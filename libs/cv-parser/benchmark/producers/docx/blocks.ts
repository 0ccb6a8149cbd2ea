import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  ShadingType,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';

import type { Block, Composition, Line, Section } from '../../presentation/composition.js';
import { cell, NO_BORDERS, textRun, type Content, type Habits } from './parts.js';

/** Sections and what is in them, as paragraphs and tables. */
export class DocxBlocks {
  /** Half points. */
  private readonly size: number;
  private readonly accent: string;

  constructor(
    private readonly composition: Composition,
    private readonly habits: Habits,
  ) {
    this.size = Math.round(composition.look.size * 2);
    this.accent = composition.look.accent.slice(1);
  }

  heading(text: string): Paragraph {
    const { align, rule, bold, scale, tracking } = this.composition.look.heading;
    const line = { style: BorderStyle.SINGLE, size: 6, space: 1, color: this.accent };
    return new Paragraph({
      ...(this.habits.styles && { heading: HeadingLevel.HEADING_1 }),
      alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
      spacing: { before: 240, after: 80 },
      border: {
        ...((rule === 'below' || rule === 'both') && { bottom: line }),
        ...((rule === 'above' || rule === 'both') && { top: line }),
      },
      ...(rule === 'fill' && { shading: { type: ShadingType.CLEAR, fill: this.accent, color: 'auto' } }),
      children: [
        textRun({
          text,
          bold,
          size: Math.round(this.size * scale),
          color: rule === 'fill' ? 'FFFFFF' : this.accent,
          ...(tracking && { characterSpacing: 50 }),
        }),
      ],
    });
  }

  section({ heading, blocks }: Section, width: number): Content {
    if (this.composition.layout === 'heading-column') {
      const left = Math.round(width * 0.23);
      const cells = [
        cell([this.heading(heading)], left),
        cell(
          blocks.flatMap((block) => this.block(block, width - left)),
          width - left,
        ),
      ];
      return [
        new Table({
          width: { size: width, type: WidthType.DXA },
          columnWidths: [left, width - left],
          borders: NO_BORDERS,
          rows: [new TableRow({ children: cells })],
        }),
        new Paragraph({}),
      ];
    }
    return [this.heading(heading), ...this.entries(blocks, width)];
  }

  /** Neighbouring entries of a table layout are rows of one table. */
  private entries(blocks: readonly Block[], width: number): Content {
    const result: Content = [];
    let rows: TableRow[] = [];
    const left = Math.round(width * 0.25);
    const flush = (): void => {
      if (rows.length > 0)
        result.push(
          new Table({
            width: { size: width, type: WidthType.DXA },
            columnWidths: [left, width - left],
            ...(this.composition.layout === 'table' && this.composition.look.justify ? {} : { borders: NO_BORDERS }),
            rows,
          }),
          new Paragraph({}),
        );
      rows = [];
    };
    for (const block of blocks) {
      if (block.kind === 'entry' && block.margin.length > 0) {
        const beside = [
          ...block.head.flatMap((head) => this.headLine(head.left, head.right, width - left)),
          ...block.body.flatMap((part) => this.block(part, width - left)),
        ];
        rows.push(
          new TableRow({
            children: [
              cell(
                block.margin.map((line) => this.paragraph(line)),
                left,
              ),
              cell(beside, width - left),
            ],
          }),
        );
      } else {
        flush();
        result.push(...this.block(block, width));
      }
    }
    flush();
    return result;
  }

  private block(block: Block, width: number): Content {
    switch (block.kind) {
      case 'paragraph':
        return [this.paragraph(block.line)];
      case 'bullets':
        return block.items.map((item) => this.bullet(item));
      case 'rows': {
        const left = Math.round(width * 0.33);
        const rows = block.rows.map(
          ([label, value]) =>
            new TableRow({
              children: [cell([this.paragraph(label)], left), cell([this.paragraph(value)], width - left)],
            }),
        );
        return [
          new Table({
            width: { size: width, type: WidthType.DXA },
            columnWidths: [left, width - left],
            borders: NO_BORDERS,
            rows,
          }),
          new Paragraph({}),
        ];
      }
      case 'chips':
        return [this.paragraph([{ text: block.items.join('   ') }])];
      case 'bars':
        return block.items.map(({ text, share }) =>
          this.paragraph([
            { text: `${text}\t` },
            { text: '●'.repeat(Math.round(share * 5)) + '○'.repeat(5 - Math.round(share * 5)), accent: true },
          ]),
        );
      case 'entry':
        return [
          ...block.margin.map((line) => this.paragraph(line)),
          ...block.head.flatMap(({ left, right }, index) => this.headLine(left, right, width, index === 0)),
          ...block.body.flatMap((part) => this.block(part, width)),
        ];
    }
  }

  private paragraph(line: Line, options: IParagraphOptions = {}): Paragraph {
    return new Paragraph({ ...options, children: this.runs(line) });
  }

  private runs(line: Line): ParagraphChild[] {
    return line.map(({ text, bold, italic, accent, link }) => {
      const children = text.split('\t').flatMap((part, index) => (index === 0 ? [part] : ['\t', part]));
      const shown = textRun({
        children: children.map((part) => part),
        ...(bold === true && { bold }),
        ...(italic === true && { italics: true }),
        ...(accent === true && { color: this.accent }),
      });
      return link === undefined ? shown : new ExternalHyperlink({ link, children: [shown] });
    });
  }

  private bullet(item: Line): Paragraph {
    const { bullet } = this.composition.look;
    if (this.habits.bullets === 'numbering')
      return this.paragraph(item, { numbering: { reference: 'items', level: 0 } });
    const sign = this.habits.bullets === 'tab' ? `${bullet}\t` : `${bullet} `;
    return this.paragraph([{ text: sign }, ...item], { indent: { left: 300, hanging: 200 } });
  }

  private headLine(left: Line, right: Line | undefined, width: number, first = false): Content {
    const spacing = first ? { spacing: { before: Math.round(this.composition.look.gap * 160) } } : {};
    if (right === undefined) return [this.paragraph(left, spacing)];
    if (this.habits.right === 'table') {
      const share = Math.round(width * 0.68);
      const end = new Paragraph({ alignment: AlignmentType.RIGHT, children: this.runs(right) });
      return [
        new Table({
          layout: TableLayoutType.FIXED,
          width: { size: width, type: WidthType.DXA },
          columnWidths: [share, width - share],
          borders: NO_BORDERS,
          rows: [
            new TableRow({
              children: [
                new TableCell({ width: { size: share, type: WidthType.DXA }, children: [this.paragraph(left)] }),
                new TableCell({ width: { size: width - share, type: WidthType.DXA }, children: [end] }),
              ],
            }),
          ],
        }),
      ];
    }
    // Some press the key until it looks right.
    if (this.habits.right === 'tabs') return [this.paragraph([...left, { text: '\t\t\t' }, ...right], spacing)];
    return [
      this.paragraph([...left, { text: '\t' }, ...right], {
        ...spacing,
        tabStops: [{ type: TabStopType.RIGHT, position: width - 300 }],
      }),
    ];
  }
}
