import { Slice } from '../conservation/slice.js';
import type { Line, Range, TextDocument } from '../document/model.js';
import { beginsFormLabel, formLabel, type FormLabel } from '../lexicon/index.js';

/** One row of a form: what it is about, and what is written there. */
export interface Row {
  label: FormLabel;
  /** Where the label's words stand. */
  words: Range[];
  values: Slice[];
}

/** Least number of rows with known labels that make a section a form. */
const MIN_ROWS = 3;

/**
 * Reads a section that is a form, label beside value as in the older Europass, into its records; null where it is none.
 * A record begins with each row whose label the one before has already, or with its dates.
 */
export function readForm(source: TextDocument, lines: readonly Line[]): Row[][] | null {
  const rows = toRows(source, lines);
  if (rows === null) return null;
  const opener = rows[0]!.label;
  const records: Row[][] = [];
  for (const row of rows)
    if (records.length === 0 || row.label === opener) records.push([row]);
    else records.at(-1)!.push(row);
  return records;
}

function toRows(source: TextDocument, lines: readonly Line[]): Row[] | null {
  const rows: Row[] = [];
  let open: { words: Range[]; text: string; values: Slice[] } | null = null;
  for (const line of lines) {
    const [first, ...rest] = line.cells;
    if (!first) continue;
    const text = source.text.slice(first.start, first.end).trim();
    const values = rest.map((cell) => new Slice(source, cell.start, cell.end));
    // The rest of a label that began on the line before.
    if (open !== null) {
      const whole = open.text.endsWith('-') ? open.text.slice(0, -1) + text : `${open.text} ${text}`;
      const label = formLabel(whole);
      const goesOn = label !== null || beginsFormLabel(whole);
      if (goesOn) {
        open.words.push(first);
        open.values.push(...values);
        open.text = whole;
        if (label !== null) {
          rows.push({ label, words: open.words, values: open.values });
          open = null;
        }
        continue;
      }
      if (line.cells.length === 1) {
        open.values.push(new Slice(source, first.start, first.end));
        continue;
      }
      return rows.length >= MIN_ROWS ? rows : null;
    }
    const colon = text.split(/[:：]\s*/u, 1)[0]!;
    const label = formLabel(text) ?? (rest.length === 0 && /[:：]/.test(text) ? formLabel(colon) : null);
    if (label !== null) {
      const split = formLabel(text) === null ? first.start + colon.length + 1 : first.end;
      const own = split < first.end ? [new Slice(source, split, first.end).trim()] : [];
      rows.push({ label, words: [{ start: first.start, end: split }], values: [...own, ...values] });
    } else if (beginsFormLabel(text)) open = { words: [first], text, values };
    else if (rows.length > 0) rows.at(-1)!.values.push(Slice.ofLine(source, line));
    else return null;
  }
  return rows.length >= MIN_ROWS ? rows : null;
}
