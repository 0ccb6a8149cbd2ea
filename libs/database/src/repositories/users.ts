import type { Plan, Role } from '@discover/contracts';

import { User } from '../entities/index.js';
import type { Handle } from '../handle.js';

export type NewUser = Pick<User, 'email' | 'name' | 'passwordHash' | 'homeRegion'>;

/** Opens an account; null if the e-mail has one already. */
export async function insertUser(handle: Handle, user: NewUser): Promise<User | null> {
  const [row] = await handle.query<{ id: string }>(
    'user_insert',
    `INSERT INTO users (email, name, password_hash, home_region) VALUES ($1, $2, $3, $4)
     ON CONFLICT (email) WHERE deleted_at IS NULL DO NOTHING RETURNING id`,
    [user.email, user.name, user.passwordHash, user.homeRegion],
  );
  return row ? findUser(handle, row.id) : null;
}

export async function findUser(handle: Handle, id: string): Promise<User | null> {
  const user = await handle.profileQuery('user_find', () => handle.manager.findOneBy(User, { id }));
  return user?.deletedAt === null ? user : null;
}

/** With its password hash, for logging in. */
export async function findUserByEmail(handle: Handle, email: string): Promise<User | null> {
  return handle.profileQuery('user_by_email', () =>
    handle.manager
      .createQueryBuilder(User, 'user')
      .addSelect('user.passwordHash')
      .where('user.email = :email AND user.deletedAt IS NULL', { email })
      .getOne(),
  );
}

/** The password's hash, or null if there is no such account (any more). */
export async function findPasswordHash(handle: Handle, id: string): Promise<string | null> {
  const [row] = await handle.query<{ hash: string }>(
    'user_password',
    'SELECT password_hash AS hash FROM users WHERE id = $1 AND deleted_at IS NULL',
    [id],
  );
  return row?.hash ?? null;
}

/** False if the password is not the one any more that `oldHash` was made of: somebody else changed it meanwhile. */
export async function changePasswordHash(
  handle: Handle,
  id: string,
  oldHash: string,
  newHash: string,
): Promise<boolean> {
  const rows = await handle.query(
    'user_change_password',
    `UPDATE users SET password_hash = $3, updated_at = now()
     WHERE id = $1 AND password_hash = $2 AND deleted_at IS NULL RETURNING 1`,
    [id, oldHash, newHash],
  );
  return rows.length > 0;
}

/** What may change of an account; what is absent stays. */
export interface UserChange {
  name?: string;
  role?: Role;
  plan?: Plan;
}

/** Null if there is no such account. */
export async function updateUser(handle: Handle, id: string, change: UserChange): Promise<User | null> {
  const rows = await handle.query(
    'user_update',
    `UPDATE users SET name = coalesce($2, name), role = coalesce($3, role), plan = coalesce($4, plan), updated_at = now()
     WHERE id = $1 AND deleted_at IS NULL RETURNING 1`,
    [id, change.name ?? null, change.role ?? null, change.plan ?? null],
  );
  return rows.length > 0 ? findUser(handle, id) : null;
}
