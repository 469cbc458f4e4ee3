// Reads PDF files with pdf.js alone: their text, as anybody would have it. Prints the number of pages.
import { eachPage } from './pdfjs-pages.ts';

await eachPage(process.argv.slice(2), async (page) => void (await page.getTextContent()));
