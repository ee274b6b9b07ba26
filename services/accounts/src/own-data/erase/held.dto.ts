import { ApiProperty } from '@nestjs/swagger';
import type { Holder } from '../export/held-data';
import { holders } from './count-held';

export class HeldCountResponse {
  @ApiProperty({ enum: holders })
  service!: Holder;

  @ApiProperty({ description: 'As it is called in an export' })
  set!: string;

  @ApiProperty()
  count!: number;
}

export class HeldResponse {
  @ApiProperty({ type: [HeldCountResponse], description: 'What there is none of is left out' })
  held!: HeldCountResponse[];

  @ApiProperty({
    enum: holders,
    isArray: true,
    description: 'Services that did not answer: what goes there is not known',
  })
  unknown!: Holder[];
}
