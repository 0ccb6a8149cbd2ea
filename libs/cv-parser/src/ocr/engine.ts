import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { ParseError } from '../errors.js';
import { modelName, readModel, type OcrLanguage } from './languages.js';
import type { Raster } from './raster.js';

/** Bytes that Tesseract may take: the largest picture that is let in needs about 400 MB. */
const MAX_MEMORY_BYTES = 768 * 1024 * 1024;
/** WASM memory never shrinks: an engine that grew beyond this is dropped after the document. */
const RECYCLE_MEMORY_BYTES = 256 * 1024 * 1024;
/** Tesseract's numbers: only the neural recogniser; a page whose columns are found by the engine. */
const LSTM_ONLY = 1;
const AUTOMATIC_PAGE = '3';

/** A character as the engine read it; boxes in pixels of the raster. */
export interface OcrSymbol {
  text: string;
  confidence: number;
  bbox: OcrBox;
}

export interface OcrBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface OcrWord {
  text: string;
  /** 0…100 of Tesseract's own making. */
  confidence: number;
  bbox: OcrBox;
  symbols: OcrSymbol[];
}

export interface OcrLine {
  bbox: OcrBox;
  baseline: OcrBox;
  rowAttributes: { rowHeight: number; ascenders: number; descenders: number };
  words: OcrWord[];
}

/** What a picture says about itself before it is decoded. */
export interface PictureHeader {
  width: number;
  height: number;
}

/** The part of Tesseract's WebAssembly module that is used. Pointers are numbers. */
interface Core {
  FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => Tesseract;
  Pix: object;
  wrapPointer(pointer: number, kind: object): Pix;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _pixReadHeaderMem(data: number, size: number, ...results: number[]): number;
  _pixReadMem(data: number, size: number): number;
  _pixDestroy(pointerToPointer: number): void;
}

interface Tesseract {
  Init(path: null, language: string, mode: number): number;
  SetVariable(name: string, value: string): number;
  SetImage(pix: Pix): void;
  SetImage(data: number, width: number, height: number, bytesPerPixel: number, bytesPerLine: number): void;
  SetSourceResolution(dpi: number): void;
  GetInputImage(): Pix;
  Recognize(monitor: null): number;
  GetJSONText(page: number): string;
  Clear(): void;
}

/** Leptonica's picture: rows of 32-bit words, the first pixel in a word's highest bits. */
interface Pix {
  get_w(): number;
  get_h(): number;
  get_d(): number;
  get_wpl(): number;
  get_xres(): number;
  get_data(): number;
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface WasmInstance {
  exports: Record<string, unknown>;
}

/** The part of the WebAssembly API that is used: TypeScript knows it only from the browser's types. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<WasmInstance>;
};

const PAGE_BYTES = 65_536;
const SCRATCH_BYTES = 32;

/**
 * Tesseract's recogniser and Leptonica's picture decoders as WebAssembly, in this thread: ending the thread ends them.
 * The instruction set is fixed (128-bit SIMD), so that the same page gives the same text on every machine.
 */
export class OcrEngine {
  readonly #recognisers = new Map<OcrLanguage, Tesseract>();
  readonly #scratch: number;

  private constructor(
    private readonly core: Core,
    private readonly memory: WasmMemory,
    private readonly watch: { onProgress: () => void },
  ) {
    this.#scratch = core._malloc(SCRATCH_BYTES);
  }

  static async load(): Promise<OcrEngine> {
    const require = createRequire(import.meta.url);
    const compiled = await WebAssembly.compile(
      await readFile(require.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm')),
    );
    let memory: WasmMemory | undefined;
    const watch = {
      onProgress: () => {
        // Nobody listens yet.
      },
    };
    const load = require('tesseract.js-core/tesseract-core-simd-lstm') as (options: object) => Promise<Core>;
    const core = await load({
      // Leptonica reports every picture that it cannot read.
      print: () => undefined,
      printErr: () => undefined,
      TesseractProgress: () => watch.onProgress(),
      instantiateWasm: (imports: object, done: (instance: WasmInstance) => void) => {
        void WebAssembly.instantiate(compiled, imports).then((instance) => {
          memory = boundedMemory(instance);
          done(instance);
        });
      },
    });
    return new OcrEngine(core, memory!, watch);
  }

  get outgrown(): boolean {
    return this.memory.buffer.byteLength > RECYCLE_MEMORY_BYTES;
  }

  /** The size of a PNG, JPEG, TIFF or WebP, without decoding it; null for what is none. */
  header(bytes: Uint8Array): PictureHeader | null {
    return this.#withData(bytes, (data) => {
      const results = Array.from({ length: 6 }, (_value, index) => this.#scratch + 4 * index);
      if (this.core._pixReadHeaderMem(data, bytes.length, ...results) !== 0) return null;
      const [, width = 0, height = 0] = new Int32Array(this.memory.buffer, this.#scratch, 3);
      return { width, height };
    });
  }

  /** Decodes a picture to shades of grey; transparent ground becomes white. Null for what is damaged. */
  async decode(bytes: Uint8Array): Promise<{ raster: Raster; dpi: number } | null> {
    const recogniser = await this.#recogniser('en');
    return this.#withData(bytes, (data) => {
      const pointer = this.core._pixReadMem(data, bytes.length);
      if (pointer === 0) return null;
      const picture = this.core.wrapPointer(pointer, this.core.Pix);
      const dpi = picture.get_xres();
      // Tesseract takes a copy without palette, transparency and odd depths.
      recogniser.SetImage(picture);
      const raster = this.#toRaster(recogniser.GetInputImage());
      recogniser.Clear();
      new Uint32Array(this.memory.buffer, this.#scratch, 1)[0] = pointer;
      this.core._pixDestroy(this.#scratch);
      return { raster, dpi };
    });
  }

  /**
   * Reads a page's lines.
   * @param page dark text on white, upright
   * @param onProgress is called every few words; where it throws, the engine must not be used any more
   */
  async recognise(page: Raster, language: OcrLanguage, dpi: number, onProgress: () => void): Promise<OcrLine[]> {
    const recogniser = await this.#recogniser(language);
    return this.#withData(page.data, (data) => {
      recogniser.SetImage(data, page.width, page.height, 1, page.width);
      recogniser.SetSourceResolution(Math.round(dpi));
      this.watch.onProgress = onProgress;
      recogniser.Recognize(null);
      const { blocks } = JSON.parse(recogniser.GetJSONText(0)) as RecognisedPage;
      recogniser.Clear();
      return (blocks ?? []).flatMap(({ paragraphs }) => (paragraphs ?? []).flatMap(({ lines }) => lines ?? []));
    });
  }

