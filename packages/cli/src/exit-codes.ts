/** What the command tells its caller. */
export const EXIT = {
  fine: 0,
  someFailed: 1,
  usage: 2,
  serviceUnreachable: 3,
  findings: 4,
  diskFull: 5,
} as const;

/** The exit codes as `--help` tells them. */
export const EXIT_CODES_HELP = `
Exit codes:
  0  fine
  1  some papers failed; the others are stored (\`scrutineer papers --failed\` tells why)
  2  wrong usage, or a path that does not exist
  3  a service cannot be reached
  4  \`audit --fail-on\` found what it was to fail on
  5  a disk is full; what was written before stands`;

/** Ends the command with one sentence for the person who typed it. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
