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
}
