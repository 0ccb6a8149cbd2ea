/** Windows character sets (`\fcharset`) → code page. Source: RTF Specification 1.9.1, font table. */
const CHARSETS: Record<number, number> = {
  0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
  178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}; // prettier-ignore
/** Code pages whose name in the Encoding Standard is not `windows-…`. */
const LABELS: Record<number, string> = {
  866: 'ibm866', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 10000: 'macintosh', 10007: 'x-mac-cyrillic',
  20866: 'koi8-r', 28592: 'iso-8859-2', 28605: 'iso-8859-15', 54936: 'gb18030', 65001: 'utf-8',
}; // prettier-ignore
/** `\fcharset` of fonts of symbols, and the code page that stands for them here. */
const SYMBOL_CHARSET = 2;
export const SYMBOLS = -1;

export function codePageOf(charset: number): number | undefined {
  return charset === SYMBOL_CHARSET ? SYMBOLS : CHARSETS[charset];
}

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<number, Decoder>();

/** Bytes, given as characters, in a code page; symbols are put where Word puts them, at U+F000. */
export function decodeBytes(bytes: string, codePage: number): string {
  if (codePage === SYMBOLS)
    return bytes.replace(/[!-\u00ff]/g, (sign) => String.fromCharCode(0xf000 + sign.charCodeAt(0)));
  if (/^[\0-\x7f]*$/.test(bytes)) return bytes;
  let decoder = decoders.get(codePage);
  if (!decoder) decoders.set(codePage, (decoder = newDecoder(codePage)));
  return decoder.decode(Buffer.from(bytes, 'latin1'));
}

function newDecoder(codePage: number): Decoder {
  try {
    return new TextDecoder(LABELS[codePage] ?? `windows-${codePage}`);
  } catch {
    // Code pages of DOS and others that no program of the last decades writes.
    return new TextDecoder('windows-1252');
  }
}
