/**
 * Runs tasks ahead of the one whose result is next, and gives the results in the order of the items.
 *
 * @param ahead how many may be under way or wait to be taken at once: bounds what is held in memory
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  run: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = [];
  for (const item of items) {
    const task = run(item);
    // A failure is met when its turn comes; until then it must not count as unhandled.
    task.catch(() => {});
    started.push(task);
    if (started.length >= ahead) yield await started.shift()!;
  }
  for (const task of started) yield await task;
}
