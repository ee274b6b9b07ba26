import { Body, Controller, Get, Param, ParseEnumPipe, Put, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { memberOf, MembersOnly } from '../../member';
import { noticeKinds, type NoticeKind } from '../domain/notice';
import { NoticeSettingRepository } from '../persistence/notice-setting.repository';

class NoticeSettingResponse {
  @ApiProperty({ enum: noticeKinds })
  kind!: NoticeKind;

  @ApiProperty()
  enabled!: boolean;
}

class NoticeSettingsResponse {
  @ApiProperty({ type: [NoticeSettingResponse] })
  items!: NoticeSettingResponse[];
}

class SetNoticeRequest {
  @ApiProperty()
  @IsBoolean()
  enabled!: boolean;
}

/** A member's own choice, in the organisation they work in now. */
@ApiTags('notices')
@UseGuards(MembersOnly)
@Controller('v1/notice-settings')
export class NoticeSettingsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: NoticeSettingRepository,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'What you are told inside the app' })
  @ApiOkResponse({ type: NoticeSettingsResponse })
  list(@CurrentIdentity() identity: Identity): Promise<NoticeSettingsResponse> {
    const { organisationId, ...reader } = memberOf(identity);
    return this.unitOfWork.tenant(organisationId, async (tx) => ({ items: await this.settings.list(tx, reader) }));
  }

  @Put(':kind')
  @RequirePermission('influencers:read')
  @ApiParam({ name: 'kind', enum: noticeKinds })
  @ApiOperation({ summary: 'Turn one kind on or off; what was posted meanwhile shows when it is on again' })
  @ApiOkResponse({ type: NoticeSettingsResponse })
  set(
    @CurrentIdentity() identity: Identity,
    @Param('kind', new ParseEnumPipe(Object.fromEntries(noticeKinds.map((kind) => [kind, kind])))) kind: NoticeKind,
    @Body() { enabled }: SetNoticeRequest,
  ): Promise<NoticeSettingsResponse> {
    const { organisationId, ...reader } = memberOf(identity);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.settings.set(tx, organisationId, reader.userId, { kind, enabled });
      return { items: await this.settings.list(tx, reader) };
    });
  }
}
