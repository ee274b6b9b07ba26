import { Module } from '@nestjs/common';
import { DigestDayStore } from './persistence/digest-day.store';
import { SendDigests } from './send-digests';

@Module({ providers: [SendDigests, DigestDayStore], exports: [SendDigests] })
export class DigestsModule {}
