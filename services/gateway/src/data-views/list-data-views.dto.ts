import { ApiProperty } from '@nestjs/swagger';
import { viewerRoles, type ViewerRole } from './persistence/data-view.repository';
import { areas, type Area } from './shown-data';

class DataViewResponse {
  @ApiProperty({ format: 'date', description: 'UTC' })
  day!: string;

  @ApiProperty({ format: 'date-time', description: 'The first look of this day' })
  firstAt!: string;

  @ApiProperty({ enum: viewerRoles, description: 'Of the member who looked; `api_key`: a program of the organisation' })
  role!: ViewerRole;

  @ApiProperty({ enum: areas, isArray: true, description: 'What was looked at' })
  areas!: Area[];
}

export class ListDataViewsResponse {
  @ApiProperty({ description: 'Whose members looked' })
  organisation!: string;

  @ApiProperty({ description: 'For how many days this is kept' })
  keptDays!: number;

  @ApiProperty({ type: [DataViewResponse], description: 'One entry for each viewer and day, newest day first' })
  items!: DataViewResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
