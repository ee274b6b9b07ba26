import type { Platform } from '@creator-connect/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Failure, Flow, LeftOut, Proof, Starter, TransactionStatus } from '../domain/connect-transaction';

@Entity({ name: 'connect_transactions' })
export class ConnectTransactionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  organisationId!: string;

  @Column('uuid', { name: 'influencer_id' })
  influencerId!: string;

  @Column('text')
  platform!: Platform;

  @Column('text', { name: 'app_registration' })
  appRegistration!: string;

  @Column('text')
  flow!: Flow;

  @Column('uuid', { name: 'authorization_request_id', nullable: true })
  authorizationRequestId!: string | null;

  @Column('text')
  proof!: Proof;

  @Column('text', { name: 'starter_kind' })
  starterKind!: Starter['kind'];

  @Column('text', { name: 'starter_sub' })
  starterSub!: string;

  @Column('uuid', { name: 'social_account_id', nullable: true })
  socialAccountId!: string | null;

  @Column('bytea', { name: 'expected_account_hash', nullable: true })
  expectedAccountHash!: Buffer | null;

  @Column('text', { name: 'expected_handle', nullable: true })
  expectedHandle!: string | null;

  @Column('bytea', { name: 'narrowed_for', nullable: true })
  narrowedFor!: Buffer | null;

  @Column('bytea', { name: 'state_hash', nullable: true })
  stateHash!: Buffer | null;

  @Column('text', { name: 'sealed_verifier', nullable: true })
  sealedVerifier!: string | null;

  @Column('bytea', { name: 'binding_hash' })
  bindingHash!: Buffer;

  @Column('text')
  status!: TransactionStatus;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'confirm_until', nullable: true })
  confirmUntil!: Date | null;

  @Column('jsonb', { nullable: true })
  failure!: Failure | null;

  @Column('uuid', { name: 'social_account_ids', array: true })
  socialAccountIds!: string[];

  @Column('jsonb', { name: 'left_out' })
  leftOut!: LeftOut[];

  @Column('uuid', { name: 'lost_sibling_ids', array: true })
  lostSiblingIds!: string[];

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
