import { expandSources, loadSource } from '@scrutineer/ingest/sources';
import { failureReason, type Message, type Paper, type StepResult } from '@scrutineer/model';
import { CommandError, EXIT } from './exit-codes.ts';
import type { Log } from './output/log.ts';

/**
 * Loads the one paper that a command was given.
 *
 * @throws CommandError where there is no such file, it is a folder, or it cannot be read
 */
export async function loadPaper(argument: string): Promise<Paper> {
  const { sources, problems } = expandSources([argument]);
  const [problem] = problems;
  if (problem) throw new CommandError(problem.reason, problem.kind === 'missing' ? EXIT.usage : EXIT.someFailed);
  const [source, ...others] = sources;
  if (!source || others.length > 0)
    throw new CommandError(`${argument} is more than one paper; this command takes one`);
  return valueOrFail(await loadSource(source), source.file);
}

/**
 * The value of a step.
 *
 * @param log is told what could not be read where the value is partial
 * @throws CommandError with the reason where the step failed
 */
export function valueOrFail<T>(result: StepResult<T>, file: string, log?: Log): T {
  if (result.status === 'failed') {
    throw new CommandError(namingFile(failureReason(result.messages), file), EXIT.someFailed);
  }
  if (log) logMessages(result.messages, file, log);
  return result.value;
}

/** Tells what a step had to say about a paper. */
export function logMessages(messages: readonly Message[], file: string, log: Log): void {
  for (const { severity, reason, rule, place } of messages) {
    if (severity !== 'info') log(severity, namingFile(reason, file), { file, rule, place });
  }
}

/** A sentence about a paper that names it. */
export function namingFile(reason: string, file: string): string {
  return reason.includes(file) ? reason : `${file}: ${reason}`;
}
