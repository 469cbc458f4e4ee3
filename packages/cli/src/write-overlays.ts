import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MEDIA_TYPES, type Paper, type PaperTree } from '@scrutineer/model';
import { overlayPool, type ReadingLimits } from '@scrutineer/workers/reading-pool';
import { CommandError } from './exit-codes.ts';
import { logMessages } from './load-paper.ts';
import { counted } from './output/counted.ts';
import type { Log } from './output/log.ts';
import { refusalOf } from './refusal.ts';

/**
 * Writes a picture of each page of a PDF into a folder, with the boxes of its text blocks (blue), tables and cells
 * (green) and figures (red). Pages are drawn where papers are read; one that cannot be drawn is told and left out.
 *
 * @throws CommandError where the paper is no PDF or the folder cannot be written
 */
export async function writeOverlays(
  { id, file, bytes }: Paper,
  tree: PaperTree,
  { folder, log, limits }: { readonly folder: string; readonly log: Log; readonly limits: ReadingLimits },
): Promise<void> {
  if (tree.mediaType !== MEDIA_TYPES.pdf) throw new CommandError(`${file} has no pages to draw: it is no PDF`);
  const pages = tree.pages ?? 0;
  const pool = overlayPool(1, limits);
  let drawn = 0;
  try {
    await mkdir(folder, { recursive: true });
    for (let page = 1; page <= pages; page += 1) {
      const picture = await pool.withReader((draw) => draw({ id, file, bytes, draw: page }));
      logMessages(picture.messages, file, log);
      if (picture.status === 'failed') continue;
      await writeFile(join(folder, `page-${String(page).padStart(String(pages).length, '0')}.png`), picture.value);
      drawn += 1;
    }
  } catch (error) {
    throw refusalOf(folder, error);
  } finally {
    await pool.close();
  }
  log('info', `${counted(drawn, 'page')} of ${file} drawn in ${folder}`, { file, folder });
}
