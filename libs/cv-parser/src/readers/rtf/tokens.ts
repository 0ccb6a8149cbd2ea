/** One piece of an RTF file: the edge of a group, a control word, a byte in the code page, or plain characters. */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; name: string; value: number | undefined }
  /** A backslash before a sign: `\~`, `\-`, `\*` … */
  | { kind: 'sign'; sign: string }
  | { kind: 'byte'; byte: number }
  | { kind: 'text'; text: string };

const TOKEN = /([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([^\\{}\r\n]+)|[\r\n]+|[^]/giy;

/** Cuts RTF, given as one character for each byte, into tokens; binary data are jumped over. */
export function* tokenize(rtf: string): Generator<RtfToken> {
  const pattern = new RegExp(TOKEN);
  for (let found = pattern.exec(rtf); found; found = pattern.exec(rtf)) {
    const [, brace, name, value, byte, sign, text] = found;
    if (text !== undefined) yield { kind: 'text', text };
    else if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' };
    else if (byte !== undefined) yield { kind: 'byte', byte: parseInt(byte, 16) };
    else if (sign !== undefined) yield { kind: 'sign', sign };
    else if (name === 'bin') pattern.lastIndex += Math.max(0, Number(value ?? 0));
    else if (name !== undefined) yield { kind: 'word', name, value: value === undefined ? undefined : Number(value) };
  }
}
