import { failureReason } from '@scrutineer/model';
import { createPool, type Pool, PoolClosedError } from './pool.ts';

const entry = new URL('../testing/obedient-process.ts', import.meta.url);

describe('a pool of reading processes', () => {
  let pool: Pool<never>;
  beforeEach(() => {
    pool = createPool(2, { entry, timeBudget: 8000, memoryBudget: 256, reading: { pageTime: 1000 } });
  });
  afterEach(() => pool.close());

  const read = async (order: string) => {
    const bytes = new TextEncoder().encode(order);
    const result = await pool.withReader((run) => run({ id: order, file: `${order}.md`, bytes }));
    return failureReason(result.messages);
  };

  test.each([
    ['crash', 'crash.md crashed the reading process (the order was to crash); the other papers are read without it'],
    ['end', 'end.md ended the reading process (exit code 7); the other papers are read without it'],
    ['hang', 'hang.md took longer to read than the 8 seconds a paper may take; the other papers are read without it'],
    [
      'use up memory',
      'use up memory.md needs more memory to read than a paper may take; the other papers are read without it',
    ],
  ])('a paper that makes its process %s fails alone, and the process is replaced', async (order, reason) => {
    const reasons = await Promise.all(['one', order, 'two', 'three', 'four'].map(read));
    expect(reasons).toEqual(['read: one', reason, 'read: two', 'read: three', 'read: four']);
  });

  test.each(['hang', 'use up memory', 'use up buffers'])(
    'a paper whose second page makes its process %s is read without it',
    async (order) => {
      expect(await read(`${order} on page 2`)).toBe(`read: ${order} on page 2, without 2`);
    },
  );

  test('no more papers are under way than there are readers', async () => {
    let underWay = 0;
    let most = 0;
    const hold = () =>
      pool.withReader(async () => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
      });
    await Promise.all(Array.from({ length: 20 }, hold));
    expect(most).toBe(2);
  });

  test('that is closed refuses who still waits, who comes, and who holds a reader', async () => {
    const told = Promise.withResolvers<void>();
    const holders = [1, 2].map(() =>
      pool.withReader(async (run) => {
        await told.promise;
        return run({ id: 'late', file: 'late.md', bytes: new TextEncoder().encode('late') });
      }),
    );
    const waiting = [read('three'), read('four')];
    const refused = Promise.allSettled([...waiting, ...holders]);
    await pool.close();
    told.resolve();
    const reasons = (await refused).map((end) => (end as PromiseRejectedResult).reason);
    expect(reasons.map((reason) => reason instanceof PoolClosedError)).toEqual([true, true, true, true]);
    await expect(read('after')).rejects.toThrow(PoolClosedError);
  });

  test('is closed though a result comes while its process is being ended', async () => {
    for (let turns = 1; turns <= 12; turns += 1) {
      const one = createPool<never>(1, { entry, timeBudget: 8000, memoryBudget: 256, reading: { pageTime: 1000 } });
      const readOne = (order: string) =>
        one.withReader((run) => run({ id: order, file: 'a.md', bytes: new TextEncoder().encode(order) }));
      await readOne('first');
      const last = readOne('last');
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await one.close();
      expect(failureReason((await last).messages)).toMatch(
        /^(read: last|a.md was being read when its process was ended)/,
      );
    }
  });

  test('a caller that fails gives its reader back', async () => {
    const fail = () => pool.withReader(async () => Promise.reject(new Error('no')));
    await expect(Promise.all([fail(), fail(), fail()])).rejects.toThrow('no');
    expect(await read('after')).toBe('read: after');
  });
});
