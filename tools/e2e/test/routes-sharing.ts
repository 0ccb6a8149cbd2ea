import type { Call, Route, Things } from './routes.js';

const cv = ({ cvId }: Things): Call => ({ params: { id: cvId } });

async function aLink({ owner, cvId }: Things): Promise<{ id: string; token: string }> {
  const { body } = await owner.call<{ id: string; token: string }>(`/cvs/${cvId}/shares`, {
    method: 'POST',
    json: { link: true },
  });
  return body;
}

async function aComment({ owner, cvId }: Things): Promise<string> {
  const { body } = await owner.call<{ id: string }>(`/cvs/${cvId}/comments`, {
    method: 'POST',
    json: { text: 'Well.' },
  });
  return body.id;
}

const publication = ({ unique }: Things) => ({ slug: `s-${unique}`, visibility: 'public' });

async function published(things: Things): Promise<Things> {
  await things.owner.call(`/cvs/${things.cvId}/publication`, { method: 'PUT', json: publication(things) });
  return things;
}

/** Shares, links, comments, profiles and analytics. */
export const SHARING_ROUTES: Record<string, Route> = {
  'POST /cvs/{id}/shares': {
    rule: { access: 'cv:write', needs: 'own' },
    call: (things) => ({ ...cv(things), json: { link: true } }),
  },
  'GET /cvs/{id}/shares': { rule: { access: 'cv:read', needs: 'own' }, call: cv },
  'GET /shares/received': { rule: { access: 'cv:read' }, call: () => ({}) },
  'PATCH /shares/{id}': {
    rule: { access: 'cv:write', needs: 'mine' },
    call: async (things) => ({ params: { id: (await aLink(things)).id }, json: { maxViews: 3 } }),
  },
  'DELETE /shares/{id}': {
    rule: { access: 'cv:write', needs: 'mine' },
    call: async (things) => ({ params: { id: (await aLink(things)).id } }),
  },
  'GET /shared/{token}': {
    rule: { access: 'public' },
    call: async (things) => ({ params: { token: (await aLink(things)).token } }),
  },
  'POST /shared/{token}/open': {
    rule: { access: 'public' },
    call: async (things) => ({ params: { token: (await aLink(things)).token }, json: {} }),
  },
  'GET /shared/{token}/render.pdf': {
    rule: { access: 'public' },
    call: async (things) => ({ params: { token: (await aLink(things)).token } }),
  },

  'POST /cvs/{id}/comments': {
    rule: { access: 'cv:write', needs: 'comment' },
    call: (things) => ({ ...cv(things), json: { text: 'Well.' } }),
  },
  'GET /cvs/{id}/comments': { rule: { access: 'cv:read', needs: 'comment' }, call: cv },
  // Of a comment of the owner's: its author could delete it too.
  'DELETE /cvs/{id}/comments/{commentId}': {
    rule: { access: 'cv:write', needs: 'own' },
    call: async (things) => ({ params: { id: things.cvId, commentId: await aComment(things) } }),
  },

  'PUT /cvs/{id}/publication': {
    rule: { access: 'cv:write', needs: 'own' },
    call: (things) => ({ ...cv(things), json: publication(things) }),
  },
  'GET /cvs/{id}/publication': {
    rule: { access: 'cv:read', needs: 'own' },
    call: async (things) => cv(await published(things)),
  },
  'DELETE /cvs/{id}/publication': {
    rule: { access: 'cv:write', needs: 'own' },
    call: async (things) => cv(await published(things)),
  },
  'GET /public/{slug}': {
    rule: { access: 'public' },
    call: async (things) => ({ params: { slug: publication(await published(things)).slug } }),
  },

  'GET /cvs/{id}/analytics': { rule: { access: 'cv:read', needs: 'own' }, call: cv },
  'GET /admin/kpis': { rule: { access: 'admin' }, call: () => ({}) },
};
