import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Redis } from 'ioredis';

import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import type { ApiConfig } from '../config.js';
import { IdempotencyGuard } from '../idempotency/idempotency.guard.js';
import { IdempotencyModule } from '../idempotency/idempotency.module.js';
import { MaintenanceGuard } from '../levers/maintenance.guard.js';
import { LimitsModule } from '../limits/limits.module.js';
import { API_CONFIG, CACHE_REDIS } from '../tokens.js';
import { AccessTokens } from './access-tokens.js';
import { AccountController } from './account.controller.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { Callers } from './callers.js';
import { LoginLimiter } from './login-limiter.js';
import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [ApiKeysModule, IdempotencyModule, LimitsModule],
  controllers: [AuthController, AccountController, UsersController],
  providers: [
    AuthService,
    AccountService,
    UsersService,
    Callers,
    {
      provide: AccessTokens,
      inject: [API_CONFIG],
      useFactory: ({ auth }: ApiConfig) => new AccessTokens(auth.jwtSecret, auth.accessTokenSeconds),
    },
    { provide: LoginLimiter, inject: [CACHE_REDIS], useFactory: (redis: Redis) => new LoginLimiter(redis) },
    // In this order: in maintenance it matters who calls, and a key belongs to whoever calls.
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_GUARD, useClass: MaintenanceGuard },
    { provide: APP_GUARD, useClass: IdempotencyGuard },
  ],
  exports: [Callers],
})
export class AuthModule {}
