import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
import { AppError, accountsErrors, newId } from '@creator-connect/contracts';
import { PageQuery, saidAs } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, pageOf } from '../../page';
import { organisationOf } from '../../tenant';
import { FindInfluencer } from '../find-influencer';
import { NoteRepository, type Note } from './note.repository';

class AddNoteRequest {
  @ApiProperty({ description: 'Several lines are fine' })
  @IsString()
  @Length(1, 5_000)
  @Matches(/^[^\p{Cs}\u0000]*$/u, saidAs('not_plain_text'))
  text!: string;
}

class NoteResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Member or API key that wrote it' })
  authorId!: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  static of({ id, authorId, text, createdAt }: Note): NoteResponse {
    return { id, authorId, text, createdAt: createdAt.toISOString() };
  }
}

class ListNotesResponse {
  @ApiProperty({ type: [NoteResponse] })
  items!: NoteResponse[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@ApiTags('influencers')
@Controller('v1/influencers/:id/notes')
export class NotesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly find: FindInfluencer,
    private readonly notes: NoteRepository,
  ) {}

  @Get()
  @RequirePermission('influencers:read')
  @ApiOperation({ summary: 'Notes of your organisation about an influencer, newest first' })
  @ApiOkResponse({ type: ListNotesResponse })
  list(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<ListNotesResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      await this.find.orRefuse(tx, id);
      const notes = await this.notes.list(tx, id, query.limit + 1, afterId(query));
      return pageOf(notes, query.limit, (note) => NoteResponse.of(note));
    });
  }

  @Post()
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Write a note' })
  @ApiCreatedResponse({ type: NoteResponse })
  add(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) influencerId: string,
    @Body() { text }: AddNoteRequest,
  ): Promise<NoteResponse> {
    const organisationId = organisationOf(identity);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.find.holdOrRefuse(tx, influencerId);
      const note = { id: newId(), organisationId, influencerId, authorId: identity.sub, text };
      return NoteResponse.of(await this.notes.add(tx, note));
    });
  }

  @Delete(':noteId')
  @HttpCode(204)
  @RequirePermission('influencers:write')
  @ApiOperation({ summary: 'Delete a note' })
  @ApiNoContentResponse()
  async remove(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('noteId', ParseUUIDPipe) noteId: string,
  ): Promise<void> {
    const removed = await this.unitOfWork.tenant(organisationOf(identity), (tx) => this.notes.remove(tx, id, noteId));
    if (!removed) throw new AppError(accountsErrors.notFound);
  }
}
