import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Redis } from 'ioredis';

import type { ApiConfig } from '../config.js';
import { API_CONFIG, CACHE_REDIS } from '../tokens.js';
import { AccessTokens } from './access-tokens.js';
import { AuthController } from './auth.controller.js';
import { AuthGuard } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { LoginLimiter } from './login-limiter.js';

@Module({
  controllers: [AuthController],
  providers: [
    AuthService,
    {
      provide: AccessTokens,
      inject: [API_CONFIG],
      useFactory: ({ auth }: ApiConfig) => new AccessTokens(auth.jwtSecret, auth.accessTokenSeconds),
    },
    { provide: LoginLimiter, inject: [CACHE_REDIS], useFactory: (redis: Redis) => new LoginLimiter(redis) },
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
})
export class AuthModule {}
