/** Stands for a character that no text can hold (U+FFFD), as decoders of text have it. */
const REPLACEMENT = '\ufffd';

/**
 * Text that every database and file can hold: the character NUL and halves of surrogate pairs that stand alone become
 * U+FFFD. Each is one code unit for one, so that offsets stay right.
 */
export function soundText(text: string): string {
  return isSound(text) ? text : text.replaceAll('\0', REPLACEMENT).toWellFormed();
}

function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Plain data with all its texts sound, keys too; the same object where they are. */
export function sound<T>(data: T): T {
  if (typeof data === 'string') return soundText(data) as T;
  if (data === null || typeof data !== 'object') return data;
  if (Array.isArray(data)) {
    const items = data.map(sound);
    return items.every((item, index) => item === data[index]) ? data : (items as T);
  }
  const entries = Object.entries(data).map(([key, value]) => [soundText(key), sound(value)] as const);
  const same = entries.every(([key, value]) => Object.hasOwn(data, key) && value === data[key as keyof T]);
  return same ? data : (Object.fromEntries(entries) as T);
}
