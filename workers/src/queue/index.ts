export {
  countJobs,
  type DeadLetter,
  drainQueues,
  listDeadLetters,
  type QueueCounts,
  retryDeadLetters,
} from './dead-letters.ts';
export { enqueueOutdated } from './enqueue-outdated.ts';
export { enqueueSource, type NamedSource } from './enqueue-source.ts';
export type { Urgency } from './jobs.ts';
export { withQueues } from './open-queue.ts';
export { QueueUnreachableError } from './queue-error.ts';
export { type Queues, STEP_QUEUES, type StepQueue } from './queues.ts';
export { listSchedules, type Rhythm, removeSchedule, type Schedule, scheduleSource } from './schedules.ts';
export { type RunningWorker, startWorker, type WorkerPlan } from './start-worker.ts';
