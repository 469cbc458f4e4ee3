/** Most bytes that are changed one by one, and the largest share of a file that is cut or repeated. */
const MOST_FLIPS = 64;
const LARGEST_SHARE = 0.3;
const NUMBERS = ['0', '-1', '99999999999', '1e9', '2147483648', '.', '/X', '[', '<<'];

/**
 * A file that was damaged in one of many ways: bytes changed, a stretch cut out, repeated or swapped with another, the
 * end lost, numbers replaced. The same seed does the same damage.
 */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const result = Buffer.from(bytes);
  const stretch = (): [number, number] => {
    const from = below(result.length);
    return [from, Math.min(result.length, from + 1 + below(result.length * LARGEST_SHARE))];
  };
  const [from, to] = stretch();
  switch (seed % 6) {
    case 0:
      for (let flips = 1 + below(MOST_FLIPS); flips > 0; flips -= 1) result[below(result.length)] = below(256);
      return result;
    case 1:
      return Buffer.concat([result.subarray(0, from), result.subarray(to)]);
    case 2:
      return Buffer.concat([result.subarray(0, to), result.subarray(from)]);
    case 3: {
      const [other, end] = stretch();
      return Buffer.concat([result.subarray(0, from), result.subarray(other, end), result.subarray(to)]);
    }
    case 4:
      // The end is kept: a file without one is refused before it is read.
      return Buffer.concat([result.subarray(0, below(result.length)), Buffer.from('\n%%EOF\n')]);
    default:
      return Buffer.from(
        result
          .toString('latin1')
          .replace(/\d+/g, (number) => (random() < 0.02 ? NUMBERS[below(NUMBERS.length)]! : number)),
        'latin1',
      );
  }
}

/** Random numbers from 0 up to 1, the same for the same seed on any machine. Source: mulberry32 by T. Ettinger, a generator of 32 bits of state in the public domain. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
