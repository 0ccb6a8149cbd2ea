import { readFileSync } from 'node:fs';

import { requireTemplate, TEMPLATES_URL } from './templates.js';

/**
 * The first page of a sample resume by this template, as PNG, 640 pixels across. Made by `scripts/previews.mjs`.
 * @throws RenderError `unknown_template`
 */
export function templatePreview(id: string): Uint8Array {
  return readFileSync(new URL(`${requireTemplate(id).id}/preview.png`, TEMPLATES_URL));
}
