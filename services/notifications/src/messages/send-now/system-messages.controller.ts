import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { ServiceRoute } from '@creator-connect/security';
import type { SystemMail } from '../../mail/templates/words';
import { SendNowHandler } from './send-now.handler';

const kinds = [
  'link-code',
  'step-up-code',
  'application-code',
  'sign-in-link',
  'password-reset',
  'password-changed',
  'member-invitation',
  'application-continuation',
  'access-report',
] as const;
const withCode: readonly string[] = ['link-code', 'step-up-code', 'application-code'];
const withOrganisation: readonly string[] = ['member-invitation', 'application-continuation', 'access-report'];
const withUrl: readonly string[] = ['sign-in-link', 'password-reset', ...withOrganisation];
const isReport = ({ kind }: SendSystemMessageRequest) => kind === 'access-report';

/** A code, link or notice for a person. `to` is given by the caller for a user; otherwise the influencer is looked up. */
export class SendSystemMessageRequest {
  @IsIn(kinds)
  kind!: (typeof kinds)[number];

  @IsString()
  @MaxLength(200)
  idempotencyKey!: string;

  @ValidateIf((request: SendSystemMessageRequest) => request.to === undefined)
  @IsUUID()
  organisationId?: string;

  @ValidateIf((request: SendSystemMessageRequest) => request.to === undefined)
  @IsUUID()
  influencerId?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  to?: string;

  @ValidateIf((request: SendSystemMessageRequest) => withCode.includes(request.kind))
  @Matches(/^\d{6,10}$/)
  code?: string;

  @ValidateIf((request: SendSystemMessageRequest) => withUrl.includes(request.kind))
  @IsString()
  @MaxLength(2_000)
  url?: string;

  @ValidateIf((request: SendSystemMessageRequest) => withOrganisation.includes(request.kind))
  @IsString()
  @MaxLength(120)
  organisationName?: string;

  /** Of the addressee, who is known to the caller alone. */
  @IsOptional()
  @Matches(/^[a-z]{2}(?:-[A-Z]{2})?$/)
  locale?: string;

  @ValidateIf(isReport)
  @Matches(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  month?: string;

  @ValidateIf(isReport)
  @IsInt()
  @Min(0)
  viewers?: number;

  @ValidateIf(isReport)
  @IsInt()
  @Min(0)
  people?: number;

  @ValidateIf(isReport)
  @IsInt()
  @Min(0)
  downloads?: number;
}

@ApiExcludeController()
@Controller('internal/messages')
export class SystemMessagesController {
  constructor(private readonly sendNow: SendNowHandler) {}

  @Post()
  @HttpCode(202)
  @ServiceRoute('gateway')
  async send(@Body() request: SendSystemMessageRequest): Promise<{ status: 'sent' }> {
    await this.sendNow.handle(request.idempotencyKey, request, (found) => mailOf(request, found));
    return { status: 'sent' };
  }
}

function mailOf(request: SendSystemMessageRequest, found: string): SystemMail {
  const { kind, code = '', url = '', organisationName } = request;
  switch (kind) {
    case 'access-report': {
      const { month = '', viewers = 0, people = 0, downloads = 0 } = request;
      return { kind, url, organisationName: organisationName ?? '', month, viewers, people, downloads };
    }
    case 'link-code':
      return { kind, code, organisationName: found };
    case 'step-up-code':
    case 'application-code':
      return { kind, code };
    case 'member-invitation':
    case 'application-continuation':
      return { kind, url, organisationName: organisationName ?? '' };
    case 'password-changed':
      return { kind };
    default:
      return { kind, url };
  }
}
