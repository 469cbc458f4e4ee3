import { canMountDisk } from './disk.ts';

/** As `describe`, for tests that mount disks of their own: skipped by name where that cannot be; with CI=true a failure. */
export function describeWithDisks(name: string, body: () => void): void {
  const title = `${name}: needs to mount a disk (run as root on Linux)`;
  if (canMountDisk()) describe(name, body);
  else if (process.env.CI === 'true')
    test(title, () => {
      throw new Error(title);
    });
  else test.skip(title, () => {});
}
