import { eventually } from '@creator-connect/messaging/testing';
import { NotificationsFixture } from './support/notifications-fixture';

describe('the end of the service', () => {
  it('no connection to the mail server outlives it', async () => {
    const fixture = await NotificationsFixture.start();
    await fixture.aSendingOrganisation();
    expect(await fixture.mails.connections()).toBeGreaterThan(0);
    await fixture.stopService();
    try {
      // Less than the 15 s after which an idle connection ends by itself.
      await eventually(async () => expect(await fixture.mails.connections()).toBe(0), 5_000);
    } finally {
      await fixture.stopOthers();
    }
  }, 120_000);
});
