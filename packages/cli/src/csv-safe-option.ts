import { Option } from 'commander';

/** The option of commands that write CSV for people with spreadsheets. */
export function csvSafeOption(): Option {
  return new Option('--csv-safe', 'in CSV, an apostrophe before a text that a spreadsheet would take for a formula');
}
