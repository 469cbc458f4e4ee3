/** Redis does not answer; the message is one sentence for the person who can put it right. */
export class QueueUnreachableError extends Error {
  override readonly name = 'QueueUnreachableError';
}
