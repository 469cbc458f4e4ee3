import { canMountDisk } from './disk.ts';

/** As `describe`, for tests that mount disks of their own: skipped by name where that is not possible; with CI=true a failure. */
export function describeWithDisks(name: string, body: () => void): void {
  if (canMountDisk()) return void describe(name, body);
  const title = `${name}: needs to mount a disk (run as root on Linux)`;
  if (process.env.CI !== 'true') return test.skip(title, () => {});
  test(title, () => {
    throw new Error(title);
  });
}
