import { Module } from '@nestjs/common';
import { InstallController } from './install/install.controller';
import { InstallHandler } from './install/install.handler';

@Module({ controllers: [InstallController], providers: [InstallHandler] })
export class InstallationModule {}
