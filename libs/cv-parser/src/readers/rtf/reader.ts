import { ParseError } from '../../errors.js';
import type { Deadline, Limits } from '../../limits.js';
import { plainText, type Block, type Flow, type FlowContent } from '../flow/blocks.js';
import { tooDeep } from '../xml.js';
import { decodeBytes } from './charsets.js';
import { Frame } from './frame.js';
import { applyFormat } from './format.js';
import { initialState, plainCharacters, type Destination, type GroupState } from './state.js';
import { RtfTables } from './tables.js';
import { tokenize, type RtfToken } from './tokens.js';

/** Groups whose text is no text of the document. All others that begin with `\*` and are not known are left out as well. */
const SKIPPED = new Set(
  'pict object shprslt do nonshppict listtable listoverridetable revtbl rsidtbl generator annotation atnid atnauthor ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables xe tc bkmkstart bkmkend sp author operator title subject keywords comment doccomm company category manager hlinkbase'.split(
    ' ',
  ),
);
const DESTINATIONS: Record<string, Destination> = {
  fonttbl: 'fonts', colortbl: 'colors', stylesheet: 'styles', info: 'container', creatim: 'created', revtim: 'revised',
  listtext: 'marker', pntext: 'marker', fldinst: 'instruction', shpinst: 'container', shp: 'container',
  nesttableprops: 'container',
}; // prettier-ignore
const CHARACTERS: Record<string, string> = {
  emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: ' ',
  enspace: ' ', qmspace: ' ',
}; // prettier-ignore
/** Tokens between two looks at the clock. */
const CLOCK_STEP = 10_000;

/** Reads Rich Text Format (Microsoft's specification 1.9.1). */
export function readRtf(bytes: Uint8Array, limits: Limits, deadline: Deadline): FlowContent {
  const reader = new RtfReader(limits);
  let count = 0;
  for (const token of tokenize(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))) {
    if (++count % CLOCK_STEP === 0) deadline.check();
    if (!reader.take(token)) break;
  }
  return reader.finish();
}

class RtfReader {
  readonly #body = new Frame();
  readonly #stack: GroupState[] = [];
  #state = initialState(this.#body);
  /** Bytes in the code page of the font, before they are decoded. */
  #bytes = '';
  #skip = 0;
  #starred = false;
  #blocks = 0;
  #breaks = 0;
  readonly #tables = new RtfTables();
  readonly #margins: { name: string; blocks: Block[] }[] = [];

  constructor(private readonly limits: Limits) {}

