import type { EndCause, Platform } from '@creator-connect/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GrantState } from '../domain/grant';
import { bigintAsNumber } from './bigint-as-number';

@Entity({ name: 'grants' })
export class GrantEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  organisationId!: string;

  @Column('uuid', { name: 'influencer_id' })
  influencerId!: string;

  @Column('uuid', { name: 'key_influencer_id', nullable: true })
  keyInfluencerId!: string | null;

  @Column('uuid', { name: 'social_account_id' })
  socialAccountId!: string;

  @Column('text')
  platform!: Platform;

  @Column('text')
  state!: GrantState;

  @Column('integer')
  version!: number;

  @Column('integer', { name: 'token_version' })
  tokenVersion!: number;

  @Column('bigint', { name: 'event_version', transformer: bigintAsNumber })
  eventVersion!: number;

  @Column('text')
  flow!: 'application' | 'link' | 'dashboard';

  @Column('text', { name: 'authorized_by' })
  authorizedBy!: string;

  @Column('timestamptz', { name: 'authorized_at' })
  authorizedAt!: Date;

  @Column('text', { array: true })
  scopes!: string[];

  @Column('text', { name: 'missing_scopes', array: true })
  missingScopes!: string[];

  @Column('timestamptz', { name: 'access_expires_at', nullable: true })
  accessExpiresAt!: Date | null;

  @Column('timestamptz', { name: 'refresh_expires_at', nullable: true })
  refreshExpiresAt!: Date | null;

  @Column('timestamptz', { name: 'data_access_expires_at', nullable: true })
  dataAccessExpiresAt!: Date | null;

  @Column('timestamptz', { name: 'told_ends_at', nullable: true })
  toldEndsAt!: Date | null;

  @Column('smallint', { name: 'told_step', nullable: true })
  toldStep!: number | null;

  @Column('timestamptz', { name: 'expiring_due_at', nullable: true })
  expiringDueAt!: Date | null;

  @Column('bytea', { name: 'account_hash', nullable: true })
  accountHash!: Buffer | null;

  @Column('bytea', { name: 'person_hash', nullable: true })
  personHash!: Buffer | null;

  @Column('text', { name: 'sealed_ids', nullable: true })
  sealedIds!: string | null;

  @Column('text', { name: 'end_cause', nullable: true })
  endCause!: EndCause | null;

  @Column('text', { name: 'end_rule', nullable: true })
  endRule!: string | null;

  @Column('jsonb', { name: 'end_answer', nullable: true })
  endAnswer!: Record<string, unknown> | null;

  @Column('timestamptz', { name: 'end_observed_at', nullable: true })
  endObservedAt!: Date | null;
}
