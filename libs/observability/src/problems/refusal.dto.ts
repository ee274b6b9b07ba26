import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { fieldFaults, type FieldFault, type FieldFaultCode, type Refusal } from '@creator-connect/contracts';

class FieldFaultResponse implements FieldFault {
  @ApiProperty()
  field!: string;

  @ApiProperty({ enum: Object.keys(fieldFaults), description: 'Why, as documented in docs/errors.md' })
  code!: FieldFaultCode;

  @ApiProperty({ description: 'The same in English words' })
  message!: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'What the words are filled in with',
  })
  params?: Record<string, string | number>;
}

/** Why one of many things that were asked for at once was refused: the base of what an answer tells of each. */
export class RefusalResponse implements Partial<Refusal> {
  @ApiPropertyOptional({ description: 'Why it was refused, as documented in docs/errors.md' })
  code?: string;

  @ApiPropertyOptional({ description: 'The same in English words' })
  title?: string;

  @ApiPropertyOptional({ description: 'What to do now' })
  nextStep?: string;

  @ApiPropertyOptional({ type: [FieldFaultResponse] })
  errors?: FieldFaultResponse[];
}
