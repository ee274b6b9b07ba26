import { refusalOf } from './smtp-refusal';

describe('what an SMTP reply says about a mail', () => {
  const toRecipient = (response: string) =>
    refusalOf({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: Number(response.slice(0, 3)), response });

  it.each([
    '550 5.1.1 No such user',
    '550 No such user',
    '553 5.1.3 Bad address',
    '556 5.1.10 No mail here',
    '550 5.2.1 Off',
  ])('%s: the mailbox is gone', (response) => expect(toRecipient(response)).toMatchObject({ isMailboxGone: true }));

  it.each(['550 5.7.1 Relaying denied', '552 5.2.2 Mailbox full', '554 5.7.0 Listed', '554 Rejected'])(
    '%s: this mail is refused, the mailbox may live',
    (response) => expect(toRecipient(response)).toMatchObject({ isMailboxGone: false }),
  );

  it('a refused sender or content says nothing of the mailbox', () => {
    const sender = { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 5.1.8 Bad sender' };
    const content = { code: 'EMESSAGE', command: 'DATA', responseCode: 550, response: '550 Spam' };
    for (const failure of [sender, content]) expect(refusalOf(failure)).toMatchObject({ isMailboxGone: false });
  });

  it.each([
    [
      'a full mailbox for now',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452, response: '452 4.2.2 Full' },
    ],
    ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 No' }],
    [
      'a demand to sign in',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530, response: '530 5.7.0 Sign in' },
    ],
    ['silence', { code: 'ETIMEDOUT' }],
  ])('%s refuses no mail', (_what, failure) => expect(refusalOf(failure)).toBeUndefined());

  it('keeps the address out of its text', () => {
    expect(toRecipient('550 5.1.1 <kim@example.com> unknown')!.message).toBe('SMTP 550 5.1.1');
  });
});
