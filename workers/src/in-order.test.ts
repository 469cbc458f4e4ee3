import { inOrder } from './in-order.ts';

/** Tasks that end in the order in which they are released. */
function heldTasks(count: number) {
  const releases: (() => void)[] = [];
  const started: number[] = [];
  const run = (item: number) => {
    started.push(item);
    return new Promise<number>((resolve) => {
      releases[item] = () => resolve(item);
    });
  };
  return { items: Array.from({ length: count }, (_, index) => index), releases, started, run };
}

test('results come in the order of the items, whichever is done first', async () => {
  const { items, releases, run } = heldTasks(3);
  const results = Array.fromAsync(inOrder(items, 3, run));
  for (const index of [2, 0, 1]) releases[index]!();
  expect(await results).toEqual([0, 1, 2]);
});

test('no more tasks are started than asked for before the first is taken', async () => {
  const { items, releases, started, run } = heldTasks(5);
  const results = inOrder(items, 2, run);
  const first = results.next();
  expect(started).toEqual([0, 1]);
  releases[0]!();
  expect((await first).value).toBe(0);
});

test('a failure is met in its turn', async () => {
  const results = inOrder([1, 2], 2, async (item) => (item === 2 ? Promise.reject(new Error('two')) : item));
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('two');
});
