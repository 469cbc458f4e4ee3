import type { ExportFile } from '../row.ts';

/** The files of an export with their whole content, in the order in which they came. */
export async function filesOf(files: AsyncIterable<ExportFile>): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  for await (const { name, content } of files) {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(Buffer.from(piece as string));
    contents.set(name, Buffer.concat(pieces));
  }
  return contents;
}

/** The text of the only, or the named, file of an export. */
export async function textOf(files: AsyncIterable<ExportFile>, name?: string): Promise<string> {
  const contents = await filesOf(files);
  const content = name === undefined ? [...contents.values()][0] : contents.get(name);
  if (!content) throw new Error(`the export has no file ${name}`);
  return content.toString('utf8');
}
