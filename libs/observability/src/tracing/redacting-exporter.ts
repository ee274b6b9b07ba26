import type { NodeSDKConfiguration } from '@opentelemetry/sdk-node';
import { redactText } from '../logging/redact';

type SpanExporter = NonNullable<NodeSDKConfiguration['traceExporter']>;
type Spans = Parameters<SpanExporter['export']>[0];
type Attributes = Spans[number]['attributes'];

/** Traces obey the same rule as logs: instrumentation records addresses with their queries, and the words of errors. */
export class RedactingExporter implements SpanExporter {
  constructor(private readonly inner: SpanExporter) {}

  export(spans: Spans, done: Parameters<SpanExporter['export']>[1]): void {
    for (const span of spans) {
      redact(span.attributes);
      for (const { attributes } of span.events) redact(attributes ?? {});
      if (span.status.message) span.status.message = redactText(span.status.message);
    }
    this.inner.export(spans, done);
  }

  shutdown(): Promise<void> {
    return this.inner.shutdown();
  }
}

function redact(attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') attributes[name] = redactText(value);
    else if (Array.isArray(value)) attributes[name] = value.map((item) => redactText(String(item)));
  }
}
