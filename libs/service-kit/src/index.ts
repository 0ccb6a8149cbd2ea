export { bootstrap } from './bootstrap.js';
export { Health, type HealthChecks, type Readiness } from './health.js';
export { createHttpApp, type HttpOptions } from './http-app.js';
export { NestLogger } from './nest-logger.js';
export { toAppError, toProblem, type Problem } from './problem.js';
export { sendProblem } from './problem.filter.js';
export type { Service } from './service.js';
export { validated } from './validation.js';
