import type { PaperFacts } from '@scrutineer/model';
import type { PeriodContext } from './periods/resolve.ts';
import type { Area } from './registry/areas.ts';
import type { Acronyms } from './text/acronyms.ts';

/** What a whole paper tells, that single figures stand on. */
export interface PaperContext {
  readonly facts: PaperFacts;
  /** The area of figures that name none; null where the paper does not tell. */
  readonly area: Pick<Area, 'id' | 'label'> | null;
  /** The force area that the paper's own area is or lies in; null where the paper does not tell. */
  readonly force: Pick<Area, 'id' | 'label'> | null;
  readonly periods: PeriodContext;
  readonly acronyms: Acronyms;
  /** Places that the paper itself names and no registry lists. */
  readonly places: readonly Area[];
}
