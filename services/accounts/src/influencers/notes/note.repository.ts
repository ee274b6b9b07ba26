import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';

export interface Note {
  id: string;
  authorId: string;
  text: string;
  createdAt: Date;
}

const columns = 'id, author_id AS "authorId", text, created_at AS "createdAt"';

@Injectable()
export class NoteRepository {
  async add(tx: Tx, note: Omit<Note, 'createdAt'> & { organisationId: string; influencerId: string }): Promise<Note> {
    const [added] = await sqlRows<Note>(
      tx,
      `INSERT INTO influencer_notes (id, org_id, influencer_id, author_id, text, created_at)
       VALUES ($1, $2, $3, $4, $5, now()) RETURNING ${columns}`,
      [note.id, note.organisationId, note.influencerId, note.authorId, note.text],
    );
    return added!;
  }

  /** Newest first, after this id. */
  list(tx: Tx, influencerId: string, limit: number, after: string | null): Promise<Note[]> {
    return sqlRows<Note>(
      tx,
      `SELECT ${columns} FROM influencer_notes
        WHERE influencer_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [influencerId, after, limit],
    );
  }

  async remove(tx: Tx, influencerId: string, id: string): Promise<boolean> {
    const count = await sqlCount(tx, 'DELETE FROM influencer_notes WHERE influencer_id = $1 AND id = $2', [
      influencerId,
      id,
    ]);
    return count === 1;
  }
}
