import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'data_keys' })
export class DataKeyEntity {
  @PrimaryColumn('uuid', { name: 'org_id' })
  organisationId!: string;

  @PrimaryColumn('uuid', { name: 'influencer_id' })
  influencerId!: string;

  /** Names the key of the ring that it is wrapped with. */
  @Column('text')
  wrapped!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
