import { Marked } from 'marked';

import { ParseError } from '../errors.js';
import type { Deadline, Limits } from '../limits.js';
import { ParagraphBuilder, PLAIN_LOOK, type Block, type Flow, type FlowContent } from './flow/blocks.js';
import { readHtmlText } from './html/reader.js';
import { decodeText } from './text.js';
import { tooDeep } from './xml.js';

/** GitHub's Markdown; a line's end is one in the text as well, since CVs are written so: «Employer⏎Position⏎Dates». */
const marked = new Marked({ gfm: true, breaks: true, async: false });

/** Signs of quotes and lists at a line's beginning, more than any text nests. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){60}/m;
/** More letters without a space than any text has: the lexer's time grows with their square. */
const UNBROKEN = /\S{20000}/;
const FRONT_MATTER = /^---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Reads Markdown by way of the HTML that it stands for, as both mix in one text anyway. */
export function readMarkdown(bytes: Uint8Array, limits: Limits, deadline: Deadline): FlowContent {
  const text = decodeText(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  if (text.length > limits.maxCharacters)
    throw new ParseError('too_large', 'The document has far more text than a CV. Send only the CV itself.');
  const [whole = '', settings = ''] = FRONT_MATTER.exec(text) ?? [];
  const page = readHtmlText(toHtml(text.slice(whole.length)), limits, deadline);
  return { ...page, flows: [...frontMatter(settings), ...page.flows] };
}

function toHtml(text: string): string {
  const markdown = text.replace(/\(data:[^)\s]*\)/g, '()').replace(/[ \t]{50,}/g, ' ');
  if (TOO_DEEP.test(markdown) || UNBROKEN.test(markdown)) throw tooDeep();
  try {
    return marked.parse(markdown, { async: false });
  } catch (error) {
    throw new ParseError('corrupt_document', undefined, { cause: error });
  }
}

/** Fields of front matter that templates print at the head of a CV. */
const PRINTED =
  /^(?:e-?mail|phone|tel|telephone|mobile|address|location|city|website|url|homepage|web|github|gitlab|linkedin|twitter|birthday|nationality)$/i;
const NAME = /^(?:name|author|full_?name)$/i;
const LABEL = /^(?:title|subtitle|position|job_?title|tagline|headline|role)$/i;

/** YAML before the text: who it is and how to reach them is content, settings of the page are not. */
function frontMatter(yaml: string): Flow[] {
  const fields = [...yaml.matchAll(/^([\w-]+):[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*?))[ \t]*$/gm)].map(
    ([line, key = '', double, single, plain]) => ({ line, key, value: double ?? single ?? plain ?? '' }),
  );
  const isContent = ({ key, value }: { key: string; value: string }) =>
    value !== '' && (NAME.test(key) || LABEL.test(key) || PRINTED.test(key));
  const content = fields.filter(isContent);
  const order = (key: string) => (NAME.test(key) ? 0 : LABEL.test(key) ? 1 : 2);
  content.sort((a, b) => order(a.key) - order(b.key));
  const blocks = content.map(({ key, value }) =>
    paragraph(PRINTED.test(key) ? `${key}: ${value}` : value, NAME.test(key)),
  );
  const settings = fields.filter((field) => !isContent(field)).map(({ line }) => paragraph(line, false));
  return [
    { blocks, furniture: false },
    { blocks: settings, furniture: true },
  ];
}

function paragraph(text: string, isName: boolean): Block {
  const builder = new ParagraphBuilder();
  builder.text(text, { ...PLAIN_LOOK, size: isName ? 24 : 12, bold: isName });
  return builder.take({});
}
