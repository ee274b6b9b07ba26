import { ApplicationDeclined, ApplicationSubmitted, newId } from '@creator-connect/contracts';
import { eventually } from '@creator-connect/messaging/testing';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';

describe('mails to people who apply', () => {
  let fixture: NotificationsFixture;

  beforeAll(async () => {
    fixture = await NotificationsFixture.start();
  }, 60_000);
  afterAll(() => fixture?.stop());

  const someone = () => ({ organisationId: newId(), influencerId: newId() });
  const mailsTo = (influencerId: string) => fixture.mails.to(emailOf(influencerId));

  it('say that the application arrived, also where the organisation has no address to send from', async () => {
    const applicant = someone();
    const submittedAt = new Date().toISOString();
    const event = await fixture.consumed(ApplicationSubmitted, { ...applicant, submittedAt });
    await fixture.publishAgain(event);
    await eventually(() => expect(mailsTo(applicant.influencerId)).toHaveLength(1), patienceMs);
    const [mail] = mailsTo(applicant.influencerId);
    expect(mail!.subject).toBe('Bright Agency has your application');
    expect(mail!.from?.value).toMatchObject([{ address: 'system@example.com' }]);
    expect(mail!.text).toContain('because you applied to Bright Agency');
    expect(mail!.text).toContain('nothing is collected');
  });

  it('say no in plain words, and what becomes of the data', async () => {
    const applicant = someone();
    await fixture.consumed(ApplicationDeclined, { ...applicant, declinedAt: new Date().toISOString() });
    await eventually(() => expect(mailsTo(applicant.influencerId)).toHaveLength(1), patienceMs);
    const [mail] = mailsTo(applicant.influencerId);
    expect(mail!.subject).toBe('Your application to Bright Agency');
    expect(mail!.text).toContain('deleted within seven days');
    expect(String(mail!.html)).not.toContain('href=');
  });

  it('bring the code to the address that was typed, and store it nowhere', async () => {
    const body = { kind: 'application-code', idempotencyKey: newId(), to: 'typed@example.com', code: '123456' };
    expect((await fixture.from('gateway', 'POST', '/internal/messages', body)).status).toBe(202);
    const [mail] = fixture.mails.to('typed@example.com');
    expect(mail!.text).toContain('123456');
    expect(mail!.subject).not.toContain('123456');
    const { code: _none, ...without } = body;
    const refused = await fixture.from('gateway', 'POST', '/internal/messages', {
      ...without,
      idempotencyKey: newId(),
    });
    expect(refused.status).toBe(400);
  });
});
