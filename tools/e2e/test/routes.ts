import type { Actor, Client, JobAnswer, Rule, Verdict } from '../src/index.js';
import { GIF, portrait } from './documents.js';
import { SHARING_ROUTES } from './routes-sharing.js';

/** What a call can be about. */
export interface Things {
  owner: Client;
  /** A CV of the owner's, with two versions, shared with viewer, commenter and editor. */
  cvId: string;
  url: string;
  /** Differs in every call. */
  unique: string;
  pdf: Buffer;
}

/** A request that works for whoever is allowed to make it. */
export interface Call {
  params?: Record<string, string>;
  /** With its `?`. */
  query?: string;
  json?: unknown;
  file?: { bytes: Uint8Array; name: string };
  headers?: Record<string, string>;
}

export interface Route {
  rule: Rule;
  call: (things: Things) => Call | Promise<Call>;
  /** What an answer looks like to those who are let in, where it is no success. */
  letInAs?: Verdict;
  /** The call ends its caller's session. */
  endsSession?: boolean;
  /** Who is refused beside what the rule says. */
  deniedTo?: readonly Actor[];
}

const DOCUMENT = { basics: { name: 'Ada' } };

const cv = ({ cvId }: Things): Call => ({ params: { id: cvId } });
const nothing = (): Call => ({});

async function anImport({ owner, pdf }: Things): Promise<string> {
  const { body } = await owner.call<{ job: JobAnswer }>('/cvs/import', {
    method: 'POST',
    file: { bytes: pdf, name: 'cv.pdf' },
  });
  return body.job.id;
}

async function aRender({ owner, cvId }: Things): Promise<string> {
  const answer = await owner.call(`/cvs/${cvId}/render.pdf`);
  return `${answer.headers.get('etag')!.replaceAll('"', '')}.pdf`;
}

const TEMPLATE = { name: 'Mine', base: 'classic', source: '#let template(cv, style) = [#cv.name]' };

async function aTemplate({ owner }: Things): Promise<string> {
  // An account has only so many: those of the cells before make room.
  const { body: present } = await owner.call<{ items: { id: string }[] }>('/custom-templates');
  for (const { id } of present.items) await owner.call(`/custom-templates/${id}`, { method: 'DELETE' });
  const { body } = await owner.call<{ id: string }>('/custom-templates', { method: 'POST', json: TEMPLATE });
  return body.id;
}

/** A webhook of the owner's, to an address where nobody listens. */
async function aWebhook({ owner }: Things): Promise<string> {
  // An account has only so many: those of the cells before make room.
  const { body: present } = await owner.call<{ items: { id: string }[] }>('/webhooks');
  for (const { id } of present.items) await owner.call(`/webhooks/${id}`, { method: 'DELETE' });
  const { body } = await owner.call<{ id: string }>('/webhooks', { method: 'POST', json: WEBHOOK });
  return body.id;
}

async function aTranslation({ owner, cvId }: Things): Promise<Record<string, string>> {
  await owner.call(`/cvs/${cvId}/translations/fr`, { method: 'PUT', json: TRANSLATION });
  return { id: cvId, language: 'fr' };
}

async function aPhoto({ owner, cvId }: Things): Promise<Record<string, string>> {
  await owner.call(`/cvs/${cvId}/photo`, { method: 'PUT', file: { bytes: await portrait(), name: 'me.png' } });
  return { id: cvId };
}

async function aDeletedCv({ owner, cvId }: Things): Promise<Record<string, string>> {
  await owner.call(`/cvs/${cvId}`, { method: 'DELETE' });
  return { id: cvId };
}

async function aBatch({ owner, pdf }: Things): Promise<string> {
  const { body } = await owner.call<{ job: JobAnswer }>('/imports', {
    method: 'POST',
    file: { bytes: pdf, name: 'cv.pdf' },
  });
  return body.job.id;
}

let theExport: Promise<string> | undefined;
/** Made once: it may be read as often as one likes. */
function anExport({ owner }: Things): Promise<string> {
  theExport ??= (async () => {
    const { body } = await owner.call<{ job: JobAnswer }>('/me/export', { method: 'POST' });
    await (await owner.fetch(`/jobs/${body.job.id}/events`)).text();
    return body.job.id;
  })();
  return theExport;
}

