import { archiveBeside, dataFolder } from './data-folder.ts';

test.each<[NodeJS.ProcessEnv, NodeJS.Platform, string]>([
  [{ SCRUTINEER_HOME: '/mine', XDG_DATA_HOME: '/xdg' }, 'linux', '/mine'],
  [{ XDG_DATA_HOME: '/xdg' }, 'linux', '/xdg/scrutineer'],
  [{}, 'linux', '/home/clerk/.local/share/scrutineer'],
  [{}, 'darwin', '/home/clerk/Library/Application Support/scrutineer'],
])('with %j on %s it is %s', (environment, platform, folder) => {
  expect(dataFolder(environment, platform, '/home/clerk')).toBe(folder);
});

test('the archive stands beside its store and bears its name', () => {
  expect(archiveBeside('/data/force.db')).toBe('/data/force-archive');
});
