import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { PublicRoute } from '@creator-connect/security';
import { ApplicationFormResponse } from './application-form.dto';
import { FindApplicationForm } from './find-application-form';

@ApiTags('applications')
@Controller('v1/application-forms')
export class ApplicationFormController {
  constructor(private readonly forms: FindApplicationForm) {}

  @Get(':slug')
  @PublicRoute()
  @ApiOperation({ summary: 'What an application link asks for; open to everybody who has it' })
  @ApiOkResponse({ type: ApplicationFormResponse })
  async show(@Param('slug') slug: string): Promise<ApplicationFormResponse> {
    const form = await this.forms.find(slug);
    if (!form) throw new AppError(accountsErrors.applicationLinkUnusable);
    return ApplicationFormResponse.of(form);
  }
}
