import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machineLine } from './measure/machine.ts';
import { PARTS } from './parts.ts';
import { report } from './report.ts';

const USAGE = `Usage: npm run bench -- [part...] [options]

Parts: ${[...PARTS.keys()].join(', ')} (all where none is named)

  --runs <number>     runs of each measurement (default 5)
  --papers <number>   papers for the measurement of speed (default 200)
  --files <number>    damaged files of each format (default 500)
  --shared <folder>   labelled papers: a folder with papers/ and labels/, or corpus/, or both
  --first-contact <set>  also measure a set of first-contact/, blind; may be repeated
  --weights <file>    write the weights of confidence that fit the open papers
  --json <file>       also write every run as JSON`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    console.error(USAGE);
    return 2;
  }
  const machine = machineLine();
  const results = [];
  for (const name of asked.parts) {
    console.error(`measuring ${name} …`);
    results.push(await PARTS.get(name)!(asked));
  }
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  console.log(report(machine, results));
  return 0;
}

/** What was asked for; null where it makes no sense, or help was asked for. */
function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '5' },
        papers: { type: 'string', default: '200' },
        files: { type: 'string', default: '500' },
        shared: { type: 'string' },
        'first-contact': { type: 'string', multiple: true, default: [] },
        weights: { type: 'string' },
        json: { type: 'string' },
      },
    });
    const [runs, papers, files] = [Number(values.runs), Number(values.papers), Number(values.files)];
    const whole = [runs, papers, files].every((number) => Number.isInteger(number) && number > 0);
    if (!whole || !positionals.every((name) => PARTS.has(name))) return null;
    const parts = positionals.length > 0 ? positionals : [...PARTS.keys()];
    return {
      parts,
      runs,
      papers,
      files,
      shared: values.shared ?? null,
      firstContact: values['first-contact'],
      weights: values.weights ?? null,
      json: values.json ?? null,
    };
  } catch {
    return null;
  }
}
