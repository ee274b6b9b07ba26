import { AppError, requestErrors } from '@creator-connect/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { SessionCaller } from '../../edge/caller';
import { CurrentSession } from '../../edge/request-decorators';
import { Sessions } from '../sessions';

export class OwnSession {
  /** Of the session, not what opens it. */
  @ApiProperty()
  id!: string;
  @ApiProperty()
  current!: boolean;
  @ApiProperty()
  createdAt!: string;
  /** To the minute. */
  @ApiProperty()
  lastSeenAt!: string;
  @ApiProperty()
  expiresAt!: string;
}

export class ListSessionsResponse {
  @ApiProperty({ type: [OwnSession] })
  items!: OwnSession[];
}

@ApiTags('sessions')
@Controller('v1/users/current/sessions')
export class ListSessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Get()
  @ApiOperation({ summary: 'Where you are signed in' })
  @ApiOkResponse({ type: ListSessionsResponse })
  async list(@CurrentSession() { open }: SessionCaller): Promise<ListSessionsResponse> {
    const { userId, id } = open.session;
    if (userId === null) throw new AppError(requestErrors.forbidden);
    const sessions = await this.sessions.ofUser(userId);
    return {
      items: sessions.map((session) => ({
        id: session.id,
        current: session.id === id,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      })),
    };
  }
}
