import { readFileSync } from 'node:fs';
import { SETTING_NAMES, SettingsError, settingsOf } from './settings.ts';

describe('settings', () => {
  test('have defaults for all', () => {
    expect(settingsOf({})).toEqual({
      redisUrl: 'redis://127.0.0.1:6379',
      queuePrefix: 'scrutineer',
      contact: null,
      allowedHosts: [],
      paperFolders: [process.cwd()],
      hostDelay: 2000,
      attempts: 8,
      lockDuration: 30_000,
      grace: 25_000,
      paperTime: 300_000,
      pageTime: 60_000,
      ocr: 'auto',
      monitor: { host: '127.0.0.1', port: 9464 },
      dashboard: { host: '127.0.0.1', port: 3010 },
      serverNames: [],
      logLevel: 'info',
      tracesTo: null,
    });
  });

  test('are read from the environment; empty counts as not set', () => {
    const settings = settingsOf({
      REDIS_URL: 'rediss://queue:6380',
      SCRUTINEER_ALLOWED_HOSTS: 'intranet, files.local',
      SCRUTINEER_HOST_DELAY_SECONDS: '0.5',
      SCRUTINEER_CONTACT: '',
      SCRUTINEER_PAPER_FOLDERS: '/papers:/more papers, and more',
      SCRUTINEER_SERVER_NAMES: 'worker, monitor.example',
      SCRUTINEER_MONITOR: 'off',
      SCRUTINEER_DASHBOARD: '0.0.0.0:80',
    });
    expect(settings).toMatchObject({
      redisUrl: 'rediss://queue:6380',
      allowedHosts: ['intranet', 'files.local'],
      hostDelay: 500,
      contact: null,
      paperFolders: ['/papers', '/more papers, and more'],
      serverNames: ['worker', 'monitor.example'],
      monitor: null,
      dashboard: { host: '0.0.0.0', port: 80 },
    });
  });

  test.each([
    ['REDIS_URL', 'http://queue'],
    ['SCRUTINEER_QUEUE_PREFIX', 'a:b'],
    ['SCRUTINEER_HOST_DELAY_SECONDS', '-1'],
    ['SCRUTINEER_HOST_DELAY_SECONDS', 'soon'],
    ['SCRUTINEER_ATTEMPTS', '1.5'],
    ['SCRUTINEER_MONITOR', '9464'],
    ['SCRUTINEER_LOG_LEVEL', 'loud'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector'],
  ])('a wrong %s is named: %s', (name, value) => {
    expect(() => settingsOf({ [name]: value })).toThrow(SettingsError);
    expect(() => settingsOf({ [name]: value })).toThrow(name);
  });

  test('are all told in the guide, and the compose file sets none that there is not', () => {
    const guide = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    for (const name of SETTING_NAMES) expect(guide).toContain(`| \`${name}\` |`);
    const compose = readFileSync(new URL('../../deploy/compose.yaml', import.meta.url), 'utf8');
    const set = [...compose.matchAll(/^ +(SCRUTINEER_\w+|REDIS_URL):/gm)].map(([, name]) => name!);
    expect(set.filter((name) => !SETTING_NAMES.includes(name) && name !== 'SCRUTINEER_STORE')).toEqual([]);
  });
});
