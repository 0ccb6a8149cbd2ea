import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IBorderOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';

import type { Random } from '../people/random.js';
import type { Block, Composition, ContactItem, Line, Section } from '../presentation/composition.js';
import { layoutOf } from '../presentation/layouts.js';

/** A page of A4 less its margins, in twentieths of a point. */
const WIDTH = 9600;
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** How the person at the word processor works. */
interface Habits {
  /** Headings as styles, or as bold text. */
  readonly styles: boolean;
  readonly bullets: 'numbering' | 'typed' | 'tab';
  /** What stands at the right: after a tab, or in a table. */
  readonly right: 'tab' | 'table' | 'tabs';
}

/** A word processor's document. */
export async function docx(composition: Composition, random: Random): Promise<Uint8Array> {
  const habits: Habits = {
    styles: composition.layout === 'office' || random.chance(0.6),
    bullets: random.any(['numbering', 'numbering', 'typed', 'tab'] as const),
    right: random.any(['tab', 'tab', 'table', 'tabs'] as const),
  };
  return new DocxWriter(composition, habits).write();
}

/** Options of a run, which alone would be looked up among the methods of strings too. */
const textRun = (options: IRunOptions): TextRun => new TextRun(options);

class DocxWriter {
  private readonly size: number;
  private readonly accent: string;

  constructor(
    private readonly composition: Composition,
    private readonly habits: Habits,
  ) {
    this.size = Math.round(composition.look.size * 2);
    this.accent = composition.look.accent.slice(1);
  }

  async write(): Promise<Uint8Array> {
    const { look, running, title } = this.composition;
    const document = new Document({
      creator: 'Word',
      title: title ?? 'CV',
      styles: { default: { document: { run: { font: look.font, size: this.size } } } },
      numbering: {
        config: [
          {
            reference: 'items',
            levels: [
              {
                level: 0,
                format: LevelFormat.BULLET,
                text: look.bullet,
                alignment: AlignmentType.LEFT,
                style: { paragraph: { indent: { left: 360, hanging: 240 } } },
              },
            ],
          },
        ],
      },
      sections: [
        {
          properties: { page: { margin: { top: 1000, bottom: 1000, left: 1130, right: 1130 } } },
          ...(running.header !== undefined && {
            headers: { default: new Header({ children: [this.running(running.header)] }) },
          }),
          ...(running.footer !== undefined && {
            footers: { default: new Footer({ children: [this.running(running.footer)] }) },
          }),
          children: this.body(),
        },
      ],
    });
    return Packer.toBuffer(document);
  }

  private running(text: string): Paragraph {
    const parts = text
      .split(/(\$pages?)/)
      .map((part) =>
        part === '$page'
          ? textRun({ children: [PageNumber.CURRENT], size: 16 })
          : part === '$pages'
            ? textRun({ children: [PageNumber.TOTAL_PAGES], size: 16 })
            : textRun({ text: part, size: 16 }),
      );
    return new Paragraph({ alignment: AlignmentType.CENTER, children: parts });
  }

  private body(): (Paragraph | Table)[] {
    const { layout, main, side } = this.composition;
    const { columns, header } = layoutOf(layout);
    const sections = (list: readonly Section[], width: number): (Paragraph | Table)[] =>
      list.flatMap((section) => this.section(section, width));
    const sideContact =
      this.composition.contact.heading !== '' && header === 'side'
        ? [this.heading(this.composition.contact.heading), ...this.contact(true)]
        : [];
    if (columns === 'one') return [...this.header(), ...sections(main, WIDTH)];
    const narrow = columns === 'equal' ? WIDTH / 2 : Math.round(WIDTH * 0.31);
    const sideCell = [...sideContact, ...sections(side, narrow)];
    const mainCell = [...(header === 'side' ? this.names() : []), ...sections(main, WIDTH - narrow)];
    const shaded = layout === 'export' || this.composition.look.heading.rule === 'fill';
    const cells =
      columns === 'left'
        ? [this.cell(sideCell, narrow, shaded), this.cell(mainCell, WIDTH - narrow)]
        : [this.cell(mainCell, WIDTH - narrow), this.cell(sideCell, narrow, shaded)];
    const page = new Table({
      layout: TableLayoutType.FIXED,
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: columns === 'left' ? [narrow, WIDTH - narrow] : [WIDTH - narrow, narrow],
      borders: NO_BORDERS,
      rows: [new TableRow({ children: cells })],
    });
    const foot = header === 'foot' ? this.contact(false) : [];
    return [...(header === 'side' ? [] : this.header()), page, ...foot, new Paragraph({})];
  }

