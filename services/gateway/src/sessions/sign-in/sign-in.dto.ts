import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

export class SignInRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @Length(1, 512)
  password!: string;
}