  /** False when the document has ended. */
  take(token: RtfToken): boolean {
    switch (token.kind) {
      case 'open':
        this.#open();
        return true;
      case 'close':
        this.#close();
        return this.#stack.length > 0;
      case 'byte':
        if (!this.#skipped()) this.#bytes += String.fromCharCode(token.byte);
        return true;
      case 'text':
        this.#text(token.text);
        return true;
      case 'sign':
        this.#sign(token.sign);
        return true;
      case 'word':
        this.#word(token.name, token.value);
        return true;
    }
  }

  finish(): FlowContent {
    this.#flush();
    // The last group never ended: the file was cut off.
    if (this.#stack.length > 0) throw new ParseError('corrupt_document');
    const body: Flow = { blocks: this.#body.finish(this.#state.style), furniture: false };
    const pages = this.#tables.pages > 0 ? this.#tables.pages : this.#breaks + 1;
    if (pages > this.limits.maxPages) throw new ParseError('too_many_pages');
    // The header of the first page is content, as letterheads stand there.
    const names = this.#tables.hasFirstPage ? ['headerf'] : ['header', 'headerr'];
    const opening = this.#margins.find(({ name }) => names.includes(name));
    const flow = (margin: { blocks: Block[] }): Flow => ({ blocks: margin.blocks, furniture: margin !== opening });
    const rest = this.#margins.filter((margin) => margin !== opening);
    return { flows: [...(opening ? [flow(opening)] : []), body, ...rest.map(flow)], pages, date: this.#tables.date };
  }

  #open(): void {
    this.#flush();
    this.#skip = 0;
    if (this.#stack.length >= this.limits.maxXmlDepth) throw tooDeep();
    this.#stack.push(this.#state);
    this.#state = { ...this.#state, onEnd: null };
  }

  #close(): void {
    this.#flush();
    this.#skip = 0;
    this.#state.onEnd?.();
    const outer = this.#stack.pop();
    if (!outer) throw new ParseError('corrupt_document');
    this.#state = outer;
  }

  /** Whether this character only repeats one that was given in Unicode. */
  #skipped(): boolean {
    if (this.#skip === 0) return false;
    this.#skip--;
    return true;
  }

  #text(text: string): void {
    const skip = Math.min(this.#skip, text.length);
    this.#skip -= skip;
    this.#bytes += text.slice(skip);
  }

  /** Gives the bytes that were collected to where the text goes. */
  #flush(): void {
    if (this.#bytes === '') return;
    const text = decodeBytes(this.#bytes, this.#tables.codePage(this.#state.font));
    this.#bytes = '';
    this.#put(text);
  }

  #put(text: string): void {
    const { destination, frame, hidden, size, bold, italic, color, url, field } = this.#state;
    switch (destination) {
      case 'text':
        if (!hidden) frame.text(text, { size, bold, italic, color: this.#tables.color(color) }, url);
        break;
      case 'marker':
        if (text.trim() !== '') frame.hasMarker = true;
        break;
      case 'instruction':
        if (field) field.instruction += text;
        break;
      default:
        this.#tables.text(text, destination);
    }
  }

  #sign(sign: string): void {
    if (sign === '*') {
      this.#starred = true;
      return;
    }
    if (this.#skipped()) return;
    if (sign === '\r' || sign === '\n') this.#word('par', undefined);
    else if (sign === '~') this.#bytes += ' ';
    else if (sign === '_') this.#bytes += '-';
    else if (sign === '\t') this.#word('tab', undefined);
    else if (/[\\{}]/.test(sign)) this.#bytes += sign;
  }

  #word(name: string, value: number | undefined): void {
    const starred = this.#starred;
    this.#starred = false;
    if (name === 'u') {
      this.#flush();
      this.#put(String.fromCharCode((value ?? 0) & 0xffff));
      this.#skip = this.#state.fallback;
      return;
    }
    if (this.#skipped()) return;
    this.#flush();
    if (this.#state.destination === 'skipped') return;
    if (this.#openDestination(name, starred)) return;
    if (name in CHARACTERS) this.#put(CHARACTERS[name]!);
    else if (!this.#structure(name)) {
      applyFormat(this.#state, name, value, this.#tables);
      this.#tables.word(name, value ?? 0, this.#state);
    }
  }

  /** Whether the word says what the group is; it does so only as the first one in it. */
  #openDestination(name: string, starred: boolean): boolean {
    const state = this.#state;
    const destination = DESTINATIONS[name];
    if (destination !== undefined) state.destination = destination;
    else if (SKIPPED.has(name)) state.destination = 'skipped';
    else if (/^(?:header|footer)[lrf]?$/.test(name))
      this.#openFrame((blocks) => plainText(blocks) !== '' && this.#margins.push({ name, blocks }));
    else if (name === 'shptxt' || name === 'footnote') {
      const { frame } = state;
      this.#openFrame((blocks) => frame.apart(blocks));
    } else if (name === 'field') state.field = { instruction: '' };
    else if (name === 'fldrslt') {
      const instruction = state.field?.instruction ?? '';
      state.url = /^\s*HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)/i.exec(instruction)?.[1] ?? state.url;
      if (/^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(instruction)) state.destination = 'skipped';
    } else if (starred) state.destination = 'skipped';
    else return false;
    return true;
  }

  #openFrame(onEnd: (blocks: Block[]) => void): void {
    const state = this.#state;
    const frame = new Frame();
    Object.assign(state, { frame, destination: 'text', style: {}, depth: 0, ...plainCharacters() });
    state.onEnd = () => onEnd(frame.finish(state.style));
  }

  /** Words that end a line, a paragraph, a cell or a row. */
  #structure(name: string): boolean {
    const { frame, style, depth, destination } = this.#state;
    if (destination !== 'text') return name === 'tab';
    switch (name) {
      case 'par':
      case 'sect':
        frame.endParagraph(style, depth);
        break;
      case 'page':
      case 'pagebb':
        this.#breaks++;
        if (name === 'page') frame.paragraph.break();
        break;
      case 'line':
        frame.paragraph.break();
        break;
      case 'tab':
        frame.paragraph.tab();
        break;
      case 'cell':
        frame.endCell(style, 1);
        break;
      case 'nestcell':
        frame.endCell(style, Math.max(depth, 2));
        break;
      case 'row':
        frame.endRow(1);
        break;
      case 'nestrow':
        frame.endRow(Math.max(depth, 2));
        break;
      default:
        return false;
    }
    if (++this.#blocks > this.limits.maxXmlNodes) throw tooDeep();
    return true;
  }
}
