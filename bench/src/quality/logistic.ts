/** Something that was right or not, and what is known of it. */
export interface Example {
  readonly traits: readonly string[];
  readonly right: boolean;
  /** How much it counts beside the others. */
  readonly weight: number;
}

/** What each trait adds to the logarithm of the odds of being right. */
export interface Weights {
  readonly bias: number;
  readonly traits: Readonly<Record<string, number>>;
}

/** What a weight costs: the stronger, the closer to nothing is a trait that few examples have. */
const RIDGE = 1;
const STEPS = 600;
const RATE = 4;

/** Logistic regression over traits that are there or not, by gradient descent; the same examples give the same weights. */
export function fitWeights(examples: readonly Example[]): Weights {
  const names = [...new Set(examples.flatMap(({ traits }) => traits))].sort();
  const all = examples.reduce((sum, { weight }) => sum + weight, 0);
  const traits: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  let bias = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const gradient: Record<string, number> = Object.fromEntries(names.map((name) => [name, RIDGE * traits[name]!]));
    let slope = 0;
    for (const example of examples) {
      const error = (probability({ bias, traits }, example.traits) - Number(example.right)) * example.weight;
      slope += error;
      for (const name of example.traits) gradient[name]! += error;
    }
    bias -= (RATE * slope) / all;
    for (const name of names) traits[name]! -= (RATE * gradient[name]!) / all;
  }
  return { bias, traits };
}

/** How probable it is that something of these traits is right; a trait that no example had adds nothing. */
export function probability({ bias, traits }: Weights, having: readonly string[]): number {
  const odds = having.reduce((sum, name) => sum + (traits[name] ?? 0), bias);
  return 1 / (1 + Math.exp(-odds));
}
