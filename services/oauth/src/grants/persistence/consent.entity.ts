import type { Platform } from '@creator-connect/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person agreed to, and how we knew who they were (GDPR art. 7(1)). Outlives the grant. */
@Entity({ name: 'consents' })
export class ConsentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  organisationId!: string;

  @Column('uuid', { name: 'influencer_id' })
  influencerId!: string;

  @Column('uuid', { name: 'social_account_id' })
  socialAccountId!: string;

  @Column('text')
  platform!: Platform;

  @Column('integer', { name: 'grant_version' })
  grantVersion!: number;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  @Column('text')
  purpose!: string;

  @Column('text', { array: true })
  scopes!: string[];

  @Column('text')
  flow!: string;

  @Column('text')
  proof!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
