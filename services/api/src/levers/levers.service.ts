import { LEVER_NAMES, LEVERS, type LeverState } from '@discover/contracts';
import { changeLevers, Database, findLevers, listLeverChanges } from '@discover/database';
import { Levers } from '@discover/queue';
import { security, type Logger } from '@discover/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';

import { LOGGER } from '../tokens.js';
import type { LeverChangesQuery, LeverChangesView, LeversBody, LeversView } from './levers.dto.js';

/** What operators see and set. */
@Injectable()
export class LeversService {
  constructor(
    private readonly database: Database,
    private readonly levers: Levers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async read(): Promise<LeversView> {
    return viewOf(await this.database.readPrimary('levers', findLevers));
  }

  /** Once it has returned the change is accepted; every process follows within seconds, this one at once. */
  async change(userId: string, { levers, reason }: LeversBody): Promise<LeversView> {
    const values = Object.fromEntries(Object.entries(levers).filter(([, value]) => value !== undefined));
    const state = await this.database.transaction(userId, (handle) => changeLevers(handle, { userId, values, reason }));
    this.logger.warn(
      { ...security, userId, revision: state.revision, levers: Object.keys(values) },
      'an operator changed levers',
    );
    await this.levers.put(state).catch((error: unknown) => {
      // It is accepted all the same: the jobs' keeper of the levers brings it to Redis.
      this.logger.warn({ err: error }, 'a change of levers could not be announced');
    });
    return viewOf(state);
  }

  async history({ before, limit }: LeverChangesQuery): Promise<LeverChangesView> {
    const page = { before: before ?? null, limit };
    const changes = await this.database.readPrimary('levers', (handle) => listLeverChanges(handle, page));
    return {
      items: changes.map(({ id, at, userId, email, name, oldValue, newValue, reason }) => ({
        id,
        at: at.toISOString(),
        by: userId === null || email === null ? null : { userId, email },
        lever: name,
        oldValue,
        newValue,
        reason,
      })),
    };
  }
}

function viewOf({ revision, values }: LeverState): LeversView {
  return {
    revision,
    items: LEVER_NAMES.map((name) => {
      const { $schema: _, ...schema } = z.toJSONSchema(LEVERS[name].schema);
      return { name, value: values[name], initial: LEVERS[name].initial, effect: LEVERS[name].effect, schema };
    }),
  };
}
