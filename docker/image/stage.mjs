// The steps of docker/Dockerfile that are more than a command of npm. Plain JavaScript: it runs before anything is built.
//   stage.mjs manifests <repository> <out>            what npm reads
//   stage.mjs service <name> <repository> <installed>  `<installed>/workspaces`: what runs; `<installed>/node_modules` pruned
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDERS = ['libs', 'services', 'tools'];
const FONT_SCOPES = ['@embedpdf', '@expo-google-fonts', '@fontsource'];

const [step, ...args] = process.argv.slice(2);
if (step === 'manifests') manifests(...args);
else if (step === 'service') await service(...args);
else throw new Error(`There is no step «${step}».`);

function manifests(repository, out) {
  for (const file of ['package.json', 'package-lock.json', '.npmrc', ...workspaces(repository)].map(String)) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    copyFileSync(join(repository, file), join(out, file));
  }
}

/** Paths of the workspaces' manifests, from the repository's root. */
function workspaces(repository) {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(repository, folder))
      .map((name) => join(folder, name, 'package.json'))
      .filter((file) => existsSync(join(repository, file))),
  );
}

async function service(name, repository, installed) {
  const out = join(installed, 'workspaces');
  for (const folder of closure(repository, name)) {
    for (const part of ['package.json', 'dist']) {
      cpSync(join(repository, folder, part), join(out, folder, part), { recursive: true });
    }
    // Versions that npm could not lift to the root.
    const own = join(installed, folder, 'node_modules');
    if (existsSync(own)) cpSync(own, join(out, folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  }
  copyFileSync(join(repository, 'docker/image/health.mjs'), join(out, 'health.mjs'));
  for (const folder of closure(repository, name)) prune(join(out, folder, 'node_modules'));
  prune(join(installed, 'node_modules'));
  linkOnly(join(installed, 'node_modules/@discover'), closure(repository, name));
  await pruneFonts(out, join(installed, 'node_modules'));
}

/** Folders of the service and of the workspaces that it needs at run time, from the repository's root. */
function closure(repository, name) {
  const folders = new Map(
    workspaces(repository).map((file) => [readManifest(repository, dirname(file)).name, dirname(file)]),
  );
  const found = new Set([`services/${name}`]);
  for (const folder of found) {
    for (const dependency of Object.keys(readManifest(repository, folder).dependencies ?? {})) {
      if (folders.has(dependency)) found.add(folders.get(dependency));
    }
  }
  return [...found].sort();
}

function readManifest(repository, folder) {
  return JSON.parse(readFileSync(join(repository, folder, 'package.json'), 'utf8'));
}

/** npm links every workspace, also those whose dependencies it was told to leave out. */
function linkOnly(scope, folders) {
  rmSync(scope, { recursive: true, force: true });
  mkdirSync(scope, { recursive: true });
  for (const folder of folders) {
    symlinkSync(relative(scope, join(scope, '../..', folder)), join(scope, basename(folder)));
  }
}

/** Takes away what no program loads: types, source maps, prose (never a licence), builds for browsers. */
function prune(nodeModules) {
  if (!existsSync(nodeModules)) return;
  for (const entry of readdirSync(nodeModules, { recursive: true, withFileTypes: true })) {
    const useless = entry.isFile()
      ? /\.(d\.[cm]?ts|map|md|markdown|tsbuildinfo)$/i.test(entry.name) &&
        !/licen[cs]e|notice|copying/i.test(entry.name)
      : entry.isDirectory() && entry.name === 'browser' && basename(entry.parentPath) === 'typeorm';
    if (useless) rmSync(join(entry.parentPath, entry.name), { recursive: true, force: true });
  }
}

/** Of the packages of fonts only the weights that templates use. That the hash over those stays says that none is missing. */
async function pruneFonts(out, nodeModules) {
  const catalog = join(out, 'libs/cv-render/dist/fonts/catalog.js');
  if (!existsSync(catalog)) return;
  const load = async (run) => import(`${pathToFileURL(catalog)}?${run}`);
  const { fontFiles, fontsHash, webFontFile, WEB_FONTS } = await load('before');
  const before = fontsHash();
  const used = new Set(fontFiles());
  for (const id of Object.values(WEB_FONTS.families)) {
    for (const style of WEB_FONTS.styles) {
      for (const subset of WEB_FONTS.subsets) used.add(webFontFile(id, subset, style));
    }
  }
  for (const scope of FONT_SCOPES.map((name) => join(nodeModules, name))) {
    for (const file of readdirSync(scope, { recursive: true }).map((path) => join(scope, path))) {
      if (/\.(ttf|otf|woff2?)$/.test(file) && !used.has(file)) rmSync(file);
    }
  }
  if ((await load('after')).fontsHash() !== before)
    throw new Error('A font that renders are made with was taken away.');
}
