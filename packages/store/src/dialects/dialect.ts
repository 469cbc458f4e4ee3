import type { Dialect, Insertable, Kysely, RawBuilder } from 'kysely';
import type { ObservationTable, Tables } from '../schema.ts';

/** What a database brings that the others do not have alike. */
export interface StoreDialect {
  readonly dialect: Dialect;
  /** Column type for text that is compared by code point. */
  readonly text: RawBuilder<unknown>;
  /** Nothing can be written. */
  readonly isReadOnly: boolean;
  /** Within a transaction: waits until no other one holds these names, and holds them to the transaction's end. */
  lock(db: Kysely<Tables>, names: readonly string[]): Promise<void>;
  /** Inserts the observations of a paper in the way that is fastest. */
  insertObservations(db: Kysely<Tables>, rows: readonly Insertable<ObservationTable>[]): Promise<void>;
}
