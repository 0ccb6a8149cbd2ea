import type { Half } from '../people/random.js';

export interface Layout {
  /** Where the sections go. */
  readonly columns: 'one' | 'left' | 'right' | 'equal';
  /** Entries have their dates in a column of their own at the left. */
  readonly margin: boolean;
  readonly header: 'left' | 'center' | 'banner' | 'split' | 'side' | 'foot';
  /** Entries are rows of a table. */
  readonly table?: boolean;
  readonly half: Half;
}

export const LAYOUTS = {
  plain: { columns: 'one', margin: false, header: 'left', half: 'tuning' },
  centred: { columns: 'one', margin: false, header: 'center', half: 'tuning' },
  banner: { columns: 'one', margin: false, header: 'banner', half: 'tuning' },
  office: { columns: 'one', margin: false, header: 'left', half: 'tuning' },
  compact: { columns: 'one', margin: false, header: 'center', half: 'tuning' },
  academic: { columns: 'one', margin: false, header: 'left', half: 'tuning' },
  'left-dates': { columns: 'one', margin: true, header: 'left', half: 'tuning' },
  table: { columns: 'one', margin: true, header: 'left', table: true, half: 'tuning' },
  europass: { columns: 'one', margin: false, header: 'left', table: true, half: 'tuning' },
  timeline: { columns: 'one', margin: true, header: 'left', half: 'tuning' },
  'sidebar-left': { columns: 'left', margin: false, header: 'side', half: 'tuning' },
  'sidebar-right': { columns: 'right', margin: false, header: 'left', half: 'tuning' },
  'two-equal': { columns: 'equal', margin: false, header: 'banner', half: 'tuning' },
  export: { columns: 'left', margin: false, header: 'side', half: 'tuning' },
  /** Formats without a layout: plain text and Markdown. */
  text: { columns: 'one', margin: false, header: 'left', half: 'tuning' },
  'heading-column': { columns: 'one', margin: false, header: 'center', half: 'held-out' },
  cards: { columns: 'equal', margin: false, header: 'split', half: 'held-out' },
  'split-header': { columns: 'one', margin: false, header: 'split', half: 'held-out' },
  'foot-contact': { columns: 'right', margin: false, header: 'foot', half: 'held-out' },
} as const satisfies Readonly<Record<string, Layout>>;
export type LayoutId = keyof typeof LAYOUTS;

export const LAYOUT_IDS = Object.keys(LAYOUTS) as LayoutId[];

export const layoutOf = (id: LayoutId): Layout => LAYOUTS[id];

/** The held-out half has layouts of its own beside all of the others. */
export const layoutsOf = (half: Half): LayoutId[] =>
  LAYOUT_IDS.filter((id) => id !== 'text' && (half === 'held-out' || layoutOf(id).half === 'tuning'));
