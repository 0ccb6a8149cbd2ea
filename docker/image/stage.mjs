// The steps of docker/Dockerfile that are more than a command of npm. Plain JavaScript: it runs before anything is built.
//   stage.mjs manifests <repository> <out>       what npm reads
//   stage.mjs service <name> <repository> <out>  what one service runs: <out>/node_modules and <out>/workspaces
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDERS = ['libs', 'services', 'tools'];
/** Of the build: which files of fonts are used. */
const CATALOG = 'libs/cv-render/dist/fonts/catalog.js';
/** Packages that are fonts in many weights, of which templates use few. */
const FONTS = ['@embedpdf', '@expo-google-fonts', '@fontsource'];

const [step, ...args] = process.argv.slice(2);
if (step === 'manifests') manifests(...args);
else if (step === 'service') await service(...args);
else throw new Error(`There is no step «${step}».`);

function manifests(repository, out) {
  const workspaces = FOLDERS.flatMap((folder) =>
    readdirSync(join(repository, folder)).map((name) => join(folder, name, 'package.json')),
  );
  for (const file of ['package.json', 'package-lock.json', '.npmrc', ...workspaces]) {
    if (!existsSync(join(repository, file))) continue;
    mkdirSync(dirname(join(out, file)), { recursive: true });
    copyFileSync(join(repository, file), join(out, file));
  }
}

async function service(name, repository, out) {
  const root = realpathSync(repository);
  const fonts = await usedFonts(root);
  const folders = closure(root, join(root, 'services', name));
  const isWorkspace = (folder) => !folder.includes(`${sep}node_modules${sep}`);
  for (const folder of folders) {
    const parts = isWorkspace(folder) ? ['package.json', 'dist'] : [''];
    for (const part of parts) copy(join(folder, part), join(out, targetOf(relative(root, folder)), part), fonts);
  }
  mkdirSync(join(out, 'node_modules/@discover'), { recursive: true });
  for (const folder of folders.filter(isWorkspace)) {
    symlinkSync(join('../..', relative(root, folder)), join(out, 'node_modules/@discover', basename(folder)));
  }
  for (const file of ['health.mjs', 'early-stop.mjs'])
    copyFileSync(join(root, 'docker/image', file), join(out, 'workspaces', file));
  await checkFonts(root, out);
}

/** What stands at the root of the image is copied in two layers: what others wrote changes more seldom than what we wrote. */
function targetOf(path) {
  return path.startsWith('node_modules') ? path : join('workspaces', path);
}

/** The folders of everything that is loaded from `start` on, as Node itself finds it. */
function closure(root, start) {
  const found = new Set([start]);
  for (const folder of found) {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
    const peers = Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta[peer]?.optional);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }).concat(peers)) {
      const target = find(root, folder, name);
      if (target !== undefined) found.add(target);
      else if (name in dependencies && !(name in optionalDependencies))
        throw new Error(`${name}, which ${folder} needs, is not installed.`);
    }
  }
  return [...found].sort();
}

function find(root, from, name) {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
  }
  return undefined;
}

/** Without packages inside, which are copied by themselves, and without what no program loads. */
function copy(from, to, fonts) {
  cpSync(from, to, { recursive: true, filter: (path) => path === from || !isUseless(path, fonts) });
}

/** Types, source maps of others, prose (never a licence), builds for browsers, weights of fonts that no template uses. */
function isUseless(path, fonts) {
  const name = basename(path);
  if (name === 'node_modules' || path.endsWith(join('node_modules', 'typeorm', 'browser'))) return true;
  if (/licen[cs]e|notice|copying/i.test(name)) return false;
  if (/\.(ttf|otf|woff2?)$/.test(name)) return FONTS.some((scope) => path.includes(`/${scope}/`)) && !fonts.has(path);
  const isMap = name.endsWith('.map') && path.includes('/node_modules/');
  return isMap || /\.(d\.[cm]?ts|md|markdown|tsbuildinfo)$/i.test(name);
}

async function usedFonts(root) {
  const { fontFiles, webFontFile, WEB_FONTS } = await import(pathToFileURL(join(root, CATALOG)));
  const web = Object.values(WEB_FONTS.families).flatMap((id) =>
    WEB_FONTS.styles.flatMap((style) => WEB_FONTS.subsets.map((subset) => webFontFile(id, subset, style))),
  );
  return new Set([...fontFiles(), ...web]);
}

/** The hash over all fonts is a part of what renders are known by: were one missing, the image would make others. */
async function checkFonts(root, out) {
  if (!existsSync(join(out, 'workspaces', CATALOG))) return;
  const hashOf = async (folder) => (await import(pathToFileURL(join(folder, CATALOG)))).fontsHash();
  if ((await hashOf(root)) !== (await hashOf(join(out, 'workspaces'))))
    throw new Error('A font that renders need is missing.');
}