  private cell(children: (Paragraph | Table)[], width: number, shaded = false): TableCell {
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 100, right: 140 },
      ...(shaded && { shading: { type: ShadingType.CLEAR, fill: 'E7ECEF', color: 'auto' } }),
      children: children.length > 0 ? [...children, new Paragraph({})] : [new Paragraph({})],
    });
  }

  private header(): (Paragraph | Table)[] {
    const { header } = layoutOf(this.composition.layout);
    if (header === 'split') {
      const half = WIDTH / 2;
      return [
        new Table({
          width: { size: WIDTH, type: WidthType.DXA },
          columnWidths: [half, half],
          borders: NO_BORDERS,
          rows: [new TableRow({ children: [this.cell(this.names(), half), this.cell(this.contact(true), half)] })],
        }),
      ];
    }
    return [...this.names(), ...(header === 'foot' ? [] : this.contact(false))];
  }

  private names(): Paragraph[] {
    const { title, name, label, look, layout } = this.composition;
    const kind = layoutOf(layout).header;
    const banner = kind === 'banner';
    const options: IParagraphOptions = {
      alignment: kind === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
      ...(banner && { shading: { type: ShadingType.CLEAR, fill: this.accent, color: 'auto' } }),
    };
    const ink = banner ? 'FFFFFF' : this.accent;
    const runOf = (text: string, scale: number, bold: boolean): TextRun =>
      textRun({
        text,
        bold,
        color: ink,
        size: Math.round(this.size * scale),
        ...(look.nameTracking && scale > 1.5 && { characterSpacing: 60 }),
      });
    return [
      ...(title === undefined ? [] : [new Paragraph({ ...options, children: [runOf(title, 1.3, true)] })]),
      ...(name === ''
        ? []
        : [
            new Paragraph({
              ...options,
              ...(this.habits.styles && { heading: HeadingLevel.TITLE }),
              children: [runOf(name, look.nameScale, true)],
            }),
          ]),
      ...(label === undefined ? [] : [new Paragraph({ ...options, children: [runOf(label, 1.15, false)] })]),
    ];
  }

  private contact(narrow: boolean): Paragraph[] {
    const { items, form, separator } = this.composition.contact;
    const alignment = layoutOf(this.composition.layout).header === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT;
    const children = items.map((item) => this.contactItem(item, form));
    if (narrow || form === 'lines' || form === 'labels' || form === 'icons')
      return children.map((item) => new Paragraph({ alignment, children: item }));
    return [
      new Paragraph({
        alignment,
        children: children.flatMap((item, index) =>
          index === 0 ? item : [textRun({ text: form === 'icon-row' ? '   ' : separator }), ...item],
        ),
      }),
    ];
  }

  private contactItem({ icon, label, text, link }: ContactItem, form: string): ParagraphChild[] {
    const value = textRun({ text, ...(link !== undefined && { style: 'Hyperlink' }) });
    const shown = link === undefined ? value : new ExternalHyperlink({ link, children: [value] });
    if (form === 'labels') return [textRun({ text: `${label}: `, bold: true }), shown];
    const sign = { email: '✉', phone: '☎', address: '⌂' }[icon as 'email'] as string | undefined;
    return form.startsWith('icon') && sign !== undefined ? [textRun({ text: `${sign} ` }), shown] : [shown];
  }

  private heading(text: string): Paragraph {
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

  private section({ heading, blocks }: Section, width: number): (Paragraph | Table)[] {
    if (this.composition.layout === 'heading-column') {
      const left = Math.round(width * 0.23);
      const cells = [
        this.cell([this.heading(heading)], left),
        this.cell(
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
  private entries(blocks: readonly Block[], width: number): (Paragraph | Table)[] {
    const result: (Paragraph | Table)[] = [];
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
              this.cell(
                block.margin.map((line) => this.paragraph(line)),
                left,
              ),
              this.cell(beside, width - left),
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

  private block(block: Block, width: number): (Paragraph | Table)[] {
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
              children: [this.cell([this.paragraph(label)], left), this.cell([this.paragraph(value)], width - left)],
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

  private headLine(left: Line, right: Line | undefined, width: number, first = false): (Paragraph | Table)[] {
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
