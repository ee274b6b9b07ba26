import type { Platform } from '@creator-connect/contracts';
import { RoutingPool, sqlRows, type Tx } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { In, type QueryDeepPartialEntity } from 'typeorm';
import { nextNotice } from '../domain/ends';
import type { Grant, GrantEnd, TokenField } from '../domain/grant';
import { GrantTokenEntity } from './grant-token.entity';
import { GrantEntity } from './grant.entity';

export interface GrantAddress {
  grantId: string;
  organisationId: string;
}

export type SealedToken = Pick<GrantTokenEntity, 'grantId' | 'field' | 'sealed'>;
export type StoredToken = Pick<GrantTokenEntity, 'sealed' | 'names'>;

@Injectable()
export class GrantsRepository {
  constructor(private readonly router: RoutingPool) {}

  /** Where the grant of a social account lies, for callers that know no organisation. */
  async locate(socialAccountId: string): Promise<GrantAddress | null> {
    const rows = await this.router.query<GrantAddress>(
      'SELECT id AS "grantId", org_id AS "organisationId" FROM grants WHERE social_account_id = $1',
      [socialAccountId],
    );
    return rows[0] ?? null;
  }

  /** Every grant, in any organisation, that rests on one person's consent and (unless asked for) was not taken back. */
  async locateByPerson(personHash: Buffer, { revokedToo } = { revokedToo: false }): Promise<GrantAddress[]> {
    return this.router.query<GrantAddress>(
      `SELECT id AS "grantId", org_id AS "organisationId" FROM grants
       WHERE person_hash = $1 AND (state <> 'revoked' OR $2) ORDER BY id`,
      [personHash, revokedToo],
    );
  }

  /** The grants, in any organisation, that hold a token by this name. */
  async locateByToken(tokenName: Buffer): Promise<GrantAddress[]> {
    return this.router.query<GrantAddress>(
      `SELECT grant_id AS "grantId", org_id AS "organisationId" FROM grant_tokens WHERE names @> ARRAY[$1::bytea]`,
      [tokenName],
    );
  }

  async holdsToken(tx: Tx, grantId: string, tokenName: Buffer): Promise<boolean> {
    const text = 'SELECT 1 FROM grant_tokens WHERE grant_id = $1 AND names @> ARRAY[$2::bytea]';
    return (await sqlRows(tx, text, [grantId, tokenName])).length > 0;
  }

  /** How many live grants, in any organisation, rest on one person's consent (architecture decision 10). */
  async countLive(personHash: Buffer): Promise<number> {
    const [row] = await this.router.query<{ count: string }>(
      `SELECT count(*) AS count FROM grants WHERE person_hash = $1 AND state = 'live'`,
      [personHash],
    );
    return Number(row?.count ?? 0);
  }

  /** Locked until the end of the transaction: all changes of one grant and their events stand in one order. */
  async lockById(tx: Tx, id: string): Promise<Grant | null> {
    const entity = await tx.findOne(GrantEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return entity && fromEntity(entity);
  }

  async find(tx: Tx, id: string): Promise<Grant | null> {
    const entity = await tx.findOne(GrantEntity, { where: { id } });
    return entity && fromEntity(entity);
  }

  async lockByAccount(tx: Tx, socialAccountId: string): Promise<Grant | null> {
    const where = { socialAccountId };
    const entity = await tx.findOne(GrantEntity, { where, lock: { mode: 'pessimistic_write' } });
    return entity && fromEntity(entity);
  }

  async findByAccount(tx: Tx, socialAccountId: string): Promise<Grant | null> {
    const entity = await tx.findOne(GrantEntity, { where: { socialAccountId } });
    return entity && fromEntity(entity);
  }

  async findLiving(tx: Tx, influencerId: string, platform: Platform): Promise<Grant[]> {
    const where = { influencerId, platform, state: 'live' } as const;
    return (await tx.find(GrantEntity, { where, order: { id: 'ASC' } })).map(fromEntity);
  }

  /** To the entry that theirs became part of. Their secrets stay under the key that seals them. */
  async reassign(tx: Tx, influencerId: string, keptId: string): Promise<void> {
    await tx.query(
      `UPDATE grants SET influencer_id = $2, key_influencer_id = coalesce(key_influencer_id, influencer_id)
        WHERE influencer_id = $1`,
      [influencerId, keptId],
    );
  }

  /** In this order; those that are gone are missing. */
  async lockByIds(tx: Tx, ids: readonly string[]): Promise<Grant[]> {
    const options = { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } } as const;
    return (await tx.find(GrantEntity, options)).map(fromEntity);
  }

  async lockByInfluencer(tx: Tx, influencerId: string): Promise<Grant[]> {
    const options = { where: { influencerId }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } } as const;
    return (await tx.find(GrantEntity, options)).map(fromEntity);
  }

  async save(tx: Tx, grant: Grant): Promise<void> {
    await tx.save(GrantEntity, toEntity(grant));
  }

  /** Of one organisation, with one statement. */
  async saveAll(tx: Tx, grants: readonly Grant[]): Promise<void> {
    // TypeORM's type takes no unknown inside of a JSON column.
    await tx.upsert(GrantEntity, grants.map(toEntity) as QueryDeepPartialEntity<GrantEntity>[], ['id']);
  }

  async remove(tx: Tx, grantId: string): Promise<void> {
    await tx.delete(GrantEntity, { id: grantId });
  }

  async sealedTokens(tx: Tx, grantIds: readonly string[]): Promise<SealedToken[]> {
    return tx.find(GrantTokenEntity, {
      where: { grantId: In(grantIds) },
      select: { grantId: true, field: true, sealed: true },
    });
  }

  async sealedToken(tx: Tx, grantId: string, field: TokenField): Promise<string | null> {
    return (await tx.findOne(GrantTokenEntity, { where: { grantId, field } }))?.sealed ?? null;
  }

  /** Writes the named fields and leaves the others: an absent token never overwrites a stored one. */
  async putTokens(tx: Tx, grant: Grant, tokens: Partial<Record<TokenField, StoredToken>>): Promise<void> {
    const rows = Object.entries(tokens).map(([field, token]) => ({
      grantId: grant.id,
      organisationId: grant.organisationId,
      field: field as TokenField,
      ...token,
    }));
    if (rows.length > 0) await tx.upsert(GrantTokenEntity, rows, ['grantId', 'field']);
  }

  async deleteTokens(tx: Tx, grantIds: readonly string[]): Promise<void> {
    await tx.delete(GrantTokenEntity, { grantId: In(grantIds) });
  }
}

function fromEntity(entity: GrantEntity): Grant {
  const { endCause, endRule, endAnswer, endObservedAt, expiringDueAt: _due, toldEndsAt, toldStep, ...rest } = entity;
  const end: GrantEnd | null =
    endCause && endRule && endObservedAt
      ? { cause: endCause, rule: endRule, answer: endAnswer, observedAt: endObservedAt }
      : null;
  return { ...rest, told: { endsAt: toldEndsAt, step: toldStep }, end };
}

function toEntity(grant: Grant): GrantEntity {
  const { end, told, scopes, missingScopes, ...rest } = grant;
  return Object.assign(new GrantEntity(), {
    ...rest,
    scopes: [...scopes],
    missingScopes: [...missingScopes],
    toldEndsAt: told.endsAt,
    toldStep: told.step,
    expiringDueAt: nextNotice(grant)?.dueAt ?? null,
    endCause: end?.cause ?? null,
    endRule: end?.rule ?? null,
    endAnswer: end?.answer ?? null,
    endObservedAt: end?.observedAt ?? null,
  });
}
