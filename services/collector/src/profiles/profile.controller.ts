import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, collectorErrors } from '@creator-connect/contracts';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { VisibleFeeds } from '../feeds/visible-feeds';
import { ProfileResponse } from './profile.dto';
import { ProfileRepository } from './persistence/profile.repository';

@ApiTags('profiles')
@Controller('v1/social-accounts/:id/profile')
export class ProfileController {
  constructor(
    private readonly visible: VisibleFeeds,
    private readonly profiles: ProfileRepository,
  ) {}

  @Get()
  @RequirePermission('posts:read')
  @ApiOperation({ summary: 'Latest public profile and audience of an account' })
  @ApiOkResponse({ type: ProfileResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<ProfileResponse> {
    return this.visible.read(identity, id, async (tx, feed) => {
      const profile = feed.hiddenAt ? null : await this.profiles.find(tx, feed.accountId);
      if (!profile) throw new AppError(collectorErrors.notFound);
      return profile;
    });
  }
}
