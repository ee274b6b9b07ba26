import { accessReportText } from './access-report-text';
import { digestText } from './digest-text';
import { continuationText } from './continuation-text';
import type { MailContent } from '../layout';
import { plain } from '../plain-text';
import type { SystemMail } from '../words';

export function systemTexts(mail: SystemMail): Omit<MailContent, 'locale'> {
  switch (mail.kind) {
    case 'link-code':
      return {
        subject: 'Your code to connect your accounts',
        preheader: 'It works for ten minutes, in the browser where you asked for it.',
        heading: mail.code,
        paragraphs: [
          `Type this code where you opened the link from ${plain(mail.organisationName)}. It works for ten minutes.`,
          'Nobody will ever ask you for it by phone or chat.',
        ],
        button: null,
        footer: ['You did not open such a link? Then somebody else did; without this code they can do nothing.'],
      };
    case 'step-up-code':
      return {
        subject: 'Your code to show that it is you',
        preheader: 'It works for ten minutes, in the browser where you asked for it.',
        heading: mail.code,
        paragraphs: [
          'Type this code into your dashboard. It lets you download or erase everything held about you, for five minutes.',
          'Nobody will ever ask you for it by phone or chat.',
        ],
        button: null,
        footer: ['You did not ask for it? Then somebody else sits at your dashboard: sign out everywhere there.'],
      };
    case 'application-code':
      return {
        subject: 'Your code to confirm this address',
        preheader: 'It works for ten minutes, in the browser where you fill in the form.',
        heading: mail.code,
        paragraphs: [
          'Type this code into the application form. It works for ten minutes.',
          'Nobody will ever ask you for it by phone or chat.',
        ],
        button: null,
        footer: ['You fill in no such form? Then somebody mistyped their address; without this code nothing happens.'],
      };
    case 'sign-in-link':
      return {
        subject: 'Your link to sign in',
        preheader: 'It works once, for fifteen minutes.',
        heading: 'Sign in to your dashboard',
        paragraphs: ['Press the button in the browser where you want to be signed in.'],
        button: { label: 'Sign in', url: mail.url },
        footer: ['You did not ask for it? Ignore this mail; nothing happens.'],
      };
    case 'password-reset':
      return {
        subject: 'Choose a new password',
        preheader: 'The link works once, for thirty minutes.',
        heading: 'Choose a new password',
        paragraphs: ['Press the button and type a new password. You will be signed out everywhere.'],
        button: { label: 'Choose a password', url: mail.url },
        footer: ['You did not ask for it? Ignore this mail; your password stays as it is.'],
      };
    case 'password-changed':
      return {
        subject: 'Your password was changed',
        preheader: 'Other browsers were signed out.',
        heading: 'Your password was changed',
        paragraphs: ['The password of your account was changed a moment ago, and other browsers were signed out.'],
        button: null,
        footer: [
          'It was not you? Ask for a new password on the sign-in page now, and tell an owner of your organisation.',
        ],
      };
    case 'new-device':
      return {
        subject: 'New sign-in to your account',
        preheader: `On ${mail.moment}, in a browser that you had not used before.`,
        heading: 'New sign-in to your account',
        paragraphs: [
          `Somebody signed in to your account on ${mail.moment}, in a browser in which you had not signed in before.`,
          'If it was you, there is nothing to do.',
        ],
        button: { label: 'Look at your account', url: mail.url },
        footer: [
          'It was not you? Sign out everywhere, make sure that your mailbox is yours alone, and choose a new password where you have one.',
        ],
      };
    case 'member-invitation':
      return {
        subject: 'You are invited to Creator Connect',
        preheader: 'The invitation works for seven days.',
        heading: `Join ${plain(mail.organisationName)}`,
        paragraphs: [`${plain(mail.organisationName)} invites you to work with its creators in Creator Connect.`],
        button: { label: 'Accept the invitation', url: mail.url },
        footer: ['The link works for seven days. You do not know who this is? Ignore this mail; nothing happens.'],
      };
    case 'application-continuation':
      return continuationText(mail);
    case 'digest':
      return digestText(mail);
    case 'access-report':
      return accessReportText(mail);
    case 'confirm-address':
      return {
        subject: 'Confirm this address as a sender',
        preheader: 'Until then nothing is sent from it.',
        heading: 'Confirm this address',
        paragraphs: [
          `${plain(mail.organisationName)} wants to send mails to its creators from this address. Press the button if that is right.`,
        ],
        button: { label: 'Confirm address', url: mail.url },
        footer: ['The link works for three days. If you know nothing of it, ignore this mail.'],
      };
    case 'outbound-test':
      return {
        subject: `A test mail of ${plain(mail.organisationName)}`,
        preheader: 'Requests and reminders to your creators arrive like this one.',
        heading: 'It works',
        paragraphs: [
          `This is a test mail. What ${plain(mail.organisationName)} sends to its creators comes from this address, and their answers come here.`,
        ],
        button: null,
        footer: ['A member of your organisation asked for it in Settings → Company → Outbound email.'],
      };
  }
}
