import type { PartResult } from './measure/figure.ts';
import type { BenchOptions } from './options.ts';
import { bombs } from './parts/bombs.ts';
import { corruptions } from './parts/corruptions.ts';
import { diskFull } from './parts/disk-full.ts';
import { faults } from './parts/faults.ts';
import { fuzz } from './parts/fuzz.ts';
import { memory } from './parts/memory.ts';
import { onePaper } from './parts/one-paper.ts';
import { papersASecond } from './parts/papers-a-second.ts';
import { pdf } from './parts/pdf.ts';
import { pdfFuzz } from './parts/pdf-fuzz.ts';
import { quality } from './parts/quality.ts';
import { queue } from './parts/queue.ts';
import { queueSize } from './parts/queue-size.ts';
import { sentences } from './parts/sentences.ts';
import { shapes } from './parts/shapes.ts';
import { startUp } from './parts/start-up.ts';
import { storeSize } from './parts/store-size.ts';
import { tableOf100000Cells } from './parts/table-of-100000-cells.ts';

/** Measures one thing. */
export type Part = (options: BenchOptions) => Promise<PartResult>;

/** Every part by the name that the command line takes, in the order they are run. */
export const PARTS: ReadonlyMap<string, Part> = new Map([
  ['start-up', startUp],
  ['one-paper', onePaper],
  ['papers-a-second', papersASecond],
  ['memory', memory],
  ['table', tableOf100000Cells],
  ['sentences', sentences],
  ['pdf', pdf],
  ['pdf-fuzz', pdfFuzz],
  ['fuzz', fuzz],
  ['bombs', bombs],
  ['shapes', shapes],
  ['queue', queue],
  ['queue-size', queueSize],
  ['faults', faults],
  ['disk-full', diskFull],
  ['quality', quality],
  ['corruptions', corruptions],
  ['store-size', storeSize],
]);
