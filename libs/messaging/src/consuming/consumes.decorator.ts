import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { EventDefinition, EventEnvelope } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { DeliveryContext } from './delivery-context';

// Parameter decorators of our own, since Nest's @Payload and @Ctx would send the values through the global validation
// pipe, which would try to build an EntityManager out of the transaction.
const Event = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToRpc().getData<unknown>());
const Transaction = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToRpc().getContext<DeliveryContext>().tx,
);

/**
 * Marks a method as the handler of an event: `@Consumes(AccountAuthorized) async handle(event, tx)`. It runs in one
 * transaction with the inbox row and whatever it adds to the outbox, in the context of the event's organisation if the
 * event has one. It may run again after a failure, so effects outside of the database need an idempotency key.
 */
export function Consumes<T>(event: EventDefinition<T>) {
  return <F extends (event: EventEnvelope<T>, tx: Tx) => Promise<void>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<F>,
  ): void => {
    Event()(target, key, 0);
    Transaction()(target, key, 1);
    (EventPattern(event.type) as MethodDecorator)(target, key, descriptor);
  };
}
