import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';

const resolve = createRequire(import.meta.url).resolve;

/** Files of our pages, as their packages name them. */
const FILES = {
  'vitals.js': '@discover/vitals/bundle',
  'performance.js': '@discover/performance-page/script',
  'performance.css': '@discover/performance-page/style',
} as const;
export type AssetName = keyof typeof FILES;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Asset {
  /** Path with the hash of its content: what is there never changes. */
  path: string;
  type: string;
  bytes: Buffer;
}

/** The folder of all of them, so that a policy can allow our own scripts and nothing else of our origin. */
export const ASSET_PATH = '/performance/assets';
const loaded = new Map<AssetName, Asset>();

/** Read once; they do not change while a release runs. */
export function assetOf(name: AssetName): Asset {
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(resolve(FILES[name]));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  const type = extname(name);
  const path = `${ASSET_PATH}/${name.slice(0, -type.length)}-${hash}${type}`;
  const asset = { path, type: TYPES[type]!, bytes };
  loaded.set(name, asset);
  return asset;
}

/** The asset that is asked for by its file name with a hash: any, since pages of another release may still ask for theirs. */
export function findAsset(file: string): { asset: Asset; current: boolean } | undefined {
  const [, stem, type] = /^([a-z]+)-[0-9a-f]{12}(\.\w+)$/.exec(file) ?? [];
  const name = `${stem ?? ''}${type ?? ''}`;
  if (!Object.hasOwn(FILES, name)) return undefined;
  const asset = assetOf(name as AssetName);
  return { asset, current: asset.path === `${ASSET_PATH}/${file}` };
}
