import { extract } from '@scrutineer/extract';
import { type ReadOptions, readPaper } from '@scrutineer/ingest';
import {
  type Extraction,
  failed,
  type MediaType,
  type Message,
  type Observation,
  type StepResult,
} from '@scrutineer/model';

/** What reading a paper's bytes gives: all that the store keeps, and nothing of the bytes. */
export interface ReadingResult {
  readonly mediaType: MediaType;
  readonly pages: number | null;
  readonly extraction: Extraction;
}

/** Reads a paper and extracts its observations. Whatever the bytes are, it fails as a value and never throws. */
export async function readAndExtract(
  bytes: Uint8Array,
  paper: { readonly id: string; readonly file: string },
  options: ReadOptions = {},
): Promise<StepResult<ReadingResult>> {
  try {
    return await readThenExtract(bytes, paper, options);
  } catch (error) {
    const reason = `${paper.file} could not be read because of a fault in this program (${(error as Error).name})`;
    return failed('pipeline/fault', reason, 'please report it with the paper');
  }
}

async function readThenExtract(
  bytes: Uint8Array,
  paper: { readonly id: string; readonly file: string },
  options: ReadOptions,
): Promise<StepResult<ReadingResult>> {
  const read = await readPaper(bytes, paper.file, options);
  if (read.status === 'failed') return read;
  const extracted = extract(read.value, paper);
  if (extracted.status === 'failed') return extracted;
  const { observations, repeats } = withoutRepeats(extracted.value.observations);
  return {
    status: read.status === 'partial' ? 'partial' : extracted.status,
    value: {
      mediaType: read.value.mediaType,
      pages: read.value.pages,
      extraction: { ...extracted.value, observations },
    },
    messages: [...read.messages, ...extracted.messages, ...repeats],
  };
}

/** One figure read twice as the same statistic and unit is one observation: the first reading stands. */
function withoutRepeats(all: readonly Observation[]): { observations: Observation[]; repeats: Message[] } {
  const observations: Observation[] = [];
  const repeats: Message[] = [];
  const seen = new Set<string>();
  for (const observation of all) {
    if (!seen.has(observation.id)) observations.push(observation);
    else repeats.push(repeatMessage(observation));
    seen.add(observation.id);
  }
  return { observations, repeats };
}

function repeatMessage({ source, measure, method }: Observation): Message {
  const reason = `the figure "${source.figure}" was also read as ${measure.label} (${method}); the first reading was kept`;
  return { rule: 'pipeline/figure-read-twice', severity: 'info', reason, place: null };
}
