import { Injectable } from '@nestjs/common';
import { sqlCount, sqlRows, type Tx } from '@creator-connect/persistence';
import { newApplicationSlug } from '../domain/application-slug';

/** Every group has one link, open or closed. */
@Injectable()
export class ApplicationLinkRepository {
  /** For a new group; open. */
  async add(tx: Tx, organisationId: string, groupId: string): Promise<void> {
    await sqlCount(
      tx,
      'INSERT INTO application_links (org_id, group_id, slug, created_at) VALUES ($1, $2, $3, now())',
      [organisationId, groupId, await this.#newSlug(tx)],
    );
  }

  async setOpen(tx: Tx, groupId: string, open: boolean): Promise<void> {
    await sqlCount(
      tx,
      'UPDATE application_links SET closed_at = CASE WHEN $2 THEN NULL ELSE now() END WHERE group_id = $1',
      [groupId, open],
    );
  }

  /** Gives the link another address and opens it; the address before ends at once. */
  async renew(tx: Tx, groupId: string): Promise<void> {
    await sqlCount(
      tx,
      'UPDATE application_links SET slug = $2, created_at = now(), closed_at = NULL WHERE group_id = $1',
      [groupId, await this.#newSlug(tx)],
    );
  }

  /** The group behind an open link. */
  async groupOf(tx: Tx, slug: string): Promise<{ id: string; name: string } | undefined> {
    const [group] = await sqlRows<{ id: string; name: string }>(
      tx,
      `SELECT g.id, g.name FROM application_links l JOIN influencer_groups g ON g.id = l.group_id
        WHERE l.slug = $1 AND l.closed_at IS NULL`,
      [slug],
    );
    return group;
  }

  async #newSlug(tx: Tx): Promise<string> {
    const [organisation] = await sqlRows<{ slug: string }>(tx, 'SELECT slug FROM organisations');
    return newApplicationSlug(organisation!.slug);
  }
}
