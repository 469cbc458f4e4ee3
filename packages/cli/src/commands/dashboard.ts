import type { Command } from 'commander';
import { contextOf } from '../context.ts';

const EXAMPLES = `
Examples:
  $ scrutineer dashboard                              on SCRUTINEER_DASHBOARD (127.0.0.1:3010)
  $ scrutineer dashboard --read-only

It shows every queue with its jobs and why they failed. It has no login: keep it on a local address.`;

interface Options {
  readonly readOnly?: boolean;
}

export function define(command: Command): void {
  command.option('--read-only', 'show, but let nobody retry or delete').addHelpText('after', EXAMPLES).action(serve);
}

async function serve({ readOnly }: Options, command: Command): Promise<void> {
  const { log } = contextOf(command);
  const { settingsOf } = await import('@scrutineer/workers/settings');
  const { withQueues } = await import('@scrutineer/workers/queue');
  const { startDashboard } = await import('@scrutineer/workers/dashboard');
  const { toldToStop } = await import('../told-to-stop.ts');
  await withQueues(async (queues) => {
    const dashboard = await startDashboard(queues, settingsOf().dashboard, readOnly ?? false);
    log('info', `the dashboard is at ${dashboard.url}; Ctrl+C ends it`, { url: dashboard.url });
    await toldToStop();
    await dashboard.close();
  });
}
