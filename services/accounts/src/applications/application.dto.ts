import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { authStates, platforms, type AuthState, type Platform } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import type { SocialAccount } from '../social-accounts/domain/social-account';
import type { Application } from './domain/application';

const shown = ['submitted', 'approved', 'declined'] as const;

export class ListApplicationsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: shown, default: 'submitted' })
  @IsOptional()
  @IsIn(shown)
  status: (typeof shown)[number] = 'submitted';

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  groupId?: string;
}

export class ApplicationAccountResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty({ enum: authStates })
  authState!: AuthState;

  static of({ id, platform, handle, displayName, authState }: SocialAccount): ApplicationAccountResponse {
    return { id, platform, handle, displayName, authState };
  }
}

class ApplicationGroupResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class ApplicationResponse {
  @ApiProperty({ format: 'uuid', description: 'Also of the influencer, once approved' })
  id!: string;

  @ApiProperty({ enum: shown })
  status!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'email' })
  email!: string;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'Fields of your organisation' })
  fields!: Record<string, string>;

  @ApiProperty({
    type: ApplicationGroupResponse,
    nullable: true,
    description: 'Whose link was used; null once deleted',
  })
  group!: ApplicationGroupResponse | null;

  @ApiProperty({ type: [ApplicationAccountResponse] })
  socialAccounts!: ApplicationAccountResponse[];

  @ApiProperty({ format: 'date-time' })
  submittedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  static of(application: Application, accounts: readonly SocialAccount[]): ApplicationResponse {
    const { id, status, group, submittedAt, decidedAt } = application;
    return {
      id,
      status,
      name: application.name ?? '',
      email: application.email ?? '',
      fields: { ...application.fields },
      group,
      socialAccounts: accounts.map((account) => ApplicationAccountResponse.of(account)),
      submittedAt: submittedAt!.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}

export class ListApplicationsResponse {
  @ApiProperty({ type: [ApplicationResponse] })
  items!: ApplicationResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
