import fc from 'fast-check';
import { inChunks } from './in-chunks.ts';

test('nothing is lost or changes its place, and short texts are joined', async () => {
  const pieces = fc.array(fc.oneof(fc.string(), fc.uint8Array(), fc.constant('x'.repeat(40_000))));
  await fc.assert(
    fc.asyncProperty(pieces, async (given) => {
      const bytesOf = (all: readonly (string | Uint8Array)[]) =>
        Buffer.concat(all.map((one) => Buffer.from(one as string)));
      const chunks = await Array.fromAsync(inChunks(given));
      expect(bytesOf(chunks).equals(bytesOf(given))).toBe(true);
      expect(chunks.length).toBeLessThanOrEqual(given.length);
    }),
  );
  expect(await Array.fromAsync(inChunks(['a', 'b', 'c']))).toEqual(['abc']);
});
