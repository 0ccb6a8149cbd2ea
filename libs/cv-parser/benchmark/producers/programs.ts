import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { fontFiles } from './fonts.js';

/** Programs of the system that make a part of the corpus; without one, its documents are left out, and said so. */
export const PROGRAMS = {
  soffice: {
    name: 'LibreOffice',
    package: 'libreoffice-writer',
    places: ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'],
  },
  chromium: {
    name: 'Chromium',
    package: 'chromium',
    places: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  },
  pdftoppm: { name: 'pdftoppm', package: 'poppler-utils', places: ['/usr/bin/pdftoppm', '/usr/local/bin/pdftoppm'] },
} as const;
export type Program = keyof typeof PROGRAMS;

export const findProgram = (program: Program): string | undefined =>
  PROGRAMS[program].places.find((path) => existsSync(path));

/** Runs a program to its end. @throws if it fails or takes longer than five minutes */
export async function run(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(path, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: '/usr/bin:/bin', ...env },
      timeout: 300_000,
    });
    let complaint = '';
    child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path} ended with ${String(code)}: ${complaint.slice(-400)}`)),
    );
  });
}

/** Turns documents into another format, many at once, with a profile and fonts of the corpus's own. */
export async function convert(
  files: readonly string[],
  to: 'pdf' | 'odt' | 'rtf',
  outFolder: string,
  workFolder: string,
): Promise<void> {
  if (files.length === 0) return;
  const fonts = join(workFolder, 'fonts.conf');
  await mkdir(workFolder, { recursive: true });
  await writeFile(fonts, fontConfiguration(join(workFolder, 'font-cache')));
  await run(
    findProgram('soffice')!,
    [
      `-env:UserInstallation=file://${join(workFolder, 'profile')}`,
      '--headless',
      '--norestore',
      '--convert-to',
      to,
      '--outdir',
      outFolder,
      ...files,
    ],
    { FONTCONFIG_FILE: fonts, HOME: workFolder },
  );
}

/** The fonts of the corpus and the system's own, so that documents look the same on each machine that has both. */
function fontConfiguration(cache: string): string {
  const folders = [...new Set(fontFiles().map(({ path }) => dirname(path))), '/usr/share/fonts'];
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((folder) => `<dir>${folder}</dir>`).join('')}<cachedir>${cache}</cachedir></fontconfig>`;
}
