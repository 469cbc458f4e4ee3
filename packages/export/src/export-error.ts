/** What was asked for cannot be exported so; its message is one sentence for the person who asked. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}
