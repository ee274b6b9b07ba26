import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { AppError, mailLanguages, requestErrors, type MailLanguage } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { RequirePermission } from '@creator-connect/security';
import { afterId, pageOf } from '../page';
import { PlainText } from '../plain-text.decorator';
import { FoundOrganisationHandler } from './found-organisation.handler';
import { OrganisationDirectory, type ListedOrganisation } from './persistence/organisation-directory';

class FoundOrganisationRequest {
  @PlainText(100)
  name!: string;

  @IsOptional()
  @IsIn(mailLanguages)
  locale?: MailLanguage;
}

/** Which organisations the installation has, for whoever runs it. The gateway adds how far the invitation of the owner is. */
@ApiExcludeController()
@Controller('internal/operations/organisations')
export class OperatorOrganisationsController {
  constructor(
    private readonly directory: OrganisationDirectory,
    private readonly found: FoundOrganisationHandler,
  ) {}

  @Get()
  @RequirePermission('operations:read')
  async list(@Query() query: PageQuery) {
    return pageOf(await this.directory.page(afterId(query), query.limit + 1), query.limit, toView);
  }

  @Get(':id')
  @RequirePermission('operations:read')
  async show(@Param('id', ParseUUIDPipe) id: string) {
    const found = await this.directory.one(id);
    if (!found) throw new AppError(requestErrors.notFound);
    return toView(found);
  }

  /** May be repeated. */
  @Put(':id')
  @RequirePermission('operations:write')
  async add(@Param('id', ParseUUIDPipe) id: string, @Body() { name, locale }: FoundOrganisationRequest) {
    await this.found.handle({ id, name, locale });
    return this.show(id);
  }
}

const toView = ({ id, name, created_at: createdAt, members }: ListedOrganisation) => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  members,
});
