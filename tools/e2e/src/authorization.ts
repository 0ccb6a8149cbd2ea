/**
 * Who may call what: the whole authorisation of the API as one table. `authorization.e2e-spec.ts` tries every cell of it, and
 * fails for a route that has no row.
 */

export const ACTORS = [
  'anonymous',
  'owner',
  'viewer',
  'commenter',
  'editor',
  'other',
  'admin',
  'key cv:read',
  'key cv:write',
  'key parse',
  'key render',
  'other’s key',
  'admin’s key',
] as const;
export type Actor = (typeof ACTORS)[number];

/** As `Access` of the API: `account` is any log-in or key, `session` a log-in alone, a scope a log-in or a key that has it. */
type Access = 'public' | 'account' | 'session' | 'cv:read' | 'cv:write' | 'parse' | 'render' | 'admin';
/** What the caller must be allowed to do with the owner's CV. */
type Permission = 'view' | 'comment' | 'edit' | 'own';

export interface Rule {
  access: Access;
  /**
   * Absent: the route acts on the caller's own things, or on nobody's. `mine`: on a thing of the owner's that is shared with
   * nobody, so that nobody else may know of it.
   */
  needs?: Permission | 'mine';
}

export type Verdict = 'allowed' | 'unauthenticated' | 'forbidden' | 'not_found';

const LEVELS: readonly (Permission | undefined)[] = [undefined, 'view', 'comment', 'edit', 'own'];
const PERMISSION: Record<Actor, Permission | undefined> = {
  anonymous: undefined,
  owner: 'own',
  viewer: 'view',
  commenter: 'comment',
  editor: 'edit',
  other: undefined,
  admin: undefined,
  'key cv:read': 'own',
  'key cv:write': 'own',
  'key parse': 'own',
  'key render': 'own',
  'other’s key': undefined,
  'admin’s key': undefined,
};

/** What the table says of one cell. */
export function verdict({ access, needs }: Rule, actor: Actor): Verdict {
  if (access === 'public') return 'allowed';
  if (actor === 'anonymous') return 'unauthenticated';
  if (access === 'admin' && !actor.startsWith('admin')) return 'forbidden';
  if (!hasScope(actor, access)) return 'forbidden';
  if (needs === undefined) return 'allowed';
  if (needs === 'mine') return PERMISSION[actor] === 'own' ? 'allowed' : 'not_found';
  const level = LEVELS.indexOf(PERMISSION[actor]);
  if (level === 0) return 'not_found';
  return level >= LEVELS.indexOf(needs) ? 'allowed' : 'forbidden';
}

function hasScope(actor: Actor, access: Access): boolean {
  if (actor === 'other’s key') return access !== 'session';
  if (actor === 'admin’s key') return access === 'account' || access === 'admin';
  if (!actor.startsWith('key ')) return true;
  return access === 'account' || actor === `key ${access}`;
}
