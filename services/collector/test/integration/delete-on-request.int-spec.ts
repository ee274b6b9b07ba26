import { newId } from '@creator-connect/contracts';
import { createDataSource, UnitOfWork } from '@creator-connect/persistence';
import { createTestDatabase, type TestDatabase } from '@creator-connect/persistence/testing';
import type { DataSource } from 'typeorm';
import { FeedRepository } from '../../src/feeds/persistence/feed.repository';
import { migrations } from '../../src/migrations';

describe('the time at which hidden data goes', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  const feeds = new FeedRepository();
  const organisationId = newId();

  beforeAll(async () => {
    database = await createTestDatabase({ service: 'collector', migrations });
    dataSource = await createDataSource({ url: database.appUrl, schema: 'collector' }).initialize();
    unitOfWork = new UnitOfWork(dataSource);
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const close = (accountId: string, after: string | null) =>
    unitOfWork.tenant(organisationId, (tx) => feeds.close(tx, accountId, 'test', after));
  const find = (accountId: string) => unitOfWork.tenant(organisationId, (tx) => feeds.find(tx, accountId));
  const open = async () => {
    const accountId = newId();
    const kind = { platform: 'instagram', access: 'grant', alsoMarketplace: false } as const;
    const feed = { accountId, organisationId, influencerId: newId(), ...kind };
    await unitOfWork.tenant(organisationId, (tx) => feeds.open(tx, feed));
    return accountId;
  };

  it('comes at once when deletion is asked for after a revocation', async () => {
    const id = await open();
    await close(id, '7 days');
    expect(await find(id)).toMatchObject({ status: 'closed', deleteDue: false });
    await close(id, '0 seconds');
    expect(await find(id)).toMatchObject({ deleteDue: true });
  });

  it('is not put off by what is told later', async () => {
    const id = await open();
    await close(id, '0 seconds');
    await close(id, '7 days');
    expect(await find(id)).toMatchObject({ deleteDue: true });
    await close(id, null);
    expect(await find(id)).toMatchObject({ deleteDue: true });
  });

  it('needs no feed', async () => {
    expect(await close(newId(), '0 seconds')).toBe(false);
  });
});
