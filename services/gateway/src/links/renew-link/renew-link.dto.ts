import { IsEmail, MaxLength } from 'class-validator';

export class RenewLinkRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}
