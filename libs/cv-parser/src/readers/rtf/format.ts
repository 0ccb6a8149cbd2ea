import type { ParagraphStyle } from '../flow/blocks.js';
import { plainCharacters, type GroupState } from './state.js';
import type { RtfTables } from './tables.js';

const TWIPS = 20;
/** Tables in tables beyond which no writer goes. */
const MAX_TABLES = 50;

/** What a control word says of the characters and paragraphs that follow it in its group. */
export function applyFormat(state: GroupState, name: string, value: number | undefined, tables: RtfTables): void {
  const on = value !== 0;
  switch (name) {
    case 'plain':
      Object.assign(state, plainCharacters());
      break;
    case 'b':
      state.bold = on;
      break;
    case 'i':
      state.italic = on;
      break;
    case 'v':
    case 'deleted':
      state.hidden = on;
      break;
    case 'fs':
      if (value !== undefined && value > 0) state.size = value / 2;
      break;
    case 'cf':
      state.color = value ?? 0;
      break;
    case 'f':
      state.font = value ?? 0;
      break;
    case 'uc':
      state.fallback = Math.max(0, value ?? 1);
      break;
    case 'pard':
      state.style = {};
      state.depth = 0;
      break;
    case 's': {
      const headingLevel = tables.headingLevel(value ?? 0);
      if (headingLevel !== undefined) setStyle(state, { headingLevel });
      break;
    }
    case 'outlinelevel':
      if (value !== undefined && value < 9) setStyle(state, { headingLevel: value + 1 });
      break;
    case 'li':
    case 'lin':
      setStyle(state, { indent: (value ?? 0) / TWIPS });
      break;
    case 'sb':
      setStyle(state, { before: (value ?? 0) / TWIPS });
      break;
    case 'sa':
      setStyle(state, { after: (value ?? 0) / TWIPS });
      break;
    case 'intbl':
      state.depth = Math.max(state.depth, 1);
      break;
    case 'itap':
      state.depth = Math.min(Math.max(0, value ?? 0), MAX_TABLES);
      break;
    default:
  }
}

/** A copy, as groups outside have the same object. */
function setStyle(state: GroupState, change: ParagraphStyle): void {
  state.style = { ...state.style, ...change };
}
