import type { PaperTree, StepResult } from '@scrutineer/model';

/** Reads the bytes of a paper into its document tree. */
export async function readPaper(bytes: Uint8Array, _file: string): Promise<StepResult<PaperTree>> {
  const { readMarkdown } = await import('./markdown/read-markdown.ts');
  return readMarkdown(new TextDecoder().decode(bytes));
}
