import type { FieldProblem } from '@discover/cv-model';

import { RenderError } from '../errors.js';

/** The folder of an uploaded template among ours; it is not on disk. */
export const UPLOADED = 'uploaded';

/** What Typst says of a compilation; lines and characters count from 0. */
export interface Diagnostic {
  message: string;
  path: string;
  range: { start: { line: number; character: number } } | null;
  /** 1 error, 2 warning, 4 a step on the way to the error before it. */
  severity: number;
}

/** An error in our own template, but for what it quotes, which may be the document's. */
export function faultOfOurs(diagnostics: readonly Diagnostic[]): RenderError {
  const messages = diagnostics.map(({ message }) => message.replace(/`[^`]*`|"[^"]*"/g, '…'));
  return new RenderError('render_failed', 'Typst could not compile the template.', [], {
    cause: new Error(messages.join('; ')),
  });
}

/**
 * Every error of an uploaded template, each at its line of the source. One that happened within our parts is told at the line
 * that called them.
 */
export function faultsOfUpload(diagnostics: readonly Diagnostic[]): RenderError {
  const problems = diagnostics
    .map((diagnostic, index) => ({ diagnostic, place: placeOf(diagnostics, index) }))
    .filter(({ diagnostic }) => diagnostic.severity === 1)
    .map(({ diagnostic, place }) => problemOf(diagnostic, place));
  const first = problems[0]?.message ?? 'Typst does not say why.';
  return new RenderError('invalid_template', `The template cannot be compiled. ${first}`, problems);
}

type Place = { line: number; column: number } | undefined;

function placeOf(diagnostics: readonly Diagnostic[], index: number): Place {
  const steps = diagnostics.slice(index + 1);
  const next = steps.findIndex(({ severity }) => severity !== 4);
  const candidates = [diagnostics[index]!, ...(next < 0 ? steps : steps.slice(0, next))];
  const found = candidates.find(({ path, range }) => range !== null && path.endsWith(`/${UPLOADED}/template.typ`));
  return found?.range ? { line: found.range.start.line + 1, column: found.range.start.character + 1 } : undefined;
}

function problemOf({ message }: Diagnostic, place: Place): FieldProblem {
  const said = inOurWords(message);
  const where = place === undefined ? '' : `Line ${place.line}, column ${place.column}: `;
  return { pointer: '/source', code: 'invalid_value', message: `${where}${said}`, ...place };
}

/** Typst speaks of a program at a desk; where our files lie is nobody's business. */
function inOurWords(message: string): string {
  if (message.startsWith('failed to download package')) return 'packages cannot be imported';
  if (message === 'unresolved import') return 'the source must define `template(cv, style)`';
  return message.replace(/ \(searched at [^)]*\)/g, '').replace(/, hints: .*--root.*$/, '');
}
