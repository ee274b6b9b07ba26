import { Module } from '@nestjs/common';
import { ChallengeStore } from './persistence/challenge.store';
import { SessionCodes } from './session-codes';

@Module({ providers: [SessionCodes, ChallengeStore], exports: [SessionCodes] })
export class CodesModule {}
