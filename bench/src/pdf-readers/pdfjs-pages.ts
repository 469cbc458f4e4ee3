import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const resource = (name: string) => `${join(folder, name)}/`;

/** Has every page of some files read, and prints how many there were. */
export async function eachPage(files: readonly string[], read: (page: PDFPageProxy) => Promise<void>): Promise<void> {
  let pages = 0;
  for (const file of files) {
    const task = getDocument({
      data: new Uint8Array(readFileSync(file)),
      standardFontDataUrl: resource('standard_fonts'),
      cMapUrl: resource('cmaps'),
      cMapPacked: true,
      wasmUrl: resource('wasm'),
      verbosity: VerbosityLevel.ERRORS,
    });
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await read(page);
      page.cleanup();
    }
    pages += document.numPages;
    await task.destroy();
  }
  console.log(pages);
}
