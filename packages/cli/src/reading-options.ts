import { OCR, type Ocr, PAGE_TIME } from '@scrutineer/ingest/read-options';
import type { ReadingLimits } from '@scrutineer/workers/reading-pool';
import { type Command, InvalidArgumentError, Option } from 'commander';

/** How the command line says how papers are read. */
export interface ReadingOptions {
  readonly ocr: Ocr;
  /** Seconds. */
  readonly pageTimeout: number;
}

/** Adds the options of all commands that read papers. */
export function withReadingOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--ocr <when>', 'recognise text in pictures of PDF pages: in those without text, in none, in all')
        .choices(OCR)
        .default('auto'),
    )
    .option('--page-timeout <seconds>', 'what one page of a PDF may take', toSeconds, PAGE_TIME / 1000);
}

export function readOptionsOf({ ocr, pageTimeout }: ReadingOptions): ReadingLimits {
  return { ocr, pageTime: pageTimeout * 1000 };
}

/** @throws InvalidArgumentError where it is no number above 0 */
function toSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('It must be a number of seconds above 0.');
  return seconds;
}
