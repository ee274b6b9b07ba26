import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'staged_grants' })
export class StagedGrantEntity {
  @PrimaryColumn('uuid', { name: 'transaction_id' })
  transactionId!: string;

  @Column('uuid', { name: 'org_id' })
  organisationId!: string;

  @Column('uuid', { name: 'influencer_id' })
  influencerId!: string;

  /** Whose consent it is. */
  @Column('bytea', { name: 'person_hash' })
  personHash!: Buffer;

  @Column('text')
  sealed!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
