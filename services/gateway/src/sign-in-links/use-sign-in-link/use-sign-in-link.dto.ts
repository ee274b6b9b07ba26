import { IsString, Length } from 'class-validator';

export class UseSignInLinkRequest {
  @IsString()
  @Length(1, 200)
  token!: string;
}
