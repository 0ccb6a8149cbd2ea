import { apiUrl, type StackSettings } from './settings.js';
import type { Demo } from './demo.js';

/** What to do now, with lines to copy. */
export function summary(settings: StackSettings, demo: Demo): string {
  const api = apiUrl(settings);
  return `
  API            ${api}/api/v1
  Documentation  ${api}/docs
  First PDF      ${demo.pdf}
  Demo login     ${demo.email}  ${demo.password}
  Operators      ${api}/performance (for administrators: docs/operations.md)
  Logs           ${settings.dataFolder}/logs

  With a CV of your own, in another terminal:

    TOKEN=$(curl -sS ${api}/api/v1/auth/login -H 'content-type: application/json' \\
      -d '{"email":"${demo.email}","password":"${demo.password}"}' | sed -E 's/.*"accessToken":"([^"]+)".*/\\1/')
    CV=$(curl -sS ${api}/api/v1/cvs/import -H "Authorization: Bearer $TOKEN" -H 'Prefer: wait=20' \\
      -F file=@my-cv.pdf | sed -E 's/.*"cvId":"([^"]+)".*/\\1/')
    curl -sS -o my-new-cv.pdf -H "Authorization: Bearer $TOKEN" "${api}/api/v1/cvs/$CV/render.pdf?template=modern"

  An account of your own: the first line with /auth/register and a "name" beside "email" and "password".
  Ctrl-C stops everything.
`;
}
