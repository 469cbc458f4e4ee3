import type { PaperFacts } from '@scrutineer/model';
import type { PeriodContext } from './periods/resolve.ts';
import type { Area } from './registry/areas.ts';
import type { Acronyms } from './text/acronyms.ts';

/** What a whole paper tells, that single figures stand on. */
export interface PaperContext {
  readonly facts: PaperFacts;
  /** The area of figures that name none; null where the paper does not tell. */
  readonly area: Pick<Area, 'id' | 'label'> | null;
  readonly periods: PeriodContext;
  readonly acronyms: Acronyms;
}
