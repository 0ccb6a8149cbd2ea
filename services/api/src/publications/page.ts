import type { Resume } from '@discover/cv-model';

import { ASSET_PATH, assetOf } from '../performance/assets.js';
import { VITALS_PATH } from '../vitals/pages.js';
import { profilePage, scriptJson, type PageFacts } from './json-ld.js';

/**
 * Nothing is loaded and nothing is run, whatever a document holds, but a script of ours that tells how fast the page
 * was. JSON-LD is data and no script to a browser.
 *
 * @param origin of the platform: sources of a policy that name a file need it
 */
export function pagePolicy(origin: string): string {
  const sources = `script-src ${origin}${ASSET_PATH}/; connect-src ${origin}${VITALS_PATH}`;
  return `default-src 'none'; ${sources}; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

const HEAD_END = '</head>';
const DESCRIPTION_LENGTH = 200;

/** The renderer's page of a CV, with what search engines and previews of links want to know of it. */
export function profileHtml(rendered: string, resume: Resume, facts: PageFacts & { indexed: boolean }): string {
  const end = rendered.indexOf(HEAD_END);
  const name = resume.basics?.name ?? 'CV';
  const title = [name, resume.basics?.label].filter(Boolean).join(' – ');
  const description = shortened(resume.basics?.summary ?? resume.basics?.label ?? '');
  const head = [
    `<link rel="canonical" href="${escape(facts.url)}">`,
    facts.indexed ? '' : '<meta name="robots" content="noindex">',
    property('og:type', 'profile'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', facts.url),
    property('og:image', facts.image),
    property('og:image:type', 'image/png'),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', title),
    '<meta name="twitter:card" content="summary_large_image">',
    `<script type="application/ld+json">${scriptJson(profilePage(resume, facts))}</script>`,
    `<script defer src="${assetOf('vitals.js').path}" data-endpoint="${VITALS_PATH}" data-page="/u/:slug"></script>`,
  ];
  return `${rendered.slice(0, end)}${head.filter(Boolean).join('\n')}\n${rendered.slice(end)}`;
}

/** What is shown in place of a page that is not there. */
export const NO_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>No such profile</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 20vh auto; max-width: 32rem; padding: 0 1rem; }</style>
</head>
<body>
<main>
<h1>No such profile</h1>
<p>There is no profile at this address, or its owner keeps it to themselves. Check the address.</p>
</main>
</body>
</html>
`;

function property(name: string, content: string): string {
  return content === '' ? '' : `<meta property="${name}" content="${escape(content)}">`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= DESCRIPTION_LENGTH ? line : `${line.slice(0, DESCRIPTION_LENGTH - 1).trimEnd()}…`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
