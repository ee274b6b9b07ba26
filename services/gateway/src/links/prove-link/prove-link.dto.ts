import { Matches } from 'class-validator';

export class ProveLinkRequest {
  @Matches(/^\d{6}$/, { message: 'code must be six digits' })
  code!: string;
}
