export { type Backfill, type BackfillOutcome, backfillWithFaults } from './backfill-with-faults.ts';
export { describeWithServices, type Services } from './describe-with-services.ts';
export { mutated, randomFrom } from './mutated.ts';
export { startPostgres } from './postgres.ts';
export { startRedis } from './redis.ts';
export type { Service } from './service.ts';
export { type LogLine, runScrutineer, startWorkerProcess, type WorkerProcess } from './worker-process.ts';
