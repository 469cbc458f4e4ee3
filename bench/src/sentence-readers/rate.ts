import { readFileSync } from 'node:fs';

/** Sentences that are read before the clock starts, so that what is measured is reading and not compiling. */
const WARM = 300;

/** Reads the sentences of a file, one a line, and prints how many a second. */
export async function printRate(read: (sentence: string) => unknown): Promise<void> {
  const sentences = readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean);
  for (const sentence of sentences.slice(0, WARM)) read(sentence);
  const rest = sentences.slice(WARM);
  const start = performance.now();
  for (const sentence of rest) read(sentence);
  console.log(rest.length / ((performance.now() - start) / 1000));
}
