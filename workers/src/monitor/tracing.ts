import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Telemetry } from 'bullmq';
import { BullMQOtel } from 'bullmq-otel';

export interface Tracing {
  readonly telemetry: Telemetry;
  /** Sends what was not sent yet. */
  close(): Promise<void>;
}

/**
 * Traces jobs from the queue that adds them to the worker that ends them, by the OpenTelemetry protocol over HTTP.
 * The exporter takes its address and headers from the standard variables (`OTEL_EXPORTER_OTLP_ENDPOINT` …).
 */
export function startTracing(): Tracing {
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] });
  provider.register();
  return { telemetry: new BullMQOtel({ tracerName: 'scrutineer' }), close: () => provider.shutdown() };
}