const WEBHOOK = { url: 'http://127.0.0.1:9/nobody', events: ['cv.updated'] };
const TRANSLATION = { values: { '/basics/label': 'Ingénieure' } };
const version = ({ cvId }: Things): Call => ({ params: { id: cvId, version: '1' } });
const MINE = (access: Rule['access']): Rule => ({ access, needs: 'mine' });

/** Every route of the API, by method and path below `/api/v1`: who may call it, and how to call it right. */
export const ROUTES: Record<string, Route> = {
  // --- accounts
  'POST /auth/register': {
    rule: { access: 'public' },
    call: ({ unique }) => ({
      json: { email: `${unique}@example.org`, password: 'correct horse battery', name: 'New' },
    }),
  },
  'POST /auth/login': {
    rule: { access: 'public' },
    call: ({ unique }) => ({ json: { email: `${unique}@example.org`, password: 'wrong password' } }),
  },
  'POST /auth/refresh': { rule: { access: 'public' }, call: () => ({ json: { refreshToken: 'none' } }) },
  'POST /auth/logout': { rule: { access: 'session' }, call: nothing, endsSession: true },
  'GET /me': { rule: { access: 'account' }, call: nothing },
  'PATCH /me': { rule: { access: 'session' }, call: () => ({ json: { name: 'Changed' } }) },
  'DELETE /me': { rule: { access: 'session' }, call: () => ({ json: { password: 'not the password' } }) },
  'PUT /me/password': {
    rule: { access: 'session' },
    call: () => ({ json: { currentPassword: 'not the password', newPassword: 'a long enough one' } }),
  },
  'POST /me/export': { rule: { access: 'session' }, call: nothing },
  'GET /exports/{id}': { rule: MINE('session'), call: async (things) => ({ params: { id: await anExport(things) } }) },
  'POST /api-keys': { rule: { access: 'session' }, call: () => ({ json: { name: 'k', scopes: ['parse'] } }) },
  'GET /api-keys': { rule: { access: 'session' }, call: nothing },
  'DELETE /api-keys/{id}': { rule: MINE('session'), call: async (things) => ({ params: { id: await aKey(things) } }) },

  // --- CVs
  'POST /cvs': { rule: { access: 'cv:write' }, call: () => ({ json: { title: 'New', document: DOCUMENT } }) },
  'GET /cvs': { rule: { access: 'cv:read' }, call: nothing },
  'PATCH /cvs': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: ({ cvId }) => ({ json: { updates: [{ id: cvId, changes: { title: 'Changed' } }] } }),
  },
  'GET /cvs/{id}': { rule: { access: 'cv:read', needs: 'view' }, call: cv },
  'PUT /cvs/{id}': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: (things) => ({ ...cv(things), json: { document: DOCUMENT } }),
  },
  'PATCH /cvs/{id}': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: (things) => ({ ...cv(things), json: { title: 'Changed' } }),
  },
  'DELETE /cvs/{id}': { rule: { access: 'cv:write', needs: 'own' }, call: cv },
  'POST /cvs/{id}/restore': { rule: MINE('cv:write'), call: async (things) => ({ params: await aDeletedCv(things) }) },
  'GET /cvs/{id}/reading': { rule: { access: 'cv:read', needs: 'view' }, call: cv, letInAs: 'not_found' },
  'PUT /cvs/{id}/photo': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: async (things) => ({ ...cv(things), file: { bytes: await portrait(), name: 'me.png' } }),
  },
  'GET /cvs/{id}/photo': {
    rule: { access: 'cv:read', needs: 'view' },
    call: async (things) => ({ params: await aPhoto(things) }),
  },
  'DELETE /cvs/{id}/photo': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: async (things) => ({ params: await aPhoto(things) }),
  },
  'GET /cvs/{id}/versions': { rule: { access: 'cv:read', needs: 'edit' }, call: cv },
  'GET /cvs/{id}/versions/{version}': { rule: { access: 'cv:read', needs: 'edit' }, call: version },
  'GET /cvs/{id}/versions/{from}/diff/{to}': {
    rule: { access: 'cv:read', needs: 'edit' },
    call: ({ cvId }) => ({ params: { id: cvId, from: '1', to: '2' } }),
  },
  'POST /cvs/{id}/versions/{version}/restore': { rule: { access: 'cv:write', needs: 'edit' }, call: version },
  'GET /cvs/{id}/translations': { rule: { access: 'cv:read', needs: 'view' }, call: cv },
  'GET /cvs/{id}/translations/{language}': {
    rule: { access: 'cv:read', needs: 'view' },
    call: async (things) => ({ params: await aTranslation(things) }),
  },
  'PUT /cvs/{id}/translations/{language}': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: ({ cvId }) => ({ params: { id: cvId, language: 'fr' }, json: TRANSLATION }),
  },
  'PATCH /cvs/{id}/translations/{language}': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: async (things) => ({ params: await aTranslation(things), json: TRANSLATION }),
  },
  'DELETE /cvs/{id}/translations/{language}': {
    rule: { access: 'cv:write', needs: 'edit' },
    call: async (things) => ({ params: await aTranslation(things) }),
  },

  ...SHARING_ROUTES,

  // --- documents in and out
  'POST /cvs/import': { rule: { access: 'cv:write' }, call: ({ pdf }) => ({ file: { bytes: pdf, name: 'cv.pdf' } }) },
  'POST /imports': { rule: { access: 'cv:write' }, call: ({ pdf }) => ({ file: { bytes: pdf, name: 'cv.pdf' } }) },
  'GET /imports/{id}/results.{format}': {
    rule: MINE('cv:read'),
    call: async (things) => ({ params: { id: await aBatch(things), format: 'ndjson' } }),
  },
  'POST /parse': { rule: { access: 'parse' }, call: () => ({ file: { bytes: GIF, name: 'cv.gif' } }) },
  'POST /cvs/{id}/renders': {
    rule: { access: 'render', needs: 'view' },
    call: (things) => ({ ...cv(things), json: {} }),
  },
  'GET /cvs/{id}/render.{format}': {
    rule: { access: 'render', needs: 'view' },
    call: ({ cvId }) => ({ params: { id: cvId, format: 'html' } }),
  },
  'GET /renders/{name}': {
    rule: MINE('render'),
    call: async (things) => ({ params: { name: await aRender(things) } }),
  },
  'POST /render': { rule: { access: 'render' }, call: () => ({ json: { document: DOCUMENT, format: 'html' } }) },
  'GET /files/{token}': {
    rule: { access: 'public' },
    call: () => ({ params: { token: 'none' } }),
    letInAs: 'not_found',
  },
  'GET /jobs/{id}': { rule: MINE('cv:read'), call: async (things) => ({ params: { id: await anImport(things) } }) },
  'DELETE /jobs/{id}': { rule: MINE('cv:write'), call: async (things) => ({ params: { id: await anImport(things) } }) },
  'GET /jobs/{id}/events': {
    rule: MINE('cv:read'),
    call: async (things) => ({ params: { id: await anImport(things) } }),
  },
  'POST /performance/web-vitals': {
    rule: { access: 'public' },
    call: () => ({ json: { page: '/', values: [{ name: 'LCP', value: 900 }] } }),
  },
  'GET /templates': { rule: { access: 'public' }, call: nothing },
  'GET /templates/{id}': { rule: { access: 'public' }, call: () => ({ params: { id: 'classic' } }) },
  'GET /templates/{id}/preview.png': { rule: { access: 'public' }, call: () => ({ params: { id: 'classic' } }) },

  'POST /custom-templates': { rule: { access: 'cv:write' }, call: () => ({ json: TEMPLATE }) },
  'GET /custom-templates': { rule: { access: 'cv:read' }, call: nothing },
  'GET /custom-templates/{id}': {
    rule: MINE('cv:read'),
    call: async (things) => ({ params: { id: await aTemplate(things) } }),
  },
  'PUT /custom-templates/{id}': {
    rule: MINE('cv:write'),
    call: async (things) => ({ params: { id: await aTemplate(things) }, json: TEMPLATE }),
  },
  'DELETE /custom-templates/{id}': {
    rule: MINE('cv:write'),
    call: async (things) => ({ params: { id: await aTemplate(things) } }),
  },

  // --- webhooks
  'POST /webhooks': { rule: { access: 'cv:write' }, call: () => ({ json: WEBHOOK }) },
  'GET /webhooks': { rule: { access: 'cv:read' }, call: nothing },
  'GET /webhooks/{id}': { rule: MINE('cv:read'), call: async (things) => ({ params: { id: await aWebhook(things) } }) },
  'PATCH /webhooks/{id}': {
    rule: MINE('cv:write'),
    call: async (things) => ({ params: { id: await aWebhook(things) }, json: { active: false } }),
  },
  'DELETE /webhooks/{id}': {
    rule: MINE('cv:write'),
    call: async (things) => ({ params: { id: await aWebhook(things) } }),
  },
  'POST /webhooks/{id}/test': {
    rule: MINE('cv:write'),
    call: async (things) => ({ params: { id: await aWebhook(things) } }),
  },
  'GET /webhooks/{id}/deliveries': {
    rule: MINE('cv:read'),
    call: async (things) => ({ params: { id: await aWebhook(things) } }),
  },
  'POST /webhooks/{id}/deliveries/{deliveryId}/redeliver': {
    rule: MINE('cv:write'),
    call: async (things) => ({ params: await aDelivery(things) }),
  },

  // --- administration
  'GET /admin/jobs': { rule: { access: 'admin' }, call: nothing },
  'GET /admin/jobs/runs': { rule: { access: 'admin' }, call: () => ({ query: '?state=failed' }) },
  'POST /admin/jobs/{schedule}/run': {
    rule: { access: 'admin' },
    call: () => ({ params: { schedule: 'none' } }),
    letInAs: 'not_found',
  },
  'GET /admin/reports': { rule: { access: 'admin' }, call: nothing },
  'GET /admin/reports/{id}': {
    rule: { access: 'admin' },
    call: () => ({ params: { id: '01900000-0000-7000-8000-000000000000' } }),
    letInAs: 'not_found',
  },
  'GET /admin/queues': { rule: { access: 'admin' }, call: nothing },
  // The one after the other: what is paused is resumed.
  'POST /admin/queues/{queue}/pause': {
    rule: { access: 'admin' },
    call: () => ({ params: { queue: 'maintenance' } }),
  },
  'POST /admin/queues/{queue}/resume': {
    rule: { access: 'admin' },
    call: () => ({ params: { queue: 'maintenance' } }),
  },
  'GET /admin/queries': { rule: { access: 'admin' }, call: nothing },
  'GET /admin/queues/{queue}/dead-letters': { rule: { access: 'admin' }, call: () => ({ params: { queue: 'parse' } }) },
  'POST /admin/queues/{queue}/dead-letters/retry': {
    rule: { access: 'admin' },
    call: () => ({ params: { queue: 'parse' } }),
  },
  'POST /admin/queues/{queue}/dead-letters/{id}/retry': {
    rule: { access: 'admin' },
    call: () => ({ params: { queue: 'parse', id: 'none' } }),
    letInAs: 'not_found',
  },
  'GET /admin/users': { rule: { access: 'admin' }, call: ({ unique }) => ({ query: `?email=${unique}@example.org` }) },
  'PATCH /admin/users/{id}': {
    rule: { access: 'admin' },
    call: ({ owner }) => ({ params: { id: owner.userId }, json: { plan: 'free' } }),
  },
  'GET /admin/kpis': { rule: { access: 'admin' }, call: nothing },
  'GET /admin/levers': { rule: { access: 'admin' }, call: nothing },
  'PUT /admin/levers': {
    rule: { access: 'admin' },
    call: () => ({ json: { levers: { cacheTtlFactor: 1 }, reason: 'as it is' } }),
  },
  'GET /admin/levers/changes': { rule: { access: 'admin' }, call: nothing },
  'GET /admin/performance': { rule: { access: 'admin' }, call: nothing },
};

async function aKey({ owner }: Things): Promise<string> {
  const { body } = await owner.call<{ id: string }>('/api-keys', {
    method: 'POST',
    json: { name: 'k', scopes: ['parse'] },
  });
  return body.id;
}

async function aDelivery(things: Things): Promise<Record<string, string>> {
  const id = await aWebhook(things);
  await things.owner.call(`/webhooks/${id}/test`, { method: 'POST' });
  const { body } = await things.owner.call<{ items: { id: string }[] }>(`/webhooks/${id}/deliveries`);
  return { id, deliveryId: body.items[0]!.id };
}
