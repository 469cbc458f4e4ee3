import { randomFrom } from '../mutated.ts';

/** Choices at random, the same for the same seed on any machine. */
export interface Dice {
  /** A whole number from 0 up to below the limit. */
  below(limit: number): number;
  oneOf<Value>(values: readonly Value[]): Value;
  /** True so often: a share from 0 to 1. */
  chance(share: number): boolean;
}

export function diceOf(seed: number): Dice {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return { below, oneOf: (values) => values[below(values.length)]!, chance: (share) => random() < share };
}

/** Does one thing after the other to a value, up to so many times. */
export function severalTimes<Value>(value: Value, most: number, dice: Dice, once: (value: Value) => Value): Value {
  let result = value;
  for (let times = 1 + dice.below(most); times > 0; times -= 1) result = once(result);
  return result;
}
