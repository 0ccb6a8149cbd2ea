import { RenderError } from '../errors.js';
import { renderCv } from '../render.js';
import type { RenderRequest } from '../request.js';
import type { Answer } from '../worker.js';

/**
 * Entry point of a process that renders uploaded templates, one request at a time. It knows no secrets, may read no file but
 * the templates' folder (Typst's own root), and reaches no network (see `sandbox.ts`); whoever started it ends it.
 */
process.on('message', (request: RenderRequest) => {
  void answer(request).then((result) => process.send!(result));
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());

async function answer(request: RenderRequest): Promise<Answer> {
  try {
    return { ok: true, rendered: await renderCv(request) };
  } catch (error) {
    const known = error instanceof RenderError ? error : new RenderError('render_failed', 'The renderer failed.');
    return { ok: false, error: { code: known.code, message: known.message, problems: known.problems } };
  }
}
