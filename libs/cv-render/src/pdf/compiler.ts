import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';

import { canonicalJson, type Resume } from '@discover/cv-model';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

import { RenderError } from '../errors.js';
import { fontFiles } from '../fonts/catalog.js';
import type { Photo } from '../photo.js';
import type { Style } from '../style.js';
import { readTemplateFile, TEMPLATE_FOLDERS, TEMPLATES_URL } from '../templates.js';
import type { CvView } from '../view/view.js';
import { declareUniversalAccessibility } from './conformance.js';
import { faultOfOurs, faultsOfUpload, UPLOADED, type Diagnostic } from './diagnostics.js';
import { collectYoungGarbage } from './garbage.js';

/**
 * Every so many renders, results that Typst keeps for its next compilation are dropped unless they were used since the
 * eviction before the last. The store is one for all threads of the process: it is what makes the second render of a
 * template fast, and what would grow without end, as every document leaves some. Measured flat over 2,000 renders.
 */
const CLEAN_EVERY = 8;
const MAX_AGE = 2;

/** A document to typeset. */
export interface Job {
  /** The template's folder, or `UPLOADED`. */
  folder: string;
  view: CvView;
  style: Style;
  resume: Resume;
  photo: Photo | undefined;
}

/** A Typst compiler with our fonts and templates. Not for use by several threads; one per thread stays warm. */
export class CvCompiler {
  private readonly root = fileURLToPath(TEMPLATES_URL);
  private readonly compiler = NodeCompiler.create({ workspace: this.root, fontArgs: [{ fontPaths: fontFiles() }] });
  private renders = 0;

  constructor() {
    const parts = TEMPLATE_FOLDERS.map((folder) => posix.join(folder, '../parts'));
    for (const folder of new Set([...parts, ...TEMPLATE_FOLDERS])) {
      for (const file of readdirSync(new URL(`${folder}/`, TEMPLATES_URL))) {
        if (file.endsWith('.typ'))
          this.compiler.addSource(this.path(`${folder}/${file}`), readTemplateFile(`${folder}/${file}`));
      }
    }
    for (const folder of [...TEMPLATE_FOLDERS, UPLOADED])
      this.compiler.addSource(this.path(mainFile(folder)), mainSource(folder));
  }

  /** The source that is drawn by from now on where the template is `UPLOADED`. */
  upload(source: string): void {
    this.compiler.addSource(this.path(`${UPLOADED}/template.typ`), source);
  }

  /**
   * The document as a tagged PDF that declares PDF/A-3a and PDF/UA-1, with `resume` attached as `resume.json` in
   * canonical form. The document reaches Typst as data files only: nothing in it is ever read as Typst code.
   */
  pdf(job: Job): { bytes: Buffer; pages: number } {
    return this.compile(job, (document) => ({
      bytes: this.export(document),
      pages: document.numOfPages,
    }));
  }

  /** All pages, one below the other, in one picture whose glyphs are shapes: it needs no fonts. */
  svg(job: Job): { svg: string; pages: number } {
    return this.compile(job, (document) => ({
      svg: this.compiler.plainSvg(document),
      pages: document.numOfPages,
    }));
  }

  /** How many pages it takes. What Typst works out here it need not for the same document in the same style again. */
  pages(job: Job): number {
    return this.compile(job, (document) => document.numOfPages);
  }

  private compile<T>(job: Job, use: (document: NodeTypstDocument) => T): T {
    const { folder, view, style, resume, photo } = job;
    const photoPath = view.photo && photo ? this.path(view.photo.file.slice(1)) : undefined;
    if (photoPath !== undefined && photo) this.compiler.mapShadow(photoPath, Buffer.from(photo.bytes));
    this.compiler.mapShadow(
      this.path('cv.json'),
      Buffer.from(JSON.stringify({ cv: view, style: { ...style, rtl: view.direction === 'rtl' } })),
    );
    this.compiler.mapShadow(this.path('resume.json'), Buffer.from(canonicalJson(resume)));
    try {
      const compiled = this.compiler.compile({ mainFilePath: this.path(mainFile(folder)) });
      const document = compiled.result;
      // Its frame was sound but its pixels were not: a CV without its photo is better than none.
      if (!document && view.photo) return this.compile({ ...job, view: withoutPhoto(view) }, use);
      if (!document) throw this.failure(folder, compiled.takeDiagnostics());
      return use(document);
    } catch (error) {
      throw error instanceof RenderError
        ? error
        : new RenderError('render_failed', 'Typst could not make the document.');
    } finally {
      if (photoPath !== undefined) this.compiler.unmapShadow(photoPath);
      if (++this.renders % CLEAN_EVERY === 0) this.clean();
    }
  }

  /**
   * PDF/A forbids glyphs that are missing. Texts hold covered characters only, but some sequences of them exist in no
   * font; such a document is still tagged and complete, and just does not declare the standards.
   */
  private export(document: NodeTypstDocument): Buffer {
    let bytes: Buffer;
    try {
      bytes = this.compiler.pdf(document, { pdfStandard: 'a-3a' });
    } catch {
      return this.compiler.pdf(document, { pdfStandard: '1.7' });
    }
    return declareUniversalAccessibility(bytes);
  }

  private clean(): void {
    this.compiler.evictCache(MAX_AGE);
    collectYoungGarbage();
  }

  private path(name: string): string {
    return `${this.root}${name}`;
  }

  private failure(folder: string, error: NodeError | null): RenderError {
    const diagnostics = (error ? this.compiler.fetchDiagnostics(error) : []) as Diagnostic[];
    return folder === UPLOADED ? faultsOfUpload(diagnostics) : faultOfOurs(diagnostics);
  }
}

function withoutPhoto({ photo: _, ...view }: CvView): CvView {
  return view;
}

function mainFile(folder: string): string {
  return `${folder.replaceAll('/', '-')}.typ`;
}

/** The entry file of a template: constant, so that only the data differs between renders. */
function mainSource(folder: string): string {
  return `#import "/${folder}/template.typ": template\n#let data = json("/cv.json")\n#template(data.cv, data.style)\n`;
}
