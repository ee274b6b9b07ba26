import { InfluencerErased, InfluencerMerged, newId } from '@creator-connect/contracts';
import { until } from '@creator-connect/messaging/testing';
import { ownDataOf, type TestOrganisation } from '@creator-connect/security/testing';
import { CollectorFixture, type Creator } from './support/fixture';

describe('two entries of one person', () => {
  let fixture: CollectorFixture;
  let org: TestOrganisation;
  let keptId: string;
  let other: Creator;

  beforeAll(async () => {
    fixture = await CollectorFixture.start();
    org = fixture.identities.anOrganisation();
  }, 60_000);
  beforeEach(async () => {
    await fixture.sandbox.reset();
    keptId = newId();
    other = await aCreator();
    await fixture.collected(other);
  });
  afterAll(() => fixture?.stop());

  const authenticated = { from: 'NON_AUTH', to: 'AUTHENTICATED' } as const;
  const aCreator = async (): Promise<Creator> => {
    const creator = { organisationId: org.id, influencerId: newId(), accountId: newId() };
    await fixture.authorize(creator.accountId, 'tiktok-everyday');
    await fixture.tellState(creator, authenticated, 1);
    return creator;
  };
  const handled = (event: Promise<string>) =>
    until('the event is handled', async () => fixture.service.isHandled(await event), 20_000);
  const merge = (keptInfluencerId = keptId) =>
    handled(
      fixture.service.publish(InfluencerMerged, {
        organisationId: org.id,
        influencerId: other.influencerId,
        keptInfluencerId,
        accountIds: [other.accountId],
        mergedAt: new Date().toISOString(),
      }),
    );
  const erase = (influencerId: string) =>
    handled(
      fixture.service.publish(
        InfluencerErased,
        { organisationId: org.id, influencerId, accountIds: [], erasedAt: new Date().toISOString() },
        2,
      ),
    );
  const heldAbout = (influencerId: string) => ownDataOf(fixture.door, { organisationId: org.id, influencerId });
  const nothing = (held: Record<string, unknown[]>) => Object.values(held).flat().length === 0;

  it('are one in what was collected, also of an account that is told of late under the old id', async () => {
    const before = await heldAbout(other.influencerId);
    expect(before['posts']).not.toEqual([]);
    for (let again = 0; again < 2; again += 1) await merge();
    expect(await heldAbout(keptId)).toEqual(before);
    expect(nothing(await heldAbout(other.influencerId))).toBe(true);
    const late = { ...other, accountId: newId() };
    await fixture.authorize(late.accountId, 'tiktok-busy');
    await fixture.tellState(late, authenticated, 1);
    await fixture.collected(late);
    expect((await heldAbout(keptId))['collections']).toHaveLength(2);
    const [told] = await fixture.published('ProfileCollected', { ...late, influencerId: keptId });
    expect(told).toBeDefined();
  });

  it('are erased as one, in whatever order the erasure and the merge are heard of', async () => {
    const erasedFirst = newId();
    await erase(erasedFirst);
    await merge(erasedFirst);
    const deleted = () => fixture.published('CollectedDataDeleted', other);
    await until('the data is deleted', async () => (await deleted()).length === 1, 20_000);

    other = await aCreator();
    await fixture.collected(other);
    await merge();
    await erase(keptId);
    const told = () => fixture.service.published('InfluencerDataErased');
    await until(
      'the erasure is confirmed',
      async () => (await told()).some((one) => one['influencerId'] === keptId),
      20_000,
    );
    expect(nothing(await heldAbout(keptId))).toBe(true);
    await fixture.tellState(other, { from: 'REAUTH', to: 'AUTHENTICATED' }, 3);
    expect(nothing(await heldAbout(keptId))).toBe(true);
  });
});
