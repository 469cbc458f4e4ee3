// Reads PDF files with liteparse, a native parser: text laid out in a grid of characters. Prints the number of pages.
import { LiteParse } from '@llamaindex/liteparse';

const parser = new LiteParse({ ocrEnabled: false, quiet: true });
let pages = 0;
for (const file of process.argv.slice(2)) pages += (await parser.parse(file)).pages.length;
console.log(pages);
