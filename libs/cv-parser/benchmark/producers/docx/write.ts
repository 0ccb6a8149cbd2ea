import type { TextRun } from 'docx';
import {
  AlignmentType,
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
  Table,
  TableLayoutType,
  TableRow,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';

import type { Random } from '../../people/random.js';
import type { Composition, ContactItem, Section } from '../../presentation/composition.js';
import { layoutOf } from '../../presentation/layouts.js';
import { DocxBlocks } from './blocks.js';
import { cell, NO_BORDERS, textRun, WIDTH, type Content, type Habits } from './parts.js';

/** A word processor's document. */
export async function docx(composition: Composition, random: Random): Promise<Uint8Array> {
  const habits: Habits = {
    styles: composition.layout === 'office' || random.chance(0.6),
    bullets: random.any(['numbering', 'numbering', 'typed', 'tab'] as const),
    right: random.any(['tab', 'tab', 'table', 'tabs'] as const),
  };
  return new DocxWriter(composition, habits).write();
}

class DocxWriter {
  private readonly size: number;
  private readonly accent: string;
  private readonly blocks: DocxBlocks;

  constructor(
    private readonly composition: Composition,
    private readonly habits: Habits,
  ) {
    this.blocks = new DocxBlocks(composition, habits);
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

  private body(): Content {
    const { layout, main, side } = this.composition;
    const { columns, header } = layoutOf(layout);
    const sections = (list: readonly Section[], width: number): Content =>
      list.flatMap((section) => this.blocks.section(section, width));
    const sideContact =
      this.composition.contact.heading !== '' && header === 'side'
        ? [this.blocks.heading(this.composition.contact.heading), ...this.contact(true)]
        : [];
    if (columns === 'one') return [...this.header(), ...sections(main, WIDTH)];
    const narrow = columns === 'equal' ? WIDTH / 2 : Math.round(WIDTH * 0.31);
    const sideCell = [...sideContact, ...sections(side, narrow)];
    const mainCell = [...(header === 'side' ? this.names() : []), ...sections(main, WIDTH - narrow)];
    const shaded = layout === 'export' || this.composition.look.heading.rule === 'fill';
    const cells =
      columns === 'left'
        ? [cell(sideCell, narrow, shaded), cell(mainCell, WIDTH - narrow)]
        : [cell(mainCell, WIDTH - narrow), cell(sideCell, narrow, shaded)];
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

  private header(): Content {
    const { header } = layoutOf(this.composition.layout);
    if (header === 'split') {
      const half = WIDTH / 2;
      return [
        new Table({
          width: { size: WIDTH, type: WidthType.DXA },
          columnWidths: [half, half],
          borders: NO_BORDERS,
          rows: [new TableRow({ children: [cell(this.names(), half), cell(this.contact(true), half)] })],
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
}