  async #recogniser(language: OcrLanguage): Promise<Tesseract> {
    const known = this.#recognisers.get(language);
    if (known) return known;
    const name = modelName(language);
    this.core.FS.writeFile(`${name}.traineddata`, await readModel(language));
    const recogniser = new this.core.TessBaseAPI();
    const failed = recogniser.Init(null, name, LSTM_ONLY) !== 0;
    this.core.FS.unlink(`${name}.traineddata`);
    if (failed) throw new Error(`The text recognition's data for «${name}» cannot be used: install the packages anew.`);
    recogniser.SetVariable('tessedit_pageseg_mode', AUTOMATIC_PAGE);
    // The pages come as dark text on white already.
    recogniser.SetVariable('tessedit_do_invert', '0');
    this.#recognisers.set(language, recogniser);
    return recogniser;
  }

  #withData<T>(bytes: Uint8Array, use: (pointer: number) => T): T {
    const pointer = this.core._malloc(bytes.length);
    if (pointer === 0) throw new ParseError('too_large');
    new Uint8Array(this.memory.buffer).set(bytes, pointer);
    const result = use(pointer);
    this.core._free(pointer);
    return result;
  }

  #toRaster(picture: Pix): Raster {
    const width = picture.get_w();
    const height = picture.get_h();
    const depth = picture.get_d();
    const words = picture.get_wpl();
    const source = new Uint32Array(this.memory.buffer, picture.get_data(), words * height);
    const data = new Uint8Array(width * height);
    const shade = SHADES[depth];
    if (!shade) throw new ParseError('corrupt_document');
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) data[y * width + x] = shade(source, y * words, x);
    }
    return { width, height, data };
  }
}

/** Bits of a pixel → its shade of grey (luma of ITU-R BT.601 for colours). Of one bit, 1 is black. */
const SHADES: Record<number, (words: Uint32Array, row: number, x: number) => number> = {
  1: (words, row, x) => ((words[row + (x >> 5)]! >>> (31 - (x & 31))) & 1 ? 0 : 255),
  8: (words, row, x) => (words[row + (x >> 2)]! >>> (24 - 8 * (x & 3))) & 255,
  16: (words, row, x) => (words[row + (x >> 1)]! >>> (24 - 16 * (x & 1))) & 255,
  32: (words, row, x) => {
    const word = words[row + x]!;
    return ((word >>> 24) * 77 + ((word >>> 16) & 255) * 150 + ((word >>> 8) & 255) * 29) >> 8;
  },
};

interface RecognisedPage {
  blocks: { paragraphs: { lines: OcrLine[] | null }[] | null }[] | null;
}

/** The engine's memory, with a bound on its growth: an allocation beyond it fails. */
function boundedMemory(instance: WasmInstance): WasmMemory {
  const memory = Object.values(instance.exports).find(
    (value): value is WasmMemory => typeof value === 'object' && value !== null && 'grow' in value && 'buffer' in value,
  );
  if (!memory) throw new Error('The text recognition has no memory: install the packages anew.');
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * PAGE_BYTES > MAX_MEMORY_BYTES) throw new RangeError('too much memory');
    return grow(pages);
  };
  return memory;
}

let current: Promise<OcrEngine> | undefined;

/** Uses this thread's engine; one that broke down or grew too much is replaced for the next document. */
export async function withOcr<T>(use: (engine: OcrEngine) => Promise<T>): Promise<T> {
  current ??= OcrEngine.load();
  try {
    const engine = await current;
    const result = await use(engine);
    if (engine.outgrown) current = undefined;
    return result;
  } catch (error) {
    current = undefined;
    throw error;
  }
}
