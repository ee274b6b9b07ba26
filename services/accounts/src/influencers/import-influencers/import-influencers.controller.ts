import { Body, Controller, Headers, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../../tenant';
import { ImportInfluencersRequest, ImportInfluencersResponse, ImportLine } from './import-influencers.dto';
import { ImportInfluencersHandler } from './import-influencers.handler';
import { toldLines } from './told-lines';

const lines = 'application/x-ndjson';

@ApiTags('influencers')
@Controller('v1/influencers/imports')
export class ImportInfluencersController {
  constructor(private readonly handler: ImportInfluencersHandler) {}

  @Post()
  @HttpCode(200)
  @RequirePermission('influencers:write')
  @ApiOperation({
    summary: 'Add influencers from a CSV; answers what became of each row',
    description: `With \`Accept: ${lines}\` it tells how far it is, line by line, and the result last; a long list is then not cut off.`,
  })
  @ApiExtraModels(ImportInfluencersResponse, ImportLine)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ImportInfluencersResponse) } },
      [lines]: { schema: { $ref: getSchemaPath(ImportLine) } },
    },
  })
  async run(
    @CurrentIdentity() identity: Identity,
    @Body() body: ImportInfluencersRequest,
    @Headers('accept') accept = '',
  ): Promise<ImportInfluencersResponse | StreamableFile> {
    const organisationId = organisationOf(identity);
    if (!accept.includes(lines)) return this.handler.handle(organisationId, body);
    return new StreamableFile(await toldLines((onlooker) => this.handler.handle(organisationId, body, onlooker)), {
      type: lines,
    });
  }
}
