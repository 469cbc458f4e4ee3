import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const require = createRequire(import.meta.url);

/** Larger pictures are left out: an A3 page at 600 dots an inch has 70 million pixels, and each takes four bytes. */
export const MOST_IMAGE_PIXELS = 80_000_000;

/**
 * Opens a PDF, hands it to `read`, and gives its memory back whatever happens.
 *
 * @throws what pdf.js throws on a broken or locked file: an error named `PasswordException`, `InvalidPDFException`…
 */
export async function withPdf<T>(bytes: Uint8Array, read: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  const resource = (name: string) => `${join(folder, name)}/`;
  const task = getDocument({
    // pdf.js takes the bytes away from the caller: it gets a copy.
    data: new Uint8Array(bytes),
    standardFontDataUrl: resource('standard_fonts'),
    cMapUrl: resource('cmaps'),
    cMapPacked: true,
    wasmUrl: resource('wasm'),
    useSystemFonts: false,
    maxImageSize: MOST_IMAGE_PIXELS,
    stopAtErrors: false,
    // The names of fonts: only they tell bold from regular.
    fontExtraProperties: true,
    // What pdf.js warns about, it also gives as a result; standard output must stay clean.
    verbosity: VerbosityLevel.ERRORS,
  });
  // Some are rejected only after the document was closed, so the listener stays.
  if (!process.listeners('unhandledRejection').includes(leavePdfErrors))
    process.on('unhandledRejection', leavePdfErrors);
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

/**
 * On damaged files pdf.js rejects promises that nobody waits for, beside those that we do; Node would end the process.
 *
 * @throws any other rejected value, as Node would
 */
function leavePdfErrors(reason: unknown): void {
  if (!(reason instanceof Error) || !reason.stack?.includes('pdf.worker')) throw reason;
}
