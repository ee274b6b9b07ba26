import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '@creator-connect/contracts';

/** Follows one request or message through everything it causes. */
export interface RequestContext {
  correlationId: string;
  /** Id of the event or request that caused this one. */
  causationId?: string | undefined;
  /** W3C trace context; handed on over HTTP and Kafka, so that one trace id links a request with all it causes. */
  traceparent?: string | undefined;
  /** For the log: whose data this is about. Never a source of rights. */
  organisationId?: string | undefined;
  /** For the log: the pseudonymous id of who asks. */
  actor?: string | undefined;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the running request or message. Work that nobody asked for gets a fresh one at each call. */
export function currentContext(): RequestContext {
  return storage.getStore() ?? { correlationId: newId() };
}

export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Adds to the running context what is known only later, such as who asks. Without a context it does nothing. */
export function annotateContext(more: Pick<RequestContext, 'organisationId' | 'actor'>): void {
  const context = storage.getStore();
  if (context) Object.assign(context, more);
}

/** What a log line says about its context; nothing outside of one. */
export function contextForLog(): Partial<RequestContext> {
  const context = storage.getStore();
  if (!context) return {};
  const { correlationId, organisationId, actor } = context;
  return { correlationId, organisationId, actor };
}
