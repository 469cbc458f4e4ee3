import type { Worker } from 'bullmq';
import type { StepTools } from './step-tools.ts';
import { startHostWorker } from './step-workers.ts';

/** Milliseconds after which a host that was never asked before gets its worker. */
const LOOK_FOR_HOSTS = 1000;

/** Workers for the hosts' queues: those there are, and each that comes. */
export interface HostWorkers {
  close(force?: boolean): Promise<void>;
}

export function startHostWorkers(tools: StepTools): HostWorkers {
  const workers = new Map<string, Worker>();
  let closed = false;
  const look = async () => {
    const names = await tools.queues.hostQueues();
    for (const name of names) if (!closed && !workers.has(name)) workers.set(name, startHostWorker(name, tools));
  };
  const timer = setInterval(() => look().catch(() => {}), LOOK_FOR_HOSTS);
  void look().catch(() => {});
  return {
    async close(force) {
      closed = true;
      clearInterval(timer);
      await Promise.all([...workers.values()].map((worker) => worker.close(force)));
    },
  };
}
