import { fileURLToPath } from 'node:url';
import { type Figure, type PartResult, ratio, repeat } from '../measure/figure.ts';
import { runNode } from '../measure/run-process.ts';
import type { BenchOptions } from '../options.ts';
import { narrativeSentences } from '../papers/narrative-sentences.ts';
import { withFolder } from '../papers/scratch-folder.ts';

const READERS = {
  ours: 'ours',
  'Recognizers-Text, six models': 'recognizers-text',
  compromise: 'compromise',
} as const;
const SENTENCES = 3000;
const CORE = 0;

/** Narrative sentences a second on one core, after start-up, beside other readers of quantities in the same run. */
export async function sentences({ runs }: BenchOptions): Promise<PartResult> {
  const text = `${narrativeSentences(SENTENCES).join('\n')}\n`;
  return withFolder(new Map([['sentences.txt', text]]), async (path) => {
    const figures: Figure[] = [];
    for (const [name, script] of Object.entries(READERS)) {
      const file = fileURLToPath(new URL(`../sentence-readers/${script}.ts`, import.meta.url));
      const args = ['--disable-warning=ExperimentalWarning', file, path('sentences.txt')];
      const rates = await repeat(runs, async () =>
        Number((await runNode(args, { keepOutput: true, core: CORE })).stdout),
      );
      figures.push({ name, unit: 'sentences/s', runs: rates });
    }
    const [ours, recognizers, compromise] = figures as [Figure, Figure, Figure];
    return {
      part: 'sentences',
      figures: [
        ...figures,
        ratio('ours against Recognizers-Text', ours, recognizers),
        ratio('ours against compromise', ours, compromise),
      ],
      note: `${SENTENCES} distinct sentences of the samples; ours gives whole observations, each sentence as a paper of its own`,
    };
  });
}
