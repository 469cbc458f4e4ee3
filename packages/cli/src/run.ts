import { diskFull, isDiskFull } from '@scrutineer/model/disk-full';
import { CommanderError } from 'commander';
import { CommandError, EXIT } from './exit-codes.ts';
import { safeJson, safeText } from './output/safe-text.ts';
import { createProgram } from './program.ts';

/** Errors of other packages that carry one sentence for the person who typed the command, and the exit codes they mean. */
const SENTENCES: Readonly<Record<string, number>> = {
  RegistryError: EXIT.usage,
  StoreError: EXIT.usage,
  ArchiveError: EXIT.usage,
  SettingsError: EXIT.usage,
  SourceError: EXIT.usage,
  ExportError: EXIT.usage,
  StoreUnreachableError: EXIT.serviceUnreachable,
  ArchiveUnreachableError: EXIT.serviceUnreachable,
  QueueUnreachableError: EXIT.serviceUnreachable,
  StoreFullError: EXIT.diskFull,
  ArchiveFullError: EXIT.diskFull,
};

/** Runs the command with these arguments; gives its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  hushLibraries();
  endOnRefusal(process.stdout, 'standard output');
  endOnRefusal(process.stderr, 'standard error');
  try {
    await createProgram().parseAsync(withoutHelpCommand(args), { from: 'user' });
    return Number(process.exitCode ?? EXIT.fine);
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** `help ingest` means `ingest --help`, which reads the command's file first. */
function withoutHelpCommand([first, second, ...rest]: readonly string[]): string[] {
  if (first === 'help' && second) return [second, '--help'];
  return [first, second, ...rest].filter((argument) => argument !== undefined);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  const { message, name, stack } = error as Error;
  const exitCode = error instanceof CommandError ? error.exitCode : SENTENCES[name];
  if (exitCode !== undefined) complain(message);
  else complain(process.env.SCRUTINEER_DEBUG ? `a fault in this program: ${stack}` : faultOf(name));
  return exitCode ?? EXIT.someFailed;
}

/** What a library says of a fault means nothing to who runs the command. */
function faultOf(name: string): string {
  return `a fault in this program (${name}); please report it with what SCRUTINEER_DEBUG=1 shows`;
}

/** Libraries that talk by themselves: what they say is for who looks for a fault. */
function hushLibraries(): void {
  if (process.env.SCRUTINEER_DEBUG) return;
  process.removeAllListeners('warning');
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) console[way] = () => {};
}

function complain(message: string): void {
  const json = process.argv.includes('--json');
  process.stderr.write(
    json ? `${safeJson(JSON.stringify({ level: 'error', message }))}\n` : safeText(`scrutineer: ${message}\n`),
  );
}

/** The reader of a pipe may stop reading (`| head`): that is no fault. A file may have no room left. */
function endOnRefusal(stream: NodeJS.WriteStream, name: string): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    const { code } = error;
    if (code === 'EPIPE') process.exit(EXIT.fine);
    const full = isDiskFull(error);
    if (stream !== process.stderr)
      complain(full ? diskFull(name) : `${name} cannot be written (${code}); write to another file`);
    process.exit(full ? EXIT.diskFull : EXIT.usage);
  });
}
