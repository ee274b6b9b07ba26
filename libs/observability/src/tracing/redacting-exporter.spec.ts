import { randomBytes } from 'node:crypto';
import { tracing } from '@opentelemetry/sdk-node';
import { RedactingExporter } from './redacting-exporter';

const { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } = tracing;

describe('traces', () => {
  it('leave without secrets in addresses, headers and errors', async () => {
    const memory = new InMemorySpanExporter();
    const provider = new BasicTracerProvider({
      spanProcessors: [new SimpleSpanProcessor(new RedactingExporter(memory))],
    });
    const secret = randomBytes(24).toString('hex');
    const span = provider.getTracer('test').startSpan('GET', {
      attributes: {
        'url.full': `http://localhost/oauth/tiktok/callback?code=${secret}&state=${secret}`,
        'url.path': `/a/${secret}`,
        'http.request.header.authorization': [`Bearer ${secret}`],
        'http.response.status_code': 303,
      },
    });
    span.recordException(new Error(`refused EAAB${secret}`));
    span.setStatus({ code: 2, message: `token act.${secret}` });
    span.end();
    await provider.forceFlush();
    const [{ attributes, events, status }] = memory.getFinishedSpans() as [
      ReturnType<typeof memory.getFinishedSpans>[number],
    ];
    expect(JSON.stringify({ attributes, events, status })).not.toContain(secret);
    expect(attributes['http.response.status_code']).toBe(303);
    expect(attributes['url.path']).toBe('/a/[redacted]');
    await provider.shutdown();
  });
});
