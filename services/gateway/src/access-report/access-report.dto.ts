import { ApiProperty } from '@nestjs/swagger';
import { viewerRoles, type ViewerRole } from '../data-views/persistence/data-view.repository';
import { areas, type Area } from '../data-views/shown-data';

class AccessTotals {
  @ApiProperty({ description: 'Members and API keys that looked at anything' })
  viewers!: number;

  @ApiProperty({ description: 'Different influencers that were looked at one by one' })
  people!: number;

  @ApiProperty({ description: 'Files with data of people' })
  downloads!: number;
}

class AccessViewer {
  @ApiProperty({ type: String, nullable: true, description: 'Of the member or the API key; null: gone by now' })
  name!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of a member' })
  email!: string | null;

  @ApiProperty({ enum: viewerRoles })
  role!: ViewerRole;

  @ApiProperty({ description: 'On how many days' })
  days!: number;

  @ApiProperty({ format: 'date', description: 'UTC' })
  lastDay!: string;

  @ApiProperty({ description: 'Different influencers, looked at one by one' })
  people!: number;

  @ApiProperty({ description: 'Different campaigns, with whoever is in them' })
  campaigns!: number;

  @ApiProperty({ description: 'On how many days the list of everybody was looked at' })
  rosterDays!: number;

  @ApiProperty({ enum: areas, isArray: true })
  areas!: Area[];

  @ApiProperty()
  downloads!: number;
}

export class AccessReportResponse {
  @ApiProperty({ format: 'date' })
  from!: string;

  @ApiProperty({ format: 'date' })
  to!: string;

  @ApiProperty({ description: 'For how many days looks are kept' })
  keptDays!: number;

  @ApiProperty()
  totals!: AccessTotals;

  @ApiProperty({ type: [AccessViewer], description: 'Who looked at most people first' })
  items!: AccessViewer[];
}
