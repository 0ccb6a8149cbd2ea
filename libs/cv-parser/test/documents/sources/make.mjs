// Makes the documents anew: node make.mjs, with soffice and qpdf on the PATH. See ../README.md.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const sources = dirname(fileURLToPath(import.meta.url));
const documents = dirname(sources);
const compiler = NodeCompiler.create({ workspace: documents, fontArgs: [{ fontPaths: ['/usr/share/fonts'] }] });

for (const [source, name] of Object.entries({ 'one-column': 'en-one-column', sidebar: 'de-sidebar', 'left-dates': 'fr-left-dates', embedded: 'en-embedded' })) {
  const bytes = compiler.pdf({ mainFilePath: join(sources, `${source}.typ`) }, { creationTimestamp: 1_772_323_200 });
  writeFileSync(join(documents, `${name}.pdf`), bytes);
}

const folder = mkdtempSync(join(tmpdir(), 'documents-'));
const convert = (file, format) => execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...(file.endsWith('.html') ? ['--infilter=HTML (StarWriter)'] : []), '--convert-to', format, '--outdir', folder, file]);
const keep = (name) => copyFileSync(join(folder, name), join(documents, name));
for (const name of ['it-table', 'es-styles']) {
  convert(join(sources, `${name}.html`), 'docx:MS Word 2007 XML');
  keep(`${name}.docx`);
  for (const format of ['odt', 'rtf']) {
    convert(join(documents, `${name}.docx`), format);
    keep(`${name}.${format}`);
  }
}
for (const format of ['odt', 'rtf', 'docx:MS Word 2007 XML', 'html:HTML (StarWriter)']) {
  convert(join(sources, 'de-letterhead.fodt'), format);
  keep(`de-letterhead.${format.split(':')[0]}`);
}
convert(join(documents, 'it-table.docx'), 'pdf');
copyFileSync(join(folder, 'it-table.pdf'), join(documents, 'it-table.pdf'));
execFileSync('qpdf', [join(documents, 'it-table.pdf'), '--add-attachment', join(documents, 'it-candidate.xml'), '--filename=attachment.xml', '--mimetype=text/xml', '--', join(documents, 'it-europass.pdf')]);
execFileSync('qpdf', ['--encrypt', 'secret', 'owner', '256', '--', join(documents, 'it-table.pdf'), join(documents, 'hostile-encrypted.pdf')]);
rmSync(folder, { recursive: true });
