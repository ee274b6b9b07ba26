import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TokenField } from '../domain/grant';

@Entity({ name: 'grant_tokens' })
export class GrantTokenEntity {
  @PrimaryColumn('uuid', { name: 'grant_id' })
  grantId!: string;

  @PrimaryColumn('text')
  field!: TokenField;

  @Column('uuid', { name: 'org_id' })
  organisationId!: string;

  @Column('text')
  sealed!: string;

  /** By which the platform's messages find it; null for a token that none names. */
  @Column('bytea', { array: true, nullable: true })
  names!: Buffer[] | null;
}
