import type { PaperFacts, PaperTree } from '@scrutineer/model';
import type { Passage } from '../document.ts';
import type { Area } from '../registry/areas.ts';
import { readArea } from './area.ts';
import { readBody } from './body.ts';
import { readDate } from './date.ts';
import { frontLines } from './front-matter.ts';
import { readItemNumber } from './item-number.ts';
import { readReportingPeriod } from './reporting-period.ts';
import { readTitle } from './title.ts';

/** What a paper says about itself, each with the place where it says so; null where it does not. */
export function readFacts(tree: PaperTree, passages: readonly Passage[], places: readonly Area[]): PaperFacts {
  const lines = frontLines(passages);
  const date = readDate(lines);
  return {
    title: readTitle(lines),
    body: readBody(lines),
    area: readArea(lines, passages, places),
    date,
    reportingPeriod: readReportingPeriod(passages, lines, date?.value ?? null),
    itemNumber: readItemNumber(tree, lines),
  };
}
