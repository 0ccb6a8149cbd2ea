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
  const user = await handle.manager.findOneBy(User, { id });
  return user?.deletedAt === null ? user : null;
}

/** With its password hash, for logging in. */
export async function findUserByEmail(handle: Handle, email: string): Promise<User | null> {
  return handle.manager
    .createQueryBuilder(User, 'user')
    .addSelect('user.passwordHash')
    .where('user.email = :email AND user.deletedAt IS NULL', { email })
    .getOne();
}
