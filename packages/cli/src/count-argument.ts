import { InvalidArgumentError } from 'commander';

/**
 * A whole number from 1, as an option's value.
 *
 * @throws InvalidArgumentError where it is none
 */
export function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return count;
}
