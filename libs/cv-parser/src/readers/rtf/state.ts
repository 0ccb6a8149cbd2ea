import { PLAIN_LOOK, type ParagraphStyle } from '../flow/blocks.js';
import type { Frame } from './frame.js';

/** What the text of a group is. */
export type Destination =
  | 'text'
  | 'skipped'
  | 'fonts'
  | 'colors'
  | 'styles'
  | 'marker'
  | 'instruction'
  | 'revised'
  | 'created'
  /** A group that only holds others. */
  | 'container';

export interface Field {
  instruction: string;
}

/** What holds in a group; a group inside begins with a copy. */
export interface GroupState {
  destination: Destination;
  frame: Frame;
  /** What to do with the frame when the group that opened it ends. */
  onEnd: (() => void) | null;
  field: Field | null;
  url: string | undefined;
  bold: boolean;
  italic: boolean;
  hidden: boolean;
  size: number;
  color: number;
  font: number;
  /** How many characters after `\u` repeat it for old readers. */
  fallback: number;
  style: ParagraphStyle;
  /** In how many tables the paragraph stands. */
  depth: number;
}

/** RTF's own size of text where none is said. */
const DEFAULT_SIZE = 12;

export function initialState(frame: Frame): GroupState {
  return {
    destination: 'text',
    frame,
    onEnd: null,
    field: null,
    url: undefined,
    ...plainCharacters(),
    font: 0,
    fallback: 1,
    style: {},
    depth: 0,
  };
}

export function plainCharacters() {
  return { bold: false, italic: false, hidden: false, size: DEFAULT_SIZE, color: PLAIN_LOOK.color };
}
