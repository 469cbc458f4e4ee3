import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { CommandError } from '../exit-codes.ts';

const EXAMPLES = `
Example:
  $ echo '{"id":"1","text":"Burglary fell by 12%"}' | scrutineer quantities`;

export function define(command: Command): void {
  command
    .addOption(new Option('--format <format>', 'how to print').choices(['jsonl']).default('jsonl'))
    .addHelpText('after', `\nReads {"id","text"} lines on standard input.\n${EXAMPLES}`)
    .action(printQuantities);
}

interface Sentence {
  readonly id: unknown;
  readonly text: string;
}

async function printQuantities(): Promise<void> {
  const { quantities } = await import('@scrutineer/extract/quantities');
  const { printJsonLines } = await import('../output/print.ts');
  async function* found() {
    for await (const { id, text } of sentences()) yield { id, quantities: quantities(text) };
  }
  await printJsonLines(found());
}

async function* sentences(): AsyncGenerator<Sentence> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') yield toSentence(line, number);
  }
}

function toSentence(line: string, number: number): Sentence {
  try {
    const { id, text } = JSON.parse(line);
    if (typeof text === 'string') return { id, text };
  } catch {
    // Told below, as any line that is no sentence.
  }
  throw new CommandError(`line ${number} of standard input is not an object with "id" and "text"`);
}
