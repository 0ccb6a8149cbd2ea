import { parentPort } from 'node:worker_threads';

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

/** Entry point of the pool's threads. */
export default async function work({ id, request }: Task): Promise<Answer> {
  tell({ kind: 'started', id });
  try {
    return { ok: true, rendered: await renderCv(request) };
  } catch (error) {
    const known = error instanceof RenderError ? error : new RenderError('render_failed', 'The renderer failed.');
    return { ok: false, error: { code: known.code, message: known.message, problems: known.problems } };
  }
}
