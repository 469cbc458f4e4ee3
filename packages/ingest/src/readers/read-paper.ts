import { failed, type PaperTree, type StepResult, sound, soundText } from '@scrutineer/model';
import { type Detected, detect } from './detect.ts';
import type { BadByte } from './first-bad-byte.ts';
import { MOST_PAPER_BYTES } from './limits.ts';
import { setOutline } from './outline/set-outline.ts';
import type { ReadOptions } from './read-options.ts';

/**
 * Reads the bytes of a paper into its document tree. What the file is, its content tells, never its name.
 * Each format's reader is loaded when the first paper of that format comes.
 *
 * @param file name of the paper, for messages
 */
export async function readPaper(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<StepResult<PaperTree>> {
  const refused = checkByteLength(bytes.byteLength, file);
  if (refused) return refused;
  try {
    const read = withSoundText(await readDetected(detect(bytes), bytes, file, options));
    return read.status === 'failed' ? read : { ...read, value: setOutline(read.value) };
  } catch (error) {
    return unreadable(file, error as Error);
  }
}

/** A tree whose texts every store and file can hold; whether they are, the paper's text tells. */
function withSoundText(read: StepResult<PaperTree>): StepResult<PaperTree> {
  if (read.status === 'failed' || soundText(read.value.text) === read.value.text) return read;
  return sound(read);
}

/** Why a paper of so many bytes is refused; null where it is not. To be asked before a file is read into memory. */
export function checkByteLength(byteLength: number, file: string): StepResult<never> | null {
  if (byteLength === 0) return failed('input/empty', `${file} is empty`, 'check that it was downloaded completely');
  if (byteLength <= MOST_PAPER_BYTES) return null;
  const [size, most] = [byteLength, MOST_PAPER_BYTES].map((bytes) => Math.round(bytes / 2 ** 20));
  return failed('input/too-large', `${file} has ${size} MiB, and papers of up to ${most} MiB are read`, 'split it');
}

async function readDetected(
  detected: Detected,
  bytes: Uint8Array,
  file: string,
  options: ReadOptions,
): Promise<StepResult<PaperTree>> {
  switch (detected.kind) {
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, file, options);
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes, detected.entries, file);
    case 'html':
      return (await import('./html/read-html.ts')).readHtml(detected.text);
    case 'markdown':
      return (await import('./markdown/read-markdown.ts')).readMarkdown(detected.text);
    case 'unknown':
      return failed('input/unknown', `${file} is ${await nameOf(bytes)}`, FORMATS);
    default:
      return refusal(detected, file);
  }
}

const FORMATS = 'papers are read from PDF, Word (.docx), HTML and Markdown files';

function refusal(
  detected: Exclude<Detected, { kind: 'pdf' | 'docx' | 'html' | 'markdown' | 'unknown' }>,
  file: string,
): StepResult<never> {
  switch (detected.kind) {
    case 'truncated-pdf':
      return failed('pdf/truncated', `${file} is a PDF whose end is missing`, 'download it again');
    case 'broken-zip':
      return failed('docx/truncated', `${file} is a Word or ZIP file whose end is missing`, 'download it again');
    case 'other-zip':
      return failed('input/not-a-paper', `${file} is ${detected.what}`, FORMATS);
    case 'locked-office':
      return failed('docx/password', `${file} is protected with a password`, 'save a copy without the password');
    case 'old-office':
      return failed(
        'input/old-word',
        `${file} is a file of Word 97-2003 (.doc)`,
        'open it in Word and save it as .docx',
      );
    case 'rich-text':
      return failed('input/rich-text', `${file} is a rich text file (.rtf)`, 'open it in Word and save it as .docx');
    case 'other-encoding':
      return failed('text/encoding', `${file} is not valid UTF-8 ${placeOf(detected.at)}`, 'save it as UTF-8');
    case 'blank':
      return failed('input/empty', `${file} holds nothing but blanks`, 'check that it was downloaded completely');
  }
}

function placeOf({ byte, offset, line, column }: BadByte): string {
  const code = byte.toString(16).toUpperCase().padStart(2, '0');
  return `at line ${line}, character ${column} (byte ${code} at offset ${offset})`;
}

/** What a file of no kind that is read here is, in words. */
async function nameOf(bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes);
  if (!type) return 'neither text nor a kind of document that is known';
  const [kind] = type.mime.split('/');
  const word = kind === 'image' ? 'a picture' : kind === 'video' || kind === 'audio' ? `an ${kind} file` : 'a file';
  return `${word} of type ${type.ext}`;
}

function unreadable(file: string, error: Error): StepResult<never> {
  // V8 tells that its stack is full in no other way than by this kind of error.
  if (error instanceof RangeError && error.message.includes('call stack'))
    return failed(
      'reader/nested-too-deeply',
      `${file} has lists, quotes or tables nested too deeply to be read`,
      'save it anew in the program it came from',
    );
  return failed(
    'reader/error',
    `${file} could not be read: its reader failed (${error.name})`,
    'please report this file',
  );
}
