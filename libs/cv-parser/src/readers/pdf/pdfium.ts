import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { PDFiumModule } from '@hyzyla/pdfium';

import { ParseError } from '../../errors.js';

/** Bytes that PDFium may take: a document that wants more is refused instead of filling the machine. */
const MAX_MEMORY_BYTES = 512 * 1024 * 1024;
/** WASM memory never shrinks: an instance that grew beyond this is dropped after the document. */
const RECYCLE_MEMORY_BYTES = 160 * 1024 * 1024;
const SCRATCH_BYTES = 8192;

type NativeFunction = (...values: number[]) => number;

/** The part of the WebAssembly API that is used: TypeScript knows it only from the browser's types. */
interface WasmInstance {
  exports: Record<string, NativeFunction>;
}
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  Instance: new (module: object, imports: Record<string, Record<string, unknown>>) => WasmInstance;
};

/**
 * PDFium as WebAssembly, called without the checking wrappers of its glue code: a page of 3,000 characters needs some
 * 10,000 calls. Pointers and handles are numbers; `scratch` is memory for results that are given back by pointer.
 */
export class Pdfium {
  readonly scratch: number;
  #buffer: ArrayBufferLike;
  #view: DataView;

  private constructor(
    readonly call: Record<string, NativeFunction>,
    private readonly module: { HEAPU8: Uint8Array },
  ) {
    this.scratch = call.malloc!(SCRATCH_BYTES);
    this.#buffer = module.HEAPU8.buffer;
    this.#view = new DataView(this.#buffer);
  }

  static async load(): Promise<Pdfium> {
    const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
    const compiled = await WebAssembly.compile(await readFile(path));
    const instantiateWasm = (
      imports: Record<string, Record<string, unknown>>,
      done: (instance: WasmInstance) => void,
    ) => {
      const environment = imports.env!;
      const grow = environment.emscripten_resize_heap as NativeFunction;
      environment.emscripten_resize_heap = (bytes: number) => (bytes >>> 0 > MAX_MEMORY_BYTES ? 0 : grow(bytes));
      const instance = new WebAssembly.Instance(compiled, imports);
      done(instance);
      return instance.exports;
    };
    const load = PDFiumModule as unknown as (
      options: object,
    ) => Promise<{ wasmExports: Record<string, NativeFunction>; HEAPU8: Uint8Array }>;
    const module = await load({ instantiateWasm });
    const pdfium = new Pdfium(module.wasmExports, module);
    pdfium.call.FPDF_InitLibrary!();
    return pdfium;
  }

  /** The memory as it is now: it moves when it grows, so no view may be kept across a call. */
  get view(): DataView {
    if (this.#buffer !== this.module.HEAPU8.buffer) {
      this.#buffer = this.module.HEAPU8.buffer;
      this.#view = new DataView(this.#buffer);
    }
    return this.#view;
  }

  /** It has all the memory that it may have: what it did then, it did for want of more. */
  get exhausted(): boolean {
    return this.module.HEAPU8.byteLength > MAX_MEMORY_BYTES / 2;
  }

  get outgrown(): boolean {
    return this.module.HEAPU8.byteLength > RECYCLE_MEMORY_BYTES;
  }

  copyIn(bytes: Uint8Array): number {
    const pointer = this.call.malloc!(bytes.length);
    if (pointer !== 0) this.module.HEAPU8.set(bytes, pointer);
    return pointer;
  }

  bytes(pointer: number, length: number): Uint8Array {
    return this.module.HEAPU8.slice(pointer, pointer + length);
  }

  /** A string by one of PDFium's functions that fill a buffer and return the bytes needed, with the closing zero. */
  string(encoding: 'utf-8' | 'utf-16le', fill: (buffer: number, bytes: number) => number): string {
    const length = Math.min(fill(this.scratch, SCRATCH_BYTES), SCRATCH_BYTES);
    const closing = encoding === 'utf-8' ? 1 : 2;
    if (length <= closing) return '';
    return new TextDecoder(encoding).decode(this.bytes(this.scratch, length - closing));
  }
}

let current: Promise<Pdfium> | undefined;

/** Uses this thread's instance of PDFium; one that broke down or grew too much is replaced for the next document. */
export async function withPdfium<T>(use: (pdfium: Pdfium) => T): Promise<T> {
  current ??= Pdfium.load();
  const pdfium = await current;
  try {
    const result = use(pdfium);
    if (pdfium.outgrown) current = undefined;
    return result;
  } catch (error) {
    current = undefined;
    throw isBreakdown(error) ? new ParseError(pdfium.exhausted ? 'timeout' : 'corrupt_document') : error;
  }
}

/** Of the machine that PDFium runs on: it was out of memory or stack, or met what its authors had not thought of. */
function isBreakdown(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || error instanceof RangeError);
}
