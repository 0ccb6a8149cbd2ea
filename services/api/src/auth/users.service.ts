import { AppError } from '@discover/contracts';
import { Database, findUserByEmail, updateUser } from '@discover/database';
import { security, type Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';

import { LOGGER } from '../tokens.js';
import type { Caller } from './access.decorator.js';
import type { ChangeUserRequest, UserView } from './auth.dto.js';
import { Callers } from './callers.js';
import { userView } from './user-view.js';

/** What administrators do with accounts. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly callers: Callers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async findByEmail(email: string): Promise<UserView[]> {
    const user = await this.database.readPrimary('admin', (handle) => findUserByEmail(handle, email));
    return user ? [userView(user)] : [];
  }

  /** The change counts from the next request on, whatever the person is logged in with. @throws AppError `forbidden`, `not_found` */
  async change(caller: Caller, id: string, change: ChangeUserRequest): Promise<UserView> {
    if (id === caller.userId && change.role !== undefined && change.role !== caller.role)
      throw new AppError('forbidden', 'Another administrator must change your role, so that there is always one.');
    const user = await this.database.transaction(id, (handle) => updateUser(handle, id, change));
    if (!user) throw new AppError('not_found', 'There is no such account.');
    await this.callers.forgetAllOf(id);
    this.logger.info({ ...security, by: caller.userId, userId: id, ...change }, 'account changed by an administrator');
    return userView(user);
  }
}
