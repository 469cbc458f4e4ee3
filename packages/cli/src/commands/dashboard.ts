import type { Command } from 'commander';
import { contextOf } from '../context.ts';

const EXAMPLES = `
Examples:
  $ scrutineer dashboard                              on SCRUTINEER_DASHBOARD (127.0.0.1:3010)
  $ scrutineer dashboard --allow-writes

It shows every queue with its jobs and why they failed. It has no login: keep it on a local address. Jobs can be retried and
deleted only where that is allowed, by who opens the address that is printed then: it holds a token.`;

interface Options {
  readonly allowWrites?: boolean;
}

export function define(command: Command): void {
  command
    .option('--allow-writes', 'let who has the token retry, change and delete jobs')
    .addHelpText('after', EXAMPLES)
    .action(serve);
}

async function serve({ allowWrites = false }: Options, command: Command): Promise<void> {
  const { log } = contextOf(command);
  const { settingsOf } = await import('@scrutineer/workers/settings');
  const { withQueues } = await import('@scrutineer/workers/queue');
  const { startDashboard } = await import('@scrutineer/workers/dashboard');
  const { toldToStop } = await import('../told-to-stop.ts');
  const settings = settingsOf();
  await withQueues(async (queues) => {
    const dashboard = await startDashboard(queues, settings.dashboard, {
      allowWrites,
      names: settings.serverNames,
    });
    log('info', `the dashboard is at ${dashboard.url}; Ctrl+C ends it`, { url: dashboard.url });
    await toldToStop();
    await dashboard.close();
  });
}
