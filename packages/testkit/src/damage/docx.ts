import JSZip from 'jszip';
import type { Dice } from './dice.ts';
import { severalTimes } from './dice.ts';
import { damagedXml } from './markup.ts';

const MOST_DAMAGES = 6;
/** How often the damage is in the body; else in styles, numbering, notes, headers or relations. */
const IN_BODY = 0.75;

/** A Word file that is a whole ZIP of well-formed parts, with several things wrong in one of them. */
export async function damagedDocx(bytes: Uint8Array, dice: Dice): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.keys(zip.files).filter((name) => /^word\/[\w/.]+\.(?:xml|rels)$/.test(name));
  const part = dice.chance(IN_BODY) ? 'word/document.xml' : dice.oneOf(parts);
  const xml = await zip.file(part)!.async('string');
  zip.file(
    part,
    severalTimes(xml, MOST_DAMAGES, dice, (text) => damagedXml(text, dice)),
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}
