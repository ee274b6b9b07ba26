import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '@creator-connect/contracts';

/** Follows one request or message through everything it causes. */
export interface RequestContext {
  correlationId: string;
  /** Id of the event or request that caused this one. */
  causationId?: string;
  /** W3C trace context; handed on over HTTP and Kafka, so that one trace id links a request with all it causes. */
  traceparent?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the running request or message. Work that nobody asked for gets a fresh one at each call. */
export function currentContext(): RequestContext {
  return storage.getStore() ?? { correlationId: newId() };
}

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}
