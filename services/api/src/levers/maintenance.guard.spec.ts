import { INITIAL_LEVERS, type LeverValues } from '@discover/contracts';
import type { Levers } from '@discover/queue';
import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { MaintenanceGuard, OpenInMaintenance } from './maintenance.guard.js';

class Routes {
  @OpenInMaintenance()
  logIn(): undefined {
    return undefined;
  }
  read(): undefined {
    return undefined;
  }
}

interface Request {
  method: string;
  role?: 'user' | 'admin';
  handler?: keyof Routes;
}

/** Whether the request goes on; else what is answered. */
function outcome(maintenance: LeverValues['maintenance'], { method, role, handler = 'read' }: Request): unknown {
  const levers = { current: { ...INITIAL_LEVERS, maintenance } } as unknown as Levers;
  const context = {
    switchToHttp: () => ({ getRequest: () => ({ method, ...(role && { caller: { role } }) }) }),
    getHandler: () => Reflect.get(Routes.prototype, handler) as unknown,
    getClass: () => Routes,
  } as unknown as ExecutionContext;
  try {
    return new MaintenanceGuard(new Reflector(), levers).canActivate(context);
  } catch (error) {
    return error;
  }
}

const mode = (name: LeverValues['maintenance']['mode'], until: string | null = null) =>
  ({ mode: name, message: null, until }) as const;

describe('maintenance', () => {
  it.each([
    ['off', { method: 'POST' }],
    ['read_only', { method: 'GET' }],
    ['read_only', { method: 'HEAD', role: 'user' }],
    ['read_only', { method: 'PUT', role: 'admin' }],
    ['closed', { method: 'GET', role: 'admin' }],
    ['closed', { method: 'POST', handler: 'logIn' }],
  ] as const)('%s lets pass %j', (name, request) => {
    expect(outcome(mode(name), request)).toBe(true);
  });

  it.each([
    ['read_only', { method: 'DELETE', role: 'user' }],
    ['read_only', { method: 'POST' }],
    ['closed', { method: 'GET' }],
    ['closed', { method: 'GET', role: 'user' }],
  ] as const)('%s refuses %j, and says when to come back', (name, request) => {
    expect(outcome(mode(name), request)).toMatchObject({ code: 'maintenance', retryAfterSeconds: 120 });
  });

  it('tells the message of the operators, and its end if that is near', () => {
    const until = new Date(Date.now() + 600_000).toISOString();
    const refused = outcome({ mode: 'closed', message: 'Back at noon.', until }, { method: 'GET' });
    expect(refused).toMatchObject({ code: 'maintenance', message: 'Back at noon.' });
    expect((refused as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(590);
    const past = new Date(Date.now() - 1_000).toISOString();
    expect(outcome(mode('closed', past), { method: 'GET' })).toMatchObject({ retryAfterSeconds: 120 });
    const far = new Date(Date.now() + 9e7).toISOString();
    expect(outcome(mode('closed', far), { method: 'GET' })).toMatchObject({ retryAfterSeconds: 3_600 });
  });
});
