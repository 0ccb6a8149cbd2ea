import { codePageOf } from './charsets.js';
import type { Destination, GroupState } from './state.js';

const HEADING_NAME = /^(?:heading|überschrift|titre|título|titolo) (\d)/i;

/** What an RTF file says before its text: fonts, colours, styles, dates and the like. */
export class RtfTables {
  pages = 0;
  hasFirstPage = false;
  #codePage = 1252;
  readonly #fonts = new Map<number, number | undefined>();
  readonly #colors: number[] = [];
  #color = 0;
  readonly #levels = new Map<number, number>();
  #style = 0;
  readonly #dates = new Map<Destination, { yr?: number; mo?: number; dy?: number }>();

  codePage(font: number): number {
    return this.#fonts.get(font) ?? this.#codePage;
  }

  color(index: number): number {
    return this.#colors[index] ?? 0;
  }

  /** The outline level, from 1, of the style of a number. */
  headingLevel(style: number): number | undefined {
    return this.#levels.get(style);
  }

  /** The day of the last change, or else of making. */
  get date(): string | null {
    const { yr = 0, mo = 0, dy = 1 } = this.#dates.get('revised') ?? this.#dates.get('created') ?? {};
    if (yr < 1990 || mo < 1 || mo > 12) return null;
    return [yr, ...[mo, Math.max(dy, 1)].map((part) => String(part).padStart(2, '0'))].join('-');
  }

  /** Text in one of the tables. */
  text(text: string, destination: Destination): void {
    if (destination === 'colors') {
      for (let ends = text.split(';').length - 1; ends > 0; ends--) {
        this.#colors.push(this.#color);
        this.#color = 0;
      }
    } else if (destination === 'styles') {
      const level = HEADING_NAME.exec(text.trim())?.[1];
      if (level !== undefined) this.#levels.set(this.#style, Number(level));
    }
  }

  word(name: string, value: number, { destination, font }: GroupState): void {
    switch (name) {
      case 'ansicpg':
        if (value > 0) this.#codePage = value;
        break;
      case 'mac':
        this.#codePage = 10000;
        break;
      case 'fcharset':
        if (destination === 'fonts') this.#fonts.set(font, codePageOf(value));
        break;
      case 'cpg':
        if (destination === 'fonts' && value > 0) this.#fonts.set(font, value);
        break;
      case 'red':
        this.#color |= (value & 0xff) << 16;
        break;
      case 'green':
        this.#color |= (value & 0xff) << 8;
        break;
      case 'blue':
        this.#color |= value & 0xff;
        break;
      case 's':
        this.#style = value;
        break;
      case 'outlinelevel':
        if (destination === 'styles' && value < 9) this.#levels.set(this.#style, value + 1);
        break;
      case 'titlepg':
        this.hasFirstPage = true;
        break;
      case 'nofpages':
        this.pages = value;
        break;
      case 'yr':
      case 'mo':
      case 'dy':
        this.#dates.set(destination, { ...this.#dates.get(destination), [name]: value });
        break;
      default:
    }
  }
}
