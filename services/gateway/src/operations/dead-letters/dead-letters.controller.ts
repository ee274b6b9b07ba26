import { assertStepUp, InternalClient, type Identity } from '@creator-connect/security';
import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../clock';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { GATEWAY_CONFIG, type GatewayConfig } from '../../gateway.config';
import { serviceAddresses } from '../../routing/service-addresses';
import { operatorOf } from '../operator';
import {
  DeadLettersOf,
  DecideDeadLetterResponse,
  ListDeadLettersQuery,
  ListDeadLettersResponse,
  OneDeadLetter,
  type DeadLetterItem,
} from './dead-letters.dto';

/** As a service keeps them; the key is whatever bytes the message had. */
type Kept = Omit<DeadLetterItem, 'about'> & { key: string | null };
type Decided = Omit<DecideDeadLetterResponse, 'stoppedAt'> & Partial<Pick<DecideDeadLetterResponse, 'stoppedAt'>>;

const ourType = /^[A-Za-z]{1,60}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Messages that a service put aside. The service decides again who may, and writes down who did. */
@ApiTags('operations')
@Controller('v1/operations/:service/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly client: InternalClient,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Messages a service could not handle, with their cause; for operators' })
  @ApiOkResponse({ type: ListDeadLettersResponse })
  async list(
    @Param() { service }: DeadLettersOf,
    @Query() { status, limit, cursor }: ListDeadLettersQuery,
    @CurrentSession() caller: SessionCaller,
  ): Promise<ListDeadLettersResponse> {
    const query = { status, cursor, limit: String(limit) };
    const page = await this.client.call<{ items: Kept[]; nextCursor: string | null }>({
      ...this.to(service, operatorOf(caller)),
      method: 'GET',
      path: '/internal/dead-letters',
      query,
    });
    return { items: page.items.map(shown), nextCursor: page.nextCursor };
  }

  @Post(':id/replays')
  @HttpCode(200)
  @ApiOperation({ summary: 'Handle a message again, then those that wait behind it' })
  @ApiOkResponse({ type: DecideDeadLetterResponse })
  replay(@Param() message: OneDeadLetter, @CurrentSession() caller: SessionCaller): Promise<DecideDeadLetterResponse> {
    return this.decide('replays', message, caller);
  }

  @Post(':id/discards')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a message up, and handle those that waited only for it' })
  @ApiOkResponse({ type: DecideDeadLetterResponse })
  discard(@Param() message: OneDeadLetter, @CurrentSession() caller: SessionCaller): Promise<DecideDeadLetterResponse> {
    return this.decide('discards', message, caller);
  }

  /** Either changes data of an organisation that the operator can not see, so a session left open is not enough. */
  private async decide(
    what: 'replays' | 'discards',
    { service, id }: OneDeadLetter,
    caller: SessionCaller,
  ): Promise<DecideDeadLetterResponse> {
    const operator = operatorOf(caller);
    assertStepUp(operator, this.clock.now());
    const { replayed, stoppedAt } = await this.client.call<Decided>({
      ...this.to(service, operator),
      method: 'POST',
      path: `/internal/dead-letters/${id}/${what}`,
      timeoutMs: this.config.UPSTREAM_TIMEOUT_SECONDS * 1000,
    });
    return { replayed, stoppedAt: stoppedAt ?? null };
  }

  private to(service: DeadLettersOf['service'], as: Identity) {
    return { baseUrl: serviceAddresses(this.config)[service], audience: service, as };
  }
}

/** Field by field, so that nothing of the message itself ever comes along. */
function shown({ key, ...kept }: Kept): DeadLetterItem {
  return {
    id: kept.id,
    consumer: kept.consumer,
    eventType: kept.eventType !== null && ourType.test(kept.eventType) ? kept.eventType : null,
    topic: kept.topic,
    partition: kept.partition,
    offset: kept.offset,
    about: key !== null && uuid.test(key) ? key : null,
    status: kept.status,
    errorClass: kept.errorClass,
    errorMessage: kept.errorMessage,
    attempts: kept.attempts,
    firstAt: kept.firstAt,
    lastAt: kept.lastAt,
    resolvedBy: kept.resolvedBy,
  };
}
