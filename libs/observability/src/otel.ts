/**
 * First import of a main.ts: instrumentation has to be in place before the modules it wraps are loaded. Without
 * OTEL_EXPORTER_OTLP_ENDPOINT nothing is loaded, which saves about 20 MB per process.
 */
import type * as HttpInstrumentationModule from '@opentelemetry/instrumentation-http';
import type * as KafkaInstrumentationModule from '@opentelemetry/instrumentation-kafkajs';
import type * as PgInstrumentationModule from '@opentelemetry/instrumentation-pg';
import type * as ExporterModule from '@opentelemetry/exporter-trace-otlp-http';
import type * as SdkModule from '@opentelemetry/sdk-node';

/* eslint-disable @typescript-eslint/no-require-imports -- only a synchronous require comes before the later imports */
if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) {
  const { NodeSDK } = require('@opentelemetry/sdk-node') as typeof SdkModule;
  const { OTLPTraceExporter } = require('@opentelemetry/exporter-trace-otlp-http') as typeof ExporterModule;
  const { HttpInstrumentation } = require('@opentelemetry/instrumentation-http') as typeof HttpInstrumentationModule;
  const { KafkaJsInstrumentation } =
    require('@opentelemetry/instrumentation-kafkajs') as typeof KafkaInstrumentationModule;
  const { PgInstrumentation } = require('@opentelemetry/instrumentation-pg') as typeof PgInstrumentationModule;
  new NodeSDK({
    traceExporter: new OTLPTraceExporter(),
    instrumentations: [new HttpInstrumentation(), new KafkaJsInstrumentation(), new PgInstrumentation()],
  }).start();
}
