/** The queue cannot be used; the message is one sentence for the person who can put it right. */
export class QueueError extends Error {
  override readonly name: string = 'QueueError';
}

/** Redis does not answer. */
export class QueueUnreachableError extends QueueError {
  override readonly name = 'QueueUnreachableError';
}
