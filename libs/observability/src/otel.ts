/**
 * First import of a main.ts: instrumentation has to be in place before the modules it wraps are loaded. Without
 * OTEL_EXPORTER_OTLP_ENDPOINT nothing is loaded, which saves about 20 MB per process.
 */
import type * as HttpInstrumentationModule from '@opentelemetry/instrumentation-http';
import type * as KafkaInstrumentationModule from '@opentelemetry/instrumentation-kafkajs';
import type * as PgInstrumentationModule from '@opentelemetry/instrumentation-pg';
import type * as ExporterModule from '@opentelemetry/exporter-trace-otlp-http';
import type * as SdkModule from '@opentelemetry/sdk-node';
import type * as RedactingModule from './tracing/redacting-exporter';

/* eslint-disable @typescript-eslint/no-require-imports -- only a synchronous require comes before the later imports */
if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) {
  const { NodeSDK } = require('@opentelemetry/sdk-node') as typeof SdkModule;
  const { OTLPTraceExporter } = require('@opentelemetry/exporter-trace-otlp-http') as typeof ExporterModule;
  const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http') as typeof HttpInstrumentationModule;
  const { KafkaJsInstrumentation } =
    require('@opentelemetry/instrumentation-kafkajs') as typeof KafkaInstrumentationModule;
  const { PgInstrumentation } = require('@opentelemetry/instrumentation-pg') as typeof PgInstrumentationModule;
  const { RedactingExporter } = require('./tracing/redacting-exporter') as typeof RedactingModule;
  const sdk = new NodeSDK({
    traceExporter: new RedactingExporter(new OTLPTraceExporter()),
    instrumentations: [new HttpInstrumentation(), new KafkaJsInstrumentation(), new PgInstrumentation()],
  });
  sdk.start();
  // Nest ends the process itself once the service is drained; the last spans leave while it drains.
  process.once('SIGTERM', () => void sdk.shutdown().catch(() => undefined));
}
