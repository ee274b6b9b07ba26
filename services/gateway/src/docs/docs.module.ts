import { Module } from '@nestjs/common';
import { DocsController } from './docs.controller';
import { MergedOpenApi } from './merged-openapi';

@Module({ controllers: [DocsController], providers: [MergedOpenApi], exports: [MergedOpenApi] })
export class DocsModule {}
