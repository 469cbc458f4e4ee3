/** Something the person who runs the command can put right; the message is one sentence for them. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
