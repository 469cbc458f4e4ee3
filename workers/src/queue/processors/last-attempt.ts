import type { Job } from 'bullmq';

/** Whether a job that fails now is given up. */
export function isLastAttempt({ attemptsMade, opts }: Job): boolean {
  return attemptsMade + 1 >= (opts.attempts ?? 1);
}
