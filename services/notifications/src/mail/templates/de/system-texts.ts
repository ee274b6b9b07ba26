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
        subject: 'Dein Code, um deine Konten zu verbinden',
        preheader: 'Er gilt zehn Minuten, in dem Browser, in dem du ihn angefordert hast.',
        heading: mail.code,
        paragraphs: [
          `Gib diesen Code dort ein, wo du den Link von ${plain(mail.organisationName)} geöffnet hast. Er gilt zehn Minuten.`,
          'Niemand wird dich je am Telefon oder im Chat danach fragen.',
        ],
        button: null,
        footer: [
          'Du hast keinen solchen Link geöffnet? Dann war es jemand anderes; ohne diesen Code kann niemand etwas tun.',
        ],
      };
    case 'step-up-code':
      return {
        subject: 'Dein Code, um zu zeigen, dass du es bist',
        preheader: 'Er gilt zehn Minuten, in dem Browser, in dem du ihn angefordert hast.',
        heading: mail.code,
        paragraphs: [
          'Gib diesen Code in deiner Übersicht ein. Damit kannst du fünf Minuten lang alles herunterladen oder löschen, was über dich gespeichert ist.',
          'Niemand wird dich je am Telefon oder im Chat danach fragen.',
        ],
        button: null,
        footer: [
          'Du hast ihn nicht angefordert? Dann sitzt jemand anderes an deiner Übersicht: melde dich dort überall ab.',
        ],
      };
    case 'application-code':
      return {
        subject: 'Dein Code, um diese Adresse zu bestätigen',
        preheader: 'Er gilt zehn Minuten, in dem Browser, in dem du das Formular ausfüllst.',
        heading: mail.code,
        paragraphs: [
          'Gib diesen Code in das Bewerbungsformular ein. Er gilt zehn Minuten.',
          'Niemand wird dich je am Telefon oder im Chat danach fragen.',
        ],
        button: null,
        footer: [
          'Du füllst kein solches Formular aus? Dann hat sich jemand bei der Adresse vertippt; ohne diesen Code geschieht nichts.',
        ],
      };
    case 'sign-in-link':
      return {
        subject: 'Dein Link zum Anmelden',
        preheader: 'Er gilt einmal, fünfzehn Minuten lang.',
        heading: 'Melde dich bei deinem Dashboard an',
        paragraphs: ['Drück auf den Knopf, in dem Browser, in dem du angemeldet sein willst.'],
        button: { label: 'Anmelden', url: mail.url },
        footer: ['Du hast nicht darum gebeten? Beachte diese Mail nicht weiter; es geschieht nichts.'],
      };
    case 'password-reset':
      return {
        subject: 'Wähle ein neues Passwort',
        preheader: 'Der Link gilt einmal, dreißig Minuten lang.',
        heading: 'Wähle ein neues Passwort',
        paragraphs: ['Drück auf den Knopf und gib ein neues Passwort ein. Du wirst überall abgemeldet.'],
        button: { label: 'Passwort wählen', url: mail.url },
        footer: ['Du hast nicht darum gebeten? Beachte diese Mail nicht weiter; dein Passwort bleibt, wie es ist.'],
      };
    case 'password-changed':
      return {
        subject: 'Dein Passwort wurde geändert',
        preheader: 'Andere Browser wurden abgemeldet.',
        heading: 'Dein Passwort wurde geändert',
        paragraphs: ['Das Passwort deines Zugangs wurde gerade geändert, und andere Browser wurden abgemeldet.'],
        button: null,
        footer: [
          'Das warst nicht du? Fordere jetzt auf der Anmeldeseite ein neues Passwort an, und sag es den Inhabern deiner Organisation.',
        ],
      };
    case 'new-device':
      return {
        subject: 'Neue Anmeldung bei deinem Zugang',
        preheader: `Am ${mail.moment}, in einem Browser, den du noch nicht benutzt hast.`,
        heading: 'Neue Anmeldung bei deinem Zugang',
        paragraphs: [
          `Am ${mail.moment} hat sich jemand bei deinem Zugang angemeldet, in einem Browser, in dem du dich noch nie angemeldet hast.`,
          'Warst du das selbst, ist nichts zu tun.',
        ],
        button: { label: 'Zugang ansehen', url: mail.url },
        footer: [
          'Das warst nicht du? Melde dich überall ab, stelle sicher, dass nur du dein Postfach liest, und wähle ein neues Passwort, falls du eines hast.',
        ],
      };
    case 'member-invitation':
      return {
        subject: 'Du bist zu Creator Connect eingeladen',
        preheader: 'Die Einladung gilt sieben Tage.',
        heading: `Komm zu ${plain(mail.organisationName)}`,
        paragraphs: [`${plain(mail.organisationName)} lädt dich ein, in Creator Connect mit Creators zu arbeiten.`],
        button: { label: 'Einladung annehmen', url: mail.url },
        footer: [
          'Der Link gilt sieben Tage. Du weißt nicht, wer das ist? Beachte diese Mail nicht weiter; es geschieht nichts.',
        ],
      };
    case 'application-continuation':
      return continuationText(mail);
    case 'digest':
      return digestText(mail);
    case 'access-report':
      return accessReportText(mail);
    case 'confirm-address':
      return {
        subject: 'Bestätige diese Adresse als Absender',
        preheader: 'Bis dahin wird nichts von ihr gesendet.',
        heading: 'Bestätige diese Adresse',
        paragraphs: [
          `${plain(mail.organisationName)} möchte Creators von dieser Adresse aus schreiben. Drück auf den Knopf, wenn das stimmt.`,
        ],
        button: { label: 'Adresse bestätigen', url: mail.url },
        footer: ['Der Link gilt drei Tage. Weißt du von nichts, beachte diese Mail nicht weiter.'],
      };
    case 'outbound-test':
      return {
        subject: `Eine Testmail von ${plain(mail.organisationName)}`,
        preheader: 'Anfragen und Erinnerungen an deine Creators kommen an wie diese.',
        heading: 'Es funktioniert',
        paragraphs: [
          `Dies ist eine Testmail. Was ${plain(mail.organisationName)} an Creators sendet, kommt von dieser Adresse, und die Antworten kommen hier an.`,
        ],
        button: null,
        footer: ['Ein Mitglied deiner Organisation hat sie unter Settings → Company → Outbound email angefordert.'],
      };
  }
}
