import { Module } from '@nestjs/common';
import { DeadLettersController } from './dead-letters/dead-letters.controller';
import { ReadOperationsController } from './read-operations/read-operations.controller';
import { ReadOperationsHandler } from './read-operations/read-operations.handler';

@Module({ controllers: [ReadOperationsController, DeadLettersController], providers: [ReadOperationsHandler] })
export class OperationsModule {}
