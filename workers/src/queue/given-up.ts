import { failed, type Message } from '@scrutineer/model';
import { recordFailure } from '@scrutineer/store';
import { type Job, UnrecoverableError } from 'bullmq';
import type { DiscoverJob, FetchJob, PaperJob } from './jobs.ts';
import type { StepTools } from './step-tools.ts';

/** A job that is not to be tried again, and what the store is to say of it. */
export class GivenUpError extends UnrecoverableError {
  readonly messages: readonly Message[];

  constructor(messages: readonly Message[]) {
    super(messages[0]!.reason);
    this.messages = messages;
  }
}

type AnyJob = Job<Partial<PaperJob & DiscoverJob> & Pick<FetchJob, 'force'>>;

/** Writes down in the store why a job was given up: a paper by its origin, a search by its source. */
export async function recordGivenUp({ data }: AnyJob, error: Error, { store, metrics }: StepTools): Promise<void> {
  const origin = data.origin ?? data.source;
  if (origin === undefined) return;
  const messages = error instanceof GivenUpError ? error.messages : messagesOf(data.file ?? origin, error);
  const { file = origin, paper = null, byteLength = null } = data;
  await recordFailure(store, { origin, file, paper, byteLength, messages });
  if (data.origin !== undefined) metrics.papers.inc({ outcome: 'failed' });
  metrics.failures.inc({ rule: messages[0]!.rule });
}

function messagesOf(file: string, { message }: Error): readonly Message[] {
  const reason = message.includes(file) ? message : `${file} was given up: ${message}`;
  return failed('pipeline/given-up', reason, 'enqueue it again').messages;
}
