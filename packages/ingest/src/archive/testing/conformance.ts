import { sha256 } from '@scrutineer/model';
import type { Archive } from '../index.ts';

export const BYTES = new TextEncoder().encode('# A paper\n');
export const ID = sha256(BYTES);

/**
 * What every archive must do.
 *
 * @param open gives the same archive each time within a test, empty in a new one
 * @param damage replaces the bytes kept under an id by others
 */
export function archiveConformance(open: () => Promise<Archive>, damage: (id: string, bytes: string) => Promise<void>) {
  test('gives the bytes back; keeping them again changes nothing', async () => {
    const archive = await open();
    expect(await archive.put(ID, BYTES)).toBe('added');
    expect(await archive.put(ID, BYTES)).toBe('there');
    expect(Buffer.from((await archive.get(ID))!).equals(BYTES)).toBe(true);
  });

  test('gives null for what it does not hold, and after removal', async () => {
    const archive = await open();
    expect(await archive.get(ID)).toBeNull();
    await archive.put(ID, BYTES);
    await archive.remove(ID);
    await archive.remove(ID);
    expect(await archive.get(ID)).toBeNull();
  });

  test.each([
    ['was cut short', '# A pap'],
    ['has one byte changed', '# A paqer\n'],
    ['is empty', ''],
  ])('refuses what %s, tells it, and mends it', async (_, bytes) => {
    const archive = await open();
    expect(await archive.check(ID)).toBe('missing');
    await archive.put(ID, BYTES);
    expect(await archive.check(ID)).toBe('whole');
    await damage(ID, bytes);
    await expect(archive.get(ID)).rejects.toThrow(/is damaged.*; ingest the paper again/);
    expect(await archive.check(ID)).toBe('damaged');
    expect(await archive.put(ID, BYTES)).toBe('mended');
    expect(await archive.check(ID)).toBe('whole');
    expect(Buffer.from((await archive.get(ID))!).equals(BYTES)).toBe(true);
  });

  test('writers at the same time leave the whole', async () => {
    const archives = await Promise.all(Array.from({ length: 8 }, open));
    await Promise.all(archives.map((archive) => archive.put(ID, BYTES)));
    expect(await archives[0]!.get(ID)).not.toBeNull();
  });

  test('keeps what is named, and replaces it', async () => {
    const archive = await open();
    expect(await archive.getNamed('readings/abcd.1')).toBeNull();
    for (const text of ['one', 'two']) await archive.putNamed('readings/abcd.1', Buffer.from(text));
    expect(Buffer.from((await archive.getNamed('readings/abcd.1'))!).toString()).toBe('two');
  });

  test.each([
    '../../../etc/passwd',
    'readings/../../x',
    'readings/....',
    '/etc/passwd',
    'readings/a/bcd',
    ID.toUpperCase(),
  ])('takes no path for an id or a name: %s', async (path) => {
    const archive = await open();
    await expect((async () => archive.get(path))()).rejects.toThrow(RangeError);
    await expect((async () => archive.getNamed(path))()).rejects.toThrow(RangeError);
  });
}
