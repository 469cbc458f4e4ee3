/** Resolves when the process is asked to end (SIGTERM, SIGINT); asked a second time it ends at once. */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
}
