import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One opened secret: which connection, for which service, why (security VK-07). */
@Entity({ name: 'vault_reads' })
export class VaultReadEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  organisationId!: string;

  @Column('uuid', { name: 'influencer_id' })
  influencerId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('text')
  field!: string;

  @Column('text')
  service!: string;

  @Column('text')
  purpose!: string;

  @Column('text', { name: 'correlation_id' })
  correlationId!: string;

  @Column('timestamptz', { name: 'read_at', default: () => 'now()' })
  readAt!: Date;
}
