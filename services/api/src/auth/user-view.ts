import type { User } from '@discover/database';

import type { UserView } from './auth.dto.js';

export function userView(user: User): UserView {
  const { id, email, name, role, plan, homeRegion, createdAt } = user;
  return { id, email, name, role, plan, homeRegion, createdAt: createdAt.toISOString() };
}
