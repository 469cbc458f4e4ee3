import JSZip from 'jszip';

/** The moment that all samples say they were made at. */
export const MADE = new Date('2020-01-01T00:00:00Z');

/**
 * Takes what differs from run to run out of a Word document: the moments of creation and change, and the zip's own
 * times. JSZip packs with pako, so that the bytes are the same on any machine.
 */
export async function steadyDocx(bytes: Uint8Array): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(bytes);
  const target = new JSZip();
  for (const name of Object.keys(source.files).sort()) {
    const file = source.files[name]!;
    if (file.dir) continue;
    const text = (await file.async('string')).replace(MOMENTS, `$1${MADE.toISOString()}$2`);
    target.file(name, text, { date: MADE, createFolders: false });
  }
  return target.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}

const MOMENTS = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
