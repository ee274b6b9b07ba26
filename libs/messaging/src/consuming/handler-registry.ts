import { Injectable } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { eventDefinition, type TopicDefinition } from '@creator-connect/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import type { DeliveryContext } from './delivery-context';

/** The service's event handlers, as Nest found them by their `@EventPattern` or `@Consumes`. */
@Injectable()
export class HandlerRegistry {
  private readonly handlers = new Map<string, MessageHandler[]>();

  add(type: string, handler: MessageHandler): void {
    if (!eventDefinition(type)) throw new Error(`There is a handler for "${type}", which is no event of the catalogue`);
    this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler]);
  }

  has(type: string): boolean {
    return this.handlers.has(type);
  }

  /** Topics of all events that have a handler. */
  topics(): TopicDefinition[] {
    return [...new Set([...this.handlers.keys()].map((type) => eventDefinition(type)!.topic))];
  }

  /** Runs all handlers of the event, one after the other: they share one connection. Rejects with what the first failed with. */
  async invoke(delivery: DeliveryContext): Promise<void> {
    for (const handler of this.handlers.get(delivery.envelope.type) ?? []) {
      try {
        const result: unknown = await handler(delivery.envelope, delivery);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
      } catch (error) {
        throw delivery.failure ?? error;
      }
      if (delivery.failure !== undefined) throw delivery.failure;
    }
  }
}
