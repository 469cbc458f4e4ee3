import type { PaperTree, StepResult } from '@scrutineer/model';
import { zipDirectory } from './zip.ts';

/** Reads the bytes of a paper into its document tree. */
export async function readPaper(bytes: Uint8Array, file: string): Promise<StepResult<PaperTree>> {
  if (bytes[0] === 0x25) {
    const { readPdf } = await import('./pdf/read-pdf.ts');
    return readPdf(bytes, file);
  }
  const entries = bytes[0] === 0x50 ? zipDirectory(bytes) : null;
  if (entries) {
    const { readDocx } = await import('./docx/read-docx.ts');
    return readDocx(bytes, entries, file);
  }
  if (/^\s*<(!doctype|html)/i.test(new TextDecoder().decode(bytes.subarray(0, 300)))) {
    const { readHtml } = await import('./html/read-html.ts');
    return readHtml(new TextDecoder().decode(bytes));
  }
  const { readMarkdown } = await import('./markdown/read-markdown.ts');
  return readMarkdown(new TextDecoder().decode(bytes));
}
