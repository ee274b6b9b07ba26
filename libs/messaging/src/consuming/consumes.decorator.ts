import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventDefinition, EventEnvelope } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { DeliveryContext } from './delivery-context';

// A parameter decorator of our own, since Nest's @Payload and @Ctx would send the values through the global validation
// pipe, which would try to build an EntityManager out of the transaction.
const Delivery = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToRpc().getContext<unknown>(),
);

type EventHandler<T> = (event: EventEnvelope<T>, tx: Tx) => Promise<void>;

/**
 * Marks a method as the handler of an event: `@Consumes(AccountAuthorized) async handle(event, tx)`. It runs in one
 * transaction with the inbox row and whatever it adds to the outbox, in the context of the event's organisation if the
 * event has one. It may run again after a failure, so effects outside of the database need an idempotency key.
 */
export function Consumes<T>(event: EventDefinition<T>) {
  return <F extends EventHandler<T>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<F>,
  ): void => {
    const handle = descriptor.value as EventHandler<T>;
    descriptor.value = async function (this: unknown, given: DeliveryContext | EventEnvelope<T>, tx: Tx) {
      // Called by a test, and not through Nest.
      if (!(given instanceof DeliveryContext)) return handle.call(this, given, tx);
      try {
        await handle.call(this, given.envelope as EventEnvelope<T>, given.tx);
      } catch (error) {
        given.failure = error;
        throw error;
      }
    } as unknown as F;
    // Whatever decorators below this one have put on the method.
    for (const name of Reflect.getMetadataKeys(handle)) {
      Reflect.defineMetadata(name, Reflect.getMetadata(name, handle), descriptor.value);
    }
    Delivery()(target, key, 0);
    (EventPattern(event.type) as MethodDecorator)(target, key, descriptor);
  };
}
