import { diskFull } from '@scrutineer/model';

/** The store cannot be used; the message is one sentence for the person who can put it right. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** The database does not answer. */
export class StoreUnreachableError extends StoreError {
  override readonly name = 'StoreUnreachableError';
}

/** The disk that holds the store is full; what was written before stands, and nothing of what was under way. */
export class StoreFullError extends StoreError {
  override readonly name = 'StoreFullError';

  /** @param what the store, named so that a person finds its disk */
  constructor(what: string) {
    super(diskFull(what));
  }
}
