import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { PlainText } from '../../plain-text.decorator';
import { NewInfluencerRequest } from '../../influencers/add-influencer/add-influencer.dto';

export class AddFromReportRequest extends NewInfluencerRequest {
  @ApiPropertyOptional({ description: 'Default: the name that the profile shows' })
  @IsOptional()
  @PlainText(200)
  name?: string;
}
