// Refuses regular expressions that may take more than linear time, anywhere in the repository.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundRegex, regexesIn } from './regexes/collect.ts';
import { whySlow } from './regexes/judge.ts';
import { asWritten, compared, parseKnown, printKnown } from './regexes/known.ts';

const ROOT = join(import.meta.dirname, '..');
const KNOWN = join(import.meta.dirname, 'known-regexes.yaml');

process.exitCode = main(process.argv.includes('--forget'));

function main(forget: boolean): number {
  const regexes = sources().flatMap((file) => regexesIn(file, readFileSync(join(ROOT, file), 'utf8')));
  const refused = regexes.flatMap((regex) => {
    const why = whyRefused(regex);
    return why === null ? [] : [{ ...regex, why }];
  });
  const { unknown, still, gone } = compared(refused, parseKnown(readFileSync(KNOWN, 'utf8')));
  for (const regex of unknown) console.error(`${regex.file}: ${asWritten(regex)}\n  ${regex.why}`);
  if (unknown.length > 0)
    console.error(`${unknown.length} regular expressions may take more than linear time: mend them.`);
  if (gone > 0 && forget) writeFileSync(KNOWN, printKnown(still));
  else if (gone > 0)
    console.error(`${gone} of tools/known-regexes.yaml are no longer there: run node tools/check-regexes.ts --forget`);
  console.log(`${regexes.length} regular expressions, ${refused.length - unknown.length} of them known to be slow`);
  return unknown.length > 0 || (gone > 0 && !forget) ? 1 : 0;
}

/** All TypeScript and JavaScript of the repository, committed or not yet. */
function sources(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '*.ts', '*.mjs', '*.js'];
  const files = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  return files.filter((file) => file !== '' && existsSync(join(ROOT, file)));
}

function whyRefused({ file, literal }: FoundRegex): string | null {
  if (literal) return whySlow(literal);
  // What a test puts together meets what the test wrote.
  return file.endsWith('.test.ts') ? null : 'it is put together as the program runs, so that it cannot be judged';
}
