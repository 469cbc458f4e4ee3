/** The store cannot be used; the message is one sentence for the person who can put it right. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** The database does not answer. */
export class StoreUnreachableError extends StoreError {
  override readonly name = 'StoreUnreachableError';
}
