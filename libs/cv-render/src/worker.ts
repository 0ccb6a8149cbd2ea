import { isMarkedAsUntransferable, parentPort } from 'node:worker_threads';

import { move, transferableSymbol, valueSymbol } from 'piscina';

import { RenderError } from './errors.js';
import { renderCv, warm } from './render.js';
import type { Rendered, RenderRequest } from './request.js';

/** A job of the pool; `id` comes back when its work begins, from when its time is counted. */
export interface Task {
  id: number;
  request: RenderRequest;
}

/** What threads say beside their answers: that they are warm, or which job they begin. */
export type Notice = { kind: 'ready' } | { kind: 'started'; id: number };

/** Errors lose their class on the way between threads, so those that we know travel as values. */
export type Answer =
  { ok: true; rendered: Rendered } | { ok: false; error: Pick<RenderError, 'code' | 'message' | 'problems'> };

const tell = (notice: Notice): void => parentPort?.postMessage(notice);

warm();
tell({ kind: 'ready' });

/** An answer whose bytes change hands instead of being copied, unless they lie among others or in memory that is not V8's. */
function moved(rendered: Rendered): Answer {
  const answer: Answer = { ok: true, rendered };
  const { buffer, byteLength } = rendered.bytes;
  if (buffer.byteLength !== byteLength || isMarkedAsUntransferable(buffer)) return answer;
  // What the pool takes off again: the other side gets the answer.
  const movable = { [transferableSymbol]: buffer, [valueSymbol]: answer };
  return move(movable) as unknown as Answer;
}

/** Entry point of the pool's threads. */
export default async function work({ id, request }: Task): Promise<Answer> {
  tell({ kind: 'started', id });
  try {
    return moved(await renderCv(request));
  } catch (error) {
    const known = error instanceof RenderError ? error : new RenderError('render_failed', 'The renderer failed.');
    return { ok: false, error: { code: known.code, message: known.message, problems: known.problems } };
  }
}
