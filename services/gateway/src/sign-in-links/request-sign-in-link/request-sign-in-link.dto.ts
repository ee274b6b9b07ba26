import { IsEmail, MaxLength } from 'class-validator';

export class RequestSignInLinkRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}
