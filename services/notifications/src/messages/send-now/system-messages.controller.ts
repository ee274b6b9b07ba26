import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { ServiceRoute } from '@creator-connect/security';
import type { SystemMail } from '../../mail/templates/words';
import { momentIn } from '../../mail/templates/moment';
import { SendNowHandler, type Reader } from './send-now.handler';

const kinds = [
  'link-code',
  'step-up-code',
  'application-code',
  'sign-in-link',
  'password-reset',
  'password-changed',
  'new-device',
  'member-invitation',
  'application-continuation',
  'access-report',
] as const;
const withCode: readonly string[] = ['link-code', 'step-up-code', 'application-code'];
const withOrganisation: readonly string[] = ['member-invitation', 'application-continuation', 'access-report'];
const withUrl: readonly string[] = ['sign-in-link', 'password-reset', 'new-device', ...withOrganisation];
const isReport = ({ kind }: SendSystemMessageRequest) => kind === 'access-report';

/** A code, link or notice for a person. `to` is given by the caller for a user; otherwise the influencer is looked up. */
export class SendSystemMessageRequest {
  @IsIn(kinds)
  kind!: (typeof kinds)[number];

  @IsString()
  @MaxLength(200)
  idempotencyKey!: string;

  @ValidateIf(({ to, kind, organisationId }: SendSystemMessageRequest) => {
    return to === undefined || withOrganisation.includes(kind) || organisationId !== undefined;
  })
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

  @ValidateIf((request: SendSystemMessageRequest) => request.kind === 'new-device')
  @IsISO8601({ strict: true })
  @MaxLength(30)
  at?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @Matches(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { each: true })
  locales?: string[];

  /** Where the reader of `to` is. */
  @IsOptional()
  @IsTimeZone()
  @MaxLength(60)
  timeZone?: string;

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
    await this.sendNow.handle(request.idempotencyKey, request, request.kind, (reader) => mailOf(request, reader));
    return { status: 'sent' };
  }
}

function mailOf(request: SendSystemMessageRequest, { organisationName, language, timeZone }: Reader): SystemMail {
  const { kind, code = '', url = '', at = '' } = request;
  switch (kind) {
    case 'access-report': {
      const { month = '', viewers = 0, people = 0, downloads = 0 } = request;
      return { kind, url, organisationName, month, viewers, people, downloads };
    }
    case 'link-code':
      return { kind, code, organisationName };
    case 'step-up-code':
    case 'application-code':
      return { kind, code };
    case 'member-invitation':
    case 'application-continuation':
      return { kind, url, organisationName };
    case 'new-device':
      return { kind, url, moment: momentIn(language, timeZone, at) };
    case 'password-changed':
      return { kind };
    default:
      return { kind, url };
  }
}
