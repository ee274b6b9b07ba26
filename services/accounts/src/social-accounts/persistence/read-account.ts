import { Injectable } from '@nestjs/common';
import { preparedQuery } from '@creator-connect/persistence';
import { DataSource } from 'typeorm';
import type { SocialAccount } from '../domain/social-account';
import { toAccount, type AccountRow } from './social-account.repository';

/** The read that dashboards and clients do most. A function sets the organisation for its one statement. */
@Injectable()
export class ReadAccount {
  constructor(private readonly dataSource: DataSource) {}

  async visible(organisationId: string, id: string): Promise<SocialAccount | undefined> {
    const text = 'SELECT * FROM read_social_account($1, $2)';
    const [row] = await preparedQuery<AccountRow>(this.dataSource, 'read_social_account', text, [organisationId, id]);
    return row && toAccount(row);
  }
}
