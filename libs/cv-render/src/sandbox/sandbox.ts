import { createRequire } from 'node:module';

import { RenderError } from '../errors.js';
import type { Rendered, RenderRequest } from '../request.js';
import type { Answer } from '../worker.js';
import { ProcessPool, type ProcessPoolOptions } from './process-pool.js';

export type SandboxOptions = ProcessPoolOptions;

/**
 * Typst would fetch packages; it honours these, and nothing listens there. The process gets no other variable, so it holds
 * no secret either.
 */
const NOWHERE = 'http://127.0.0.1:1';
const ENVIRONMENT = { HTTPS_PROXY: NOWHERE, HTTP_PROXY: NOWHERE, ALL_PROXY: NOWHERE, HOME: '/nonexistent' };

/**
 * Renders uploaded templates. Typst gives a template no way to files outside its root, programs or the clock; what is left
 * to bound is time, memory and the network.
 */
export class Sandbox {
  private readonly pool: ProcessPool<RenderRequest, Answer>;

  constructor(options: SandboxOptions) {
    const { timeoutMs, memoryMb } = options;
    const path = createRequire(import.meta.url).resolve('@discover/cv-render/sandbox');
    this.pool = new ProcessPool({ path, env: ENVIRONMENT }, options, {
      timeout: () => new RenderError('timeout', `The render took more than ${timeoutMs} ms.`),
      memory: () => new RenderError('invalid_template', `The template needs more than ${memoryMb} MiB of memory.`),
      crash: () => new RenderError('invalid_template', 'The template made the typesetter crash.'),
    });
  }

  /**
   * @throws RenderError `invalid_template` where the template is at fault, memory included; `timeout`
   */
  async render(request: RenderRequest, signal?: AbortSignal): Promise<Rendered> {
    const answer = await this.pool.run(request, signal);
    if (!answer.ok) throw new RenderError(answer.error.code, answer.error.message, answer.error.problems);
    return answer.rendered;
  }

  /** Ends the processes, also those that are at work. */
  async close(): Promise<void> {
    await this.pool.close();
  }
}
