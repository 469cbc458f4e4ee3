import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Queues } from '../queue/queues.ts';

/** What is counted, by the naming conventions of Prometheus. */
export interface Metrics {
  readonly registry: Registry;
  readonly jobs: Counter<'queue' | 'outcome'>;
  readonly durations: Histogram<'queue'>;
  readonly papers: Counter<'outcome'>;
  readonly observations: Counter;
  readonly failures: Counter<'rule'>;
}

/** Upper ends of the classes of durations, in seconds: a small Markdown paper to one that takes all its time. */
const DURATIONS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    jobs: new Counter({
      name: 'scrutineer_jobs_total',
      help: 'Jobs that this worker ended, by queue and outcome (completed, failed: tried again or given up).',
      labelNames: ['queue', 'outcome'],
      registers,
    }),
    durations: new Histogram({
      name: 'scrutineer_job_duration_seconds',
      help: 'Time that a job took from its start to its end, by queue.',
      labelNames: ['queue'],
      buckets: DURATIONS,
      registers,
    }),
    papers: new Counter({
      name: 'scrutineer_papers_total',
      help: 'Papers that this worker ended, by outcome (added, replaced, unchanged, failed).',
      labelNames: ['outcome'],
      registers,
    }),
    observations: new Counter({
      name: 'scrutineer_observations_total',
      help: 'Observations that this worker stored.',
      registers,
    }),
    failures: new Counter({
      name: 'scrutineer_failures_total',
      help: 'Papers that failed for good, by the rule that says why.',
      labelNames: ['rule'],
      registers,
    }),
  };
}

/** Adds how many jobs wait, run and were given up, asked from Redis whenever the metrics are read. */
export function countQueues({ registry }: Metrics, queues: Queues): void {
  new Gauge({
    name: 'scrutineer_queue_jobs',
    help: 'Jobs in a queue, by state.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const queue of await queues.all()) {
        const counts = await queue.getJobCounts();
        for (const [state, count] of Object.entries(counts)) this.set({ queue: queue.name, state }, count);
      }
    },
  });
}
