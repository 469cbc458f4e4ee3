import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from '../page.ts';
import { recognisePage } from './recognise-page.ts';
import { startRecogniser } from './recogniser.ts';

/** What came of one page: its text, or the reason why there is none. */
export interface RecognisedPage {
  readonly number: number;
  readonly page: Page | null;
  readonly reason: string | null;
}

/**
 * Recognises pages, as many at a time as there are threads for it, so that no more pictures are held than are worked on.
 *
 * @param time milliseconds that one page may take
 * @param threads most pages to recognise at a time
 */
export async function recognisePages(
  document: PDFDocumentProxy,
  numbers: readonly number[],
  time: number,
  threads?: number,
): Promise<RecognisedPage[]> {
  const recogniser = await startRecogniser(numbers.length, threads);
  const results = new Map<number, RecognisedPage>();
  const waiting = [...numbers];
  const work = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      try {
        const page = await document.getPage(number);
        results.set(number, { number, page: await recognisePage(page, recogniser, time), reason: null });
        page.cleanup();
      } catch (error) {
        results.set(number, { number, page: null, reason: (error as Error).message });
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: recogniser.threads }, work));
  } finally {
    await recogniser.close();
  }
  return numbers.map((number) => results.get(number)!);
}
