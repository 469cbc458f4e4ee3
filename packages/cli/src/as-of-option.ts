import { InvalidArgumentError, Option } from 'commander';

/** The option that asks what was known on a day: only what papers of that day and before it say. */
export function asOfOption(): Option {
  return new Option('--as-of <date>', 'only what papers of that day and before it say').argParser(toDate);
}

/** @throws InvalidArgumentError where it is no ISO date */
function toDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10) return text;
  throw new InvalidArgumentError('It must be a date, as in 2019-11-21.');
}
