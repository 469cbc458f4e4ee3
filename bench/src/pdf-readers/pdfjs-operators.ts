// Reads PDF files with pdf.js alone: their text and what they draw, which is what tables are found from.
import { eachPage } from './pdfjs-pages.ts';

await eachPage(process.argv.slice(2), async (page) => {
  await page.getTextContent();
  await page.getOperatorList();
});
