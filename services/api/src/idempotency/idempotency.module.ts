import { Database } from '@discover/database';
import type { Logger } from '@discover/telemetry';
import { Module } from '@nestjs/common';

import type { ApiConfig } from '../config.js';
import { API_CONFIG, LOGGER } from '../tokens.js';
import { IdempotencyService } from './idempotency.service.js';

@Module({
  providers: [
    {
      provide: IdempotencyService,
      inject: [Database, API_CONFIG, LOGGER],
      useFactory: (database: Database, { auth, idempotency }: ApiConfig, logger: Logger) =>
        new IdempotencyService(database, { secret: auth.jwtSecret, leaseMs: idempotency.leaseSeconds * 1_000 }, logger),
    },
  ],
  exports: [IdempotencyService],
})
export class IdempotencyModule {}
