import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'staged_grants' })
export class StagedGrantEntity {
  @PrimaryColumn('uuid', { name: 'transaction_id' })
  transactionId!: string;

  @Column('uuid', { name: 'org_id' })
  organisationId!: string;

  @Column('uuid', { name: 'influencer_id' })
  influencerId!: string;

  @Column('text')
  sealed!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
