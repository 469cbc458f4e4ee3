import type { Dialect, Kysely, RawBuilder } from 'kysely';
import type { Tables } from '../schema.ts';

/** What a database brings that the others do not have alike. */
export interface StoreDialect {
  readonly dialect: Dialect;
  /** Column type for text that is compared by code point. */
  readonly text: RawBuilder<unknown>;
  /** Within a transaction: waits until no other one holds this name, and holds it to the transaction's end. */
  lock(db: Kysely<Tables>, name: string): Promise<void>;
}
