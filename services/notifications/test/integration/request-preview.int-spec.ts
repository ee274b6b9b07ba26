import { AuthorizationRequested, newId } from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

interface Preview {
  to: { address: string };
  from: { name: string; address: string } | null;
  subject: string;
  text: string;
}

describe('the mail that asks for accounts, before it is sent', () => {
  let fixture: NotificationsFixture;
  const influencerId = newId();

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
  }, 120_000);
  afterAll(() => fixture?.stop());

  const preview = async (org: string) => {
    const url = `/v1/messages/request-preview?influencerId=${influencerId}`;
    return (await fixture.as(fixture.member(org), 'GET', url)).body as unknown as Preview;
  };

  it('shows recipient, sender and the very words, sends nothing, and asks for no real link', async () => {
    const organisationId = await fixture.aSendingOrganisation();
    const shown = await preview(organisationId);
    expect(shown.to).toEqual({ name: 'Kim', address: emailOf(influencerId) });
    expect(shown.subject).toBe('Bright Agency asks you to connect @kim.dances on TikTok');
    expect(shown.from).toEqual({ name: 'Bright Agency', address: `hello-${organisationId}@agency.example` });
    expect(fixture.recipients.asked.at(-1)).toMatchObject({ preview: true, purpose: 'authorization-request' });
    expect(fixture.mails.to(emailOf(influencerId))).toEqual([]);
    expect(await fixture.tablesWith(influencerId)).toEqual([]);

    await fixture.consumed(AuthorizationRequested, {
      organisationId,
      influencerId,
      authorizationRequestId: newId(),
      delivery: 'email',
      platforms: ['instagram'],
      requestedAt: new Date().toISOString(),
    });
    await eventually(() => expect(fixture.mails.to(emailOf(influencerId))).toHaveLength(1), patienceMs);
    const [mail] = fixture.mails.to(emailOf(influencerId));
    expect(mail!.subject).toBe(shown.subject);
    expect(mail!.text!.trim()).toBe(shown.text.trim());
    expect(mail!.from?.value).toMatchObject([shown.from]);
  });

  it('says where there is no sender', async () => {
    expect(await preview(newId())).toMatchObject({ from: null, to: { address: emailOf(influencerId) } });
  });
});
