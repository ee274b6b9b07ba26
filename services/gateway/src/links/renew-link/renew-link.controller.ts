import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Background } from '../../background';
import { RequestSource } from '../../edge/request-decorators';
import { Limits } from '../../limits/limits';
import { AccountsPort } from '../../peers/accounts.port';
import { normalEmail } from '../../users/persistence/user.store';
import { RenewLinkRequest } from './renew-link.dto';

/** The way on from a link that can't be used. Answers the same, and as fast, whether or not a request is open. */
@ApiTags('link session')
@Controller('v1/link-renewals')
export class RenewLinkController {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly limits: Limits,
    private readonly background: Background,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Ask for a fresh link; answers the same for every address' })
  @ApiAcceptedResponse()
  @HttpCode(202)
  async renew(@Body() request: RenewLinkRequest, @RequestSource() source: string): Promise<void> {
    const email = normalEmail(request.email);
    await this.limits.consume('signInLinkSource', source);
    await this.limits.consume('signInLinkAccount', 'renewal', email);
    this.background.run('renew link', () => this.accounts.renewLink(email));
  }
}
