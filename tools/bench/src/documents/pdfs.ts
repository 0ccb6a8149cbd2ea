import { templates, type RenderPool } from '@discover/cv-render';

import { resume } from './resumes.js';

/**
 * PDFs for the parser to read, of people 0 … count - 1 in every template. Our own PDFs carry the resume as a file, which
 * the parser would take instead of reading the pages: it gets a name here that nobody looks for.
 */
export async function pdfsToParse(pool: RenderPool, count: number): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const { id: template } = templates[number % templates.length]!;
      const { bytes } = await pool.render({ document: resume(number), template, format: 'pdf' });
      return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('resume.json', 'bench-data!'), 'latin1');
    }),
  );
}
