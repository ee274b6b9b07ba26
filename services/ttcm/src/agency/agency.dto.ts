import { ApiProperty } from '@nestjs/swagger';
import type { AgencyConnection } from './domain/connection';

export class AgencyConnectionResponse {
  @ApiProperty({ enum: ['NOT_CONNECTED', 'CONNECTED', 'REAUTH'] })
  state!: 'NOT_CONNECTED' | AgencyConnection['state'];

  @ApiProperty({
    description: 'Whether this installation has an app at the marketplace; without one nothing can be connected',
  })
  available!: boolean;

  @ApiProperty({
    enum: ['api', 'hand'],
    description:
      '"hand": the marketplace takes no invitations from this installation; a person of the agency sends them',
  })
  invitesBy!: 'api' | 'hand';

  @ApiProperty({ type: String, nullable: true })
  accountId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  accountName!: string | null;

  @ApiProperty({ type: String, nullable: true })
  country!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  connectedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: string | null;

  @ApiProperty({
    type: String,
    enum: ['token_refused', 'permission_missing'],
    nullable: true,
    description: 'Why TikTok accepts the authorization no longer',
  })
  endCause!: AgencyConnection['endCause'];

  static of(
    connection: AgencyConnection | null,
    installation: Pick<AgencyConnectionResponse, 'available' | 'invitesBy'>,
  ): AgencyConnectionResponse {
    return {
      state: connection?.state ?? 'NOT_CONNECTED',
      ...installation,
      accountId: connection?.accountId ?? null,
      accountName: connection?.accountLabel ?? null,
      country: connection?.country ?? null,
      connectedAt: connection?.connectedAt.toISOString() ?? null,
      endedAt: connection?.endedAt?.toISOString() ?? null,
      endCause: connection?.endCause ?? null,
    };
  }
}

export class BegunConnectionResponse {
  @ApiProperty({ format: 'uri', description: 'TikTok’s own page; open it in this browser' })
  redirectTo!: string;
}
