import type { PartResult } from '../measure/figure.ts';
import { ratio, repeat } from '../measure/figure.ts';
import { COMMAND, runNode } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';

/** How long `--help` takes, against a Node that does nothing: the rest is ours. */
export async function startUp({ runs }: BenchOptions): Promise<PartResult> {
  const wall = async (args: readonly string[]) => (await repeat(runs, () => runNode(args))).map((usage) => usage.wall);
  const node = { name: 'Node alone', unit: 'ms', runs: await wall(['-e', '0']) };
  const help = { name: '`--help`', unit: 'ms', runs: await wall([COMMAND, '--help']) };
  return { part: 'start-up', figures: [node, help, ratio('`--help` against Node alone', help, node)] };
}
