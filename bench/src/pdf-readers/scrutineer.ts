// Reads PDF files as Scrutineer does, tables and all, with THREADS threads (0: in this one). Prints the number of pages.
import { readFileSync } from 'node:fs';
import { readPaper } from '@scrutineer/ingest';
import { treePool } from '@scrutineer/workers/reading-pool';

const [threads, ...files] = process.argv.slice(2);
const pool = threads === '0' ? null : treePool(Number(threads), { ocr: 'never' });
const read = (file: string) => {
  const bytes = readFileSync(file);
  return pool ? pool.withReader((run) => run({ id: file, file, bytes })) : readPaper(bytes, file, { ocr: 'never' });
};
let pages = 0;
const count = async (file: string) => {
  const result = await read(file);
  if (result.status !== 'failed') pages += result.value.pages ?? 0;
};
if (pool) await Promise.all(files.map(count));
else for (const file of files) await count(file);
await pool?.close();
console.log(pages);
