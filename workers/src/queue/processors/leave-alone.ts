import { type Job, Worker } from 'bullmq';

/** Stops a queue for so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

/** A host that asks to be left alone is asked again at most so often for one job. */
const MOST_WAITS = 20;

/**
 * Where a host asked to be left alone: stops its queue for as long, and puts the job back without counting the attempt.
 * Does nothing where it did not ask, or asked too often.
 *
 * @throws BullMQ's RateLimitError, which puts the job back
 */
export async function leaveAlone(job: Job, wait: number | null, pause: Pause): Promise<void> {
  if (wait === null || job.attemptsStarted > MOST_WAITS) return;
  await pause(wait);
  throw Worker.RateLimitError();
}
