import { AccountStateChanged, AuthorizationRequested, InfluencerApproved, newId } from '@creator-connect/contracts';
import { armFailpoints, eventually } from '@creator-connect/messaging/testing';
import { DigestRepository } from '../../src/digests/persistence/digest.repository';
import { anAccount, becomes as becomesState } from './support/about-account';
import { NotificationsFixture, patienceMs } from './support/notifications-fixture';
import { emailOf } from './support/recipients-stub';
import { SesStub } from './support/ses-stub';
import { SnsStub } from './support/sns-stub';

describe('Amazon SES', () => {
  const ses = new SesStub();
  const sns = new SnsStub();
  let fixture: NotificationsFixture;
  let org: string;

  beforeAll(async () => {
    const endpoint = await ses.start();
    await sns.start();
    fixture = await NotificationsFixture.start({ ...ses.env(endpoint), SES_TOPIC_ARNS: SnsStub.topic });
  }, 120_000);
  afterAll(async () => {
    await fixture?.stop();
    await ses.stop();
    await sns.stop();
  });
  beforeEach(() => {
    org = newId();
    ses.failure = undefined;
    ses.refused = 0;
    sns.isDown = false;
  });

  const anAddress = () => `${newId()}@agency.example`;
  const propose = (address: string, via = 'ses', of = org) =>
    fixture.as(fixture.member(of), 'PUT', '/v1/outbound-email', { address, via });
  const show = async (of = org) => (await fixture.as(fixture.member(of), 'GET', '/v1/outbound-email')).body;
  const becomes = (state: object, of = org) =>
    eventually(async () => expect(await show(of)).toMatchObject(state), 15_000);
  const verified = async (address = anAddress()) => {
    await propose(address);
    ses.identities.set(address, 'SUCCESS');
    await becomes({ status: 'VERIFIED', address });
    return address;
  };

  describe('the address', () => {
    it('is pending until AWS confirms it, which is published once; nothing is mailed by us', async () => {
      const address = anAddress();
      expect(await show()).toMatchObject({ status: 'NOT_SET', available: ['smtp', 'ses'] });
      expect((await propose(address)).body).toMatchObject({
        status: 'PENDING',
        address: null,
        pendingAddress: address,
        confirmationFrom: 'aws',
      });
      expect(ses.created).toContain(address);
      ses.identities.set(address, 'SUCCESS');
      await becomes({ status: 'VERIFIED', address, via: 'ses', pendingAddress: null });
      expect(await fixture.published('OutboundEmailVerified', org)).toHaveLength(1);
      expect(fixture.mails.to(address)).toEqual([]);
      expect(ses.refused).toBe(0);
    });

    it('that nobody confirmed failed, and is asked again with a new link of AWS', async () => {
      const address = anAddress();
      await propose(address);
      ses.identities.set(address, 'FAILED');
      await becomes({ status: 'FAILED', pendingAddress: address, pendingStatus: 'FAILED', confirmationFrom: null });
      expect((await propose(address)).body).toMatchObject({ status: 'PENDING', confirmationFrom: 'aws' });
      expect(ses.created.filter((one) => one === address)).toHaveLength(2);
      ses.identities.set(address, 'SUCCESS');
      await becomes({ status: 'VERIFIED', address });
    });

    it('that is gone from the AWS account failed', async () => {
      const address = anAddress();
      await propose(address);
      ses.identities.delete(address);
      await becomes({ status: 'FAILED', pendingAddress: address });
    });

    it('stays in use until its successor is verified, whichever way that one leaves', async () => {
      const old = await verified();
      const next = anAddress();
      await propose(next, 'smtp');
      expect(await show()).toMatchObject({ status: 'VERIFIED', address: old, via: 'ses', pendingVia: 'smtp' });
      await fixture.confirm(fixture.tokenMailedTo(next));
      expect(await show()).toMatchObject({ address: next, via: 'smtp', pendingAddress: null });
      const third = anAddress();
      await propose(third);
      expect(await show()).toMatchObject({ address: next, pendingAddress: third, pendingVia: 'ses' });
      ses.identities.set(third, 'FAILED');
      await becomes({ status: 'VERIFIED', address: next, pendingStatus: 'FAILED' });
    });

    it('that another organisation verified at AWS is proven to us as well, by our own mail', async () => {
      const address = await verified();
      const thief = newId();
      expect((await propose(address, 'ses', thief)).body).toMatchObject({ status: 'PENDING', confirmationFrom: 'us' });
      const token = fixture.tokenMailedTo(address);
      // AWS has long said yes: that is no proof for this organisation.
      const asked = async () => {
        const [row] = await fixture.database.query<{ lease_epoch: string }>(
          'SELECT lease_epoch FROM notifications.outbound_identities WHERE org_id = $1',
          [thief],
        );
        return Number(row!.lease_epoch);
      };
      const before = await asked();
      await eventually(async () => expect(await asked()).toBeGreaterThan(before + 1), 15_000);
      expect(await show(thief)).toMatchObject({ status: 'PENDING', address: null });
      expect((await fixture.confirm(token)).body).toEqual({ status: 'VERIFIED' });
      expect(await show(thief)).toMatchObject({ status: 'VERIFIED', address, via: 'ses' });
    });

    it('that another organisation waits for is not verified by what AWS asked for that one', async () => {
      const address = anAddress();
      await propose(address);
      const other = newId();
      expect((await propose(address, 'ses', other)).body).toMatchObject({ confirmationFrom: 'us' });
      ses.identities.set(address, 'SUCCESS');
      await becomes({ status: 'VERIFIED', address });
      expect(await show(other)).toMatchObject({ status: 'PENDING', address: null });
    });

    it('that AWS refuses replaces nothing; an AWS that does not answer loses nothing', async () => {
      const old = await verified();
      const refused = await propose(`${newId()}@refused.example`);
      expect([refused.status, refused.body['code']]).toEqual([400, 'notifications.address_refused']);
      expect(await show()).toMatchObject({ status: 'VERIFIED', address: old, pendingAddress: null });
      expect(JSON.stringify(refused.body)).not.toContain('Invalid');
    });
  });

  describe('mails', () => {
    const approved = async () => {
      const influencerId = newId();
      const data = { organisationId: org, influencerId, approvedAt: new Date().toISOString() };
      await fixture.consumed(InfluencerApproved, data);
      return influencerId;
    };
    const requested = async (influencerId = newId()) => {
      await fixture.consumed(AuthorizationRequested, {
        organisationId: org,
        influencerId,
        authorizationRequestId: newId(),
        delivery: 'email',
        platforms: ['instagram'],
        requestedAt: new Date().toISOString(),
      });
      return influencerId;
    };
    const messagesOf = async (influencerId: string) => {
      const path = `/v1/messages?influencerId=${influencerId}`;
      const { body } = await fixture.as(fixture.member(org), 'GET', path);
      return body['items'] as { status: string; failure: string | null; sentAt: string | null }[];
    };
    const mailsOf = async (influencerId: string) =>
      (await messagesOf(influencerId)).map(({ status, failure }) => [status, failure]);
    const sentTo = (influencerId: string) => ses.to(emailOf(influencerId)).at(-1)!;
    /** Taken by SES, and noted here: what SES tells of a mail whose id is not noted yet is told again later. */
    const isSent = (influencerId: string, count = 1) =>
      eventually(async () => {
        expect((await messagesOf(influencerId)).filter(({ sentAt }) => sentAt !== null)).toHaveLength(count);
        expect(ses.to(emailOf(influencerId))).toHaveLength(count);
      }, patienceMs);
    const post = (message: object | string) =>
      fixture.posted('/webhooks/ses', typeof message === 'string' ? message : JSON.stringify(message));
    const bounce = ({ id }: { id: string }, email: string, type = 'Permanent') => ({
      notificationType: 'Bounce',
      mail: { messageId: id, timestamp: new Date().toISOString(), destination: [email] },
      bounce: { bounceType: type, bouncedRecipients: [{ emailAddress: email }] },
    });
    const complaint = ({ id }: { id: string }, email: string) => ({
      eventType: 'Complaint',
      mail: { messageId: id, timestamp: new Date().toISOString() },
      complaint: { complainedRecipients: [{ emailAddress: email }] },
    });
    const noted = (influencerId: string, state: [string, string | null]) =>
      eventually(async () => expect((await mailsOf(influencerId)).at(-1)).toEqual(state), 10_000);

    it('leave through SES with the headers of every other mail; the system’s own leave by SMTP', async () => {
      const address = await verified();
      const influencerId = await requested();
      await isSent(influencerId);
      const { mail, configurationSet } = sentTo(influencerId);
      expect(mail.from?.value).toEqual([{ address, name: 'Bright Agency' }]);
      expect([mail.headers.get('auto-submitted'), configurationSet]).toEqual(['auto-generated', 'feedback']);
      expect(mail.text).toContain('http://localhost:4400/');
      expect(mail.html).toContain('<html');
      expect(fixture.mails.to(emailOf(influencerId))).toEqual([]);
      const other = await approved();
      await eventually(async () => expect(fixture.mails.to(emailOf(other))).toHaveLength(1), patienceMs);
      expect(ses.refused).toBe(0);
    });

    it('a test mail leaves the way of the address', async () => {
      const address = await verified();
      expect((await fixture.as(fixture.member(org), 'POST', '/v1/outbound-email/test')).status).toBe(202);
      expect(ses.to(address)).toHaveLength(1);
    });

    it.each([
      ['MessageRejected', 400, 'Email address is not verified.'],
      ['TooManyRequestsException', 429, 'Too many requests'],
      ['SendingPausedException', 400, 'Paused'],
      ['InternalFailure', 500, 'x'],
    ])('wait while it is not about them: %s', async (type, status, message) => {
      await verified();
      ses.failure = { type, status, message };
      const influencerId = await requested();
      await eventually(async () => {
        const [row] = await fixture.database.query<{ last_error: string }>(
          'SELECT last_error FROM notifications.messages WHERE influencer_id = $1',
          [influencerId],
        );
        expect(row!.last_error).toBe('notifications.mail_server_down');
      }, patienceMs);
      expect(await mailsOf(influencerId)).toEqual([['QUEUED', null]]);
    });

    it('that SES rejects as such failed', async () => {
      await verified();
      ses.failure = { type: 'MessageRejected', status: 400, message: 'Email contains a virus' };
      const influencerId = await requested();
      await eventually(async () => expect(await mailsOf(influencerId)).toEqual([['FAILED', 'refused']]), patienceMs);
    });

    it.each(['1', '2'])(
      'that came back for good stop all others, and members are told once (signature %s)',
      async (version) => {
        await verified();
        const influencerId = await requested();
        await isSent(influencerId);
        const told = sns.notification(bounce(sentTo(influencerId), emailOf(influencerId)), {
          SignatureVersion: version,
        });
        expect([(await post(told)).status, (await post(told)).status]).toEqual([200, 200]);
        await noted(influencerId, ['FAILED', 'bounced']);
        expect(await fixture.published('EmailFailed', org)).toHaveLength(1);
        const notices = (await fixture.as(fixture.member(org), 'GET', '/v1/notices')).body['items'] as {
          kind: string;
        }[];
        expect(notices.map(({ kind }) => kind)).toEqual(['bounced']);
        const lapsed = becomesState('REAUTH', { ...anAccount(org), influencerId });
        await fixture.consumed(AccountStateChanged, lapsed);
        const stopped = async () => (await mailsOf(influencerId)).filter(([, failure]) => failure === 'bounced');
        await eventually(async () => expect(await stopped()).toHaveLength(2), patienceMs);
        expect(ses.to(emailOf(influencerId))).toHaveLength(1);
      },
    );

    it('that somebody called unwanted stop all others, also those asked for on purpose', async () => {
      await verified();
      const influencerId = await requested();
      await isSent(influencerId);
      const told = sns.notification(complaint(sentTo(influencerId), `Kim <${emailOf(influencerId).toUpperCase()}>`));
      expect((await post(told)).status).toBe(200);
      await noted(influencerId, ['SENT', 'complained']);
      await requested(influencerId);
      await eventually(
        async () => expect((await mailsOf(influencerId))[0]).toEqual(['CANCELLED', 'complained']),
        patienceMs,
      );
      expect(ses.to(emailOf(influencerId))).toHaveLength(1);
      const addressee = await fixture.as(fixture.member(org), 'GET', `/v1/addressees/${influencerId}`);
      expect(addressee.body['complainedAt']).not.toBeNull();
    });

    describe('after a complaint', () => {
      const complained = async () => {
        await verified();
        const influencerId = await requested();
        await isSent(influencerId);
        const told = sns.notification(complaint(sentTo(influencerId), emailOf(influencerId)));
        expect([(await post(told)).status, (await post(told)).status]).toEqual([200, 200]);
        await noted(influencerId, ['SENT', 'complained']);
        return influencerId;
      };
      const lift = (influencerId: string, who = fixture.member(org)) =>
        fixture.as(who, 'DELETE', `/v1/addressees/${influencerId}/complaint`);

      it('members are told by the bell, once', async () => {
        await complained();
        const { body } = await fixture.as(fixture.member(org), 'GET', '/v1/notices');
        expect((body['items'] as { kind: string }[]).map(({ kind }) => kind)).toEqual(['complained']);
      });

      it('an admin lets mails go there again, once SES suppresses the address no more; nobody else does', async () => {
        const influencerId = await complained();
        ses.suppressed.add(emailOf(influencerId));
        const refused = await lift(influencerId);
        expect([refused.status, refused.body['code']]).toEqual([409, 'notifications.suppressed']);
        ses.failure = { type: 'TooManyRequestsException', status: 429, message: 'Too many requests' };
        expect((await lift(influencerId)).body['code']).toBe('notifications.mail_server_down');
        ses.failure = undefined;
        ses.suppressed.clear();
        expect((await lift(influencerId, fixture.member(org, 'viewer'))).status).toBe(403);
        const key = { kind: 'api_key', sub: newId(), org, scopes: ['links:write'] } as const;
        expect((await lift(influencerId, key)).status).toBe(403);
        await requested(influencerId);
        await eventually(
          async () => expect((await mailsOf(influencerId))[0]).toEqual(['CANCELLED', 'complained']),
          patienceMs,
        );
        const lifted = await lift(influencerId);
        expect([lifted.status, lifted.body['complainedAt']]).toEqual([200, null]);
        await requested(influencerId);
        await isSent(influencerId, 2);
      });

      it('from an address that the creator has no more, SES is not asked', async () => {
        const influencerId = await complained();
        ses.suppressed.add(emailOf(influencerId));
        fixture.recipients.emails.set(influencerId, `${newId()}@example.com`);
        expect((await lift(influencerId)).body['complainedAt']).toBeNull();
        ses.suppressed.clear();
      });
    });

    describe('that are digests', () => {
      const morning = (userId: string) => {
        const to = `${userId}@agency.example`;
        const whom = { organisationId: org, userId, role: 'admin', to, locales: ['en'], timeZone: 'UTC' };
        return fixture.from('gateway', 'POST', '/internal/digests', { ...whom, day: '2030-05-06' });
      };
      const digest = async (userId: string) => {
        expect((await morning(userId)).status).toBe(204);
        return ses.to(`${userId}@agency.example`).at(-1)!;
      };
      const setting = async (userId: string, change?: string) => {
        const member = { ...fixture.member(org), sub: userId };
        const path = '/v1/digest-setting';
        if (change) await fixture.as(member, 'PUT', path, { frequency: change });
        return (await fixture.as(member, 'GET', path)).body['frequency'];
      };

      it.each([
        ['came back for good', bounce],
        ['were called unwanted', complaint],
      ])('and %s stop, until their reader chooses otherwise', async (_what, feedback) => {
        await verified();
        fixture.recipients.attention = { reauth: 1, nonAuth: 0, endingSoon: 0, accounts: [] };
        const userId = newId();
        const told = sns.notification(feedback(await digest(userId), `${userId}@agency.example`));
        expect((await post(told)).status).toBe(200);
        expect(await setting(userId)).toBe('off');
        expect(await setting(userId, 'daily')).toBe('daily');
        expect((await post(told)).status).toBe(200);
        expect(await setting(userId)).toBe('daily');
      });

      it('are on record although the database was away when they were out, and go once', async () => {
        await verified();
        fixture.recipients.attention = { reauth: 1, nonAuth: 0, endingSoon: 0, accounts: [] };
        const away = Object.assign(new Error('the database is shutting down'), { code: '57P01' });
        const noting = jest.spyOn(DigestRepository.prototype, 'sent').mockRejectedValueOnce(away);
        const userId = newId();
        const to = `${userId}@agency.example`;
        const sent = await digest(userId);
        expect(noting).toHaveBeenCalledTimes(2);
        noting.mockRestore();
        await digest(userId);
        expect(ses.to(to)).toHaveLength(1);
        expect((await post(sns.notification(complaint(sent, to)))).status).toBe(200);
        expect(await setting(userId)).toBe('off');
      });

      it('are on record, too, where whoever sent them died and another one sends them again', async () => {
        await verified();
        fixture.recipients.attention = { reauth: 1, nonAuth: 0, endingSoon: 0, accounts: [] };
        const userId = newId();
        const to = `${userId}@agency.example`;
        armFailpoints('mail.after-accepted=throw:1');
        expect((await morning(userId)).status).toBe(500);
        expect((await morning(userId)).status).toBe(503);
        expect(ses.to(to)).toHaveLength(1);
        await fixture.database.query(
          `UPDATE notifications.system_deliveries SET at = at - interval '5 minutes' WHERE idempotency_key LIKE $1`,
          [`digest-${org}-${userId}-%`],
        );
        const sent = await digest(userId);
        await digest(userId);
        expect(ses.to(to)).toHaveLength(2);
        expect((await post(sns.notification(complaint(sent, to)))).status).toBe(200);
        expect(await setting(userId)).toBe('off');
      });
    });

    it('that came back for now stop nothing', async () => {
      await verified();
      const influencerId = await requested();
      await isSent(influencerId);
      const told = sns.notification(bounce(sentTo(influencerId), emailOf(influencerId), 'Transient'));
      expect((await post(told)).status).toBe(200);
      expect(await mailsOf(influencerId)).toEqual([['SENT', null]]);
    });

    it('that are not known yet are told again, older ones are nobody’s', async () => {
      const early = bounce({ id: newId() }, 'somebody@example.com');
      const answer = await post(sns.notification(early));
      expect([answer.status, answer.body['code']]).toEqual([503, 'notifications.feedback_early']);
      const timestamp = new Date(Date.now() - 3_600_000).toISOString();
      const old = { ...early, mail: { ...early.mail, timestamp } };
      expect((await post(sns.notification(old))).status).toBe(200);
      expect((await post(sns.notification({ anything: 'else' }))).status).toBe(200);
    });

    describe('what SNS did not sign, or not for us,', () => {
      it.each([
        ['a changed text', () => ({ ...sns.notification({}), Message: '{"a":1}' })],
        ['another topic', () => sns.notification({}, { TopicArn: 'arn:aws:sns:eu-central-1:999999999999:other' })],
        ['a certificate of a stranger', () => sns.notification({}, { SigningCertURL: 'https://evil.example/x.pem' })],
        [
          'a certificate of a host that only begins like one',
          () => sns.notification({}, { SigningCertURL: sns.certificateUrl.replace('.com/', '.com.evil.example/') }),
        ],
        [
          'a certificate behind a detour',
          () => sns.notification({}, { SigningCertURL: sns.certificateUrl.replace('/Simple', '/../x?/Simple') }),
        ],
        ['no certificate at all', () => sns.notification({}, { SigningCertURL: 'http://169.254.169.254/latest' })],
        ['another version', () => sns.notification({}, { SignatureVersion: '3' })],
        ['no JSON', () => 'hello'],
      ])('is refused, and nobody is asked about it: %s', async (_what, message) => {
        const before = sns.asked.length;
        const answer = await post(message());
        expect([answer.status, answer.body['code']]).toEqual([403, 'notifications.feedback_refused']);
        expect(sns.asked.slice(before).filter((line) => !line.endsWith('.pem'))).toEqual([]);
        expect(sns.asked.every((line) => line.startsWith('sns.eu-central-1.amazonaws.com '))).toBe(true);
      });

      it('is told again while the certificate can not be had', async () => {
        sns.isDown = true;
        const url = sns.certificateUrl.replace('0a0a', '0b0b');
        expect((await post(sns.notification({}, { SigningCertURL: url }))).status).toBe(503);
        sns.isDown = false;
        expect((await post(sns.notification({}, { SigningCertURL: url }))).status).toBe(200);
      });
    });

    it('a subscription is confirmed at SNS itself, wherever the message points to', async () => {
      const message = sns.subscription({ SubscribeURL: 'http://169.254.169.254/latest/meta-data' });
      const before = sns.asked.length;
      expect((await post(message)).status).toBe(200);
      const asked = sns.asked.slice(before).filter((line) => !line.endsWith('.pem'));
      expect(asked).toHaveLength(1);
      const { host, searchParams } = new URL(`https://${asked[0]!.replace(' ', '')}`);
      expect(host).toBe('sns.eu-central-1.amazonaws.com');
      expect(Object.fromEntries(searchParams)).toMatchObject({
        Action: 'ConfirmSubscription',
        TopicArn: SnsStub.topic,
        Token: message['Token'],
      });
    });
  });
});
