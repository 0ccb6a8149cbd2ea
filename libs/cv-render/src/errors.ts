import type { FieldProblem } from '@discover/cv-model';

/** Why a render was refused or failed; stable, for programs to branch on. */
export type RenderErrorCode =
  | 'unknown_template'
  | 'invalid_template'
  | 'unsupported_format'
  | 'invalid_options'
  | 'cannot_fit'
  | 'timeout'
  | 'render_failed';

/**
 * A render that did not happen. The message never quotes the document, so it may be logged; `problems` names every
 * option that was refused by JSON pointer (with `invalid_options`
 * and `cannot_fit`), or each error of an uploaded template by its line (`invalid_template`).
 */
export class RenderError extends Error {
  override readonly name = 'RenderError';

  constructor(
    readonly code: RenderErrorCode,
    message: string,
    readonly problems: readonly FieldProblem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
