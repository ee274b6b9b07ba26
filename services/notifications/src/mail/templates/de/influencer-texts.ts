import type { Parts, Words } from '../words';

const promise =
  'Du meldest dich bei der Plattform selbst an. Dein Passwort ist hier nie zu sehen, es wird nie etwas veröffentlicht, und du kannst die Erlaubnis jederzeit zurücknehmen.';

/** Mails about an influencer's accounts. */
export const influencerWordings = {
  'authorization-request': ({ organisation }: Words): Parts => ({
    subject: `${organisation} bittet dich, deine Konten zu verbinden`,
    preheader: 'Es dauert eine Minute, und du kannst es jederzeit rückgängig machen.',
    heading: `${organisation} bittet dich, deine Konten zu verbinden`,
    paragraphs: [
      `${organisation} möchte deine Beiträge sehen und wie sie ankommen: Impressionen, Interaktionen und dein Publikum.`,
      promise,
    ],
    button: 'Ansehen, worum es geht',
  }),
  expiring: ({ organisation, account, end }: Words): Parts => ({
    subject: `${account} für ${organisation} erneuern`,
    preheader: `Die Erlaubnis endet am ${end}; ab dann werden neue Beiträge nicht mehr gezählt.`,
    heading: `Bitte erneuere die Erlaubnis für ${account}`,
    paragraphs: [
      `Die Erlaubnis, die du ${organisation} für ${account} gegeben hast, endet am ${end}. Erneuerst du sie vorher, geht nichts verloren; es dauert eine Minute.`,
      promise,
    ],
    button: 'Jetzt erneuern',
  }),
  reauth: ({ organisation, account, end }: Words): Parts => ({
    subject: `${account} für ${organisation} neu verbinden`,
    preheader: `Die Erlaubnis endete am ${end}; bis du sie erneuerst, werden neue Beiträge nicht gezählt.`,
    heading: `Bitte verbinde ${account} neu`,
    paragraphs: [
      `Die Erlaubnis, die du ${organisation} gegeben hast, ist abgelaufen. Neue Beiträge von ${account} werden deshalb nicht gezählt. Was vorher erfasst wurde, bleibt.`,
      promise,
    ],
    button: 'Jetzt neu verbinden',
  }),
  authenticated: ({ organisation, account }: Words): Parts => ({
    subject: `${account} ist mit ${organisation} verbunden`,
    preheader: 'Das warst nicht du? In deinem Dashboard kannst du die Erlaubnis zurücknehmen.',
    heading: `${account} ist verbunden`,
    paragraphs: [
      `${organisation} sieht jetzt die Beiträge von ${account} und wie sie ankommen.`,
      'Das warst nicht du? Öffne dein Dashboard und nimm die Erlaubnis mit „Revoke Authorization“ zurück.',
    ],
    button: 'Zu meinem Dashboard',
  }),
  revoked: ({ organisation, account }: Words): Parts => ({
    subject: `${account}: Verbindung mit ${organisation} beendet`,
    preheader: 'Es wird nichts mehr erfasst, und die Daten sind ausgeblendet.',
    heading: `${account} ist nicht mehr verbunden`,
    paragraphs: [
      `${organisation} erfasst nichts mehr von ${account}. Der Zugang wurde vernichtet; was erfasst wurde, ist ausgeblendet und wird gelöscht.`,
    ],
    button: null,
  }),
  'marketplace-invited': ({ organisation, account }: Words): Parts => ({
    subject: `${organisation} lädt ${account} zum Marketplace ein`,
    preheader: 'Die Einladung wartet in TikTok unter den System-Benachrichtigungen.',
    heading: 'Tritt dem TikTok Creator Marketplace bei',
    paragraphs: [
      `${organisation} hat ${account} zum TikTok Creator Marketplace eingeladen.`,
      'Öffne TikTok → Postfach → System-Benachrichtigungen, wähle die Einladung, tippe auf „Mehr anzeigen“ und dann auf „Beitreten“.',
    ],
    button: null,
  }),
  'marketplace-reminder': ({ organisation, account }: Words): Parts => ({
    subject: `Erinnerung: Marketplace-Einladung für ${account}`,
    preheader: 'Die Einladung wartet noch in TikTok. Dies ist die einzige Erinnerung.',
    heading: 'Deine Einladung zum TikTok Creator Marketplace wartet',
    paragraphs: [
      `${organisation} hat ${account} vor einiger Zeit zum TikTok Creator Marketplace eingeladen.`,
      'Zum Beitreten öffne TikTok → Postfach → System-Benachrichtigungen, wähle die Einladung, tippe auf „Mehr anzeigen“ und dann auf „Beitreten“.',
      'Möchtest du lieber nicht beitreten, tu einfach nichts: Es kommt keine weitere Erinnerung, und die Einladung endet von selbst.',
    ],
    button: null,
  }),
  'marketplace-joined': ({ organisation, account }: Words): Parts => ({
    subject: `${account} ist jetzt im Creator Marketplace`,
    preheader: `${organisation} sieht es auch; mehr ist nicht zu tun.`,
    heading: 'Willkommen im TikTok Creator Marketplace',
    paragraphs: [`${account} ist jetzt Mitglied, und ${organisation} sieht es als Marketplace-Konto.`],
    button: null,
  }),
  approved: ({ organisation }: Words): Parts => ({
    subject: `${organisation} hat dich aufgenommen`,
    preheader: 'Dein Dashboard zeigt, was erfasst wird, und lässt es dich beenden.',
    heading: `Willkommen bei ${organisation}`,
    paragraphs: [
      `${organisation} hat dich aufgenommen. In deinem Dashboard verbindest du Konten, siehst, was erfasst wird, und nimmst Erlaubnisse zurück.`,
    ],
    button: 'Zu meinem Dashboard',
  }),
  'merge-question': ({ organisation }: Words): Parts => ({
    subject: `${organisation} fragt: Bist das auch du?`,
    preheader: 'Nichts geschieht, bevor du in deinem Dashboard antwortest.',
    heading: 'Gehört dir auch ein anderer Eintrag?',
    paragraphs: [
      `${organisation} hat zwei Einträge, die beide dir gehören könnten. Melde dich mit dieser Adresse an, sieh dir an, was wandern würde, und sag ja oder nein.`,
      'Nur du kannst das sagen. Ohne dein Ja wandert nichts, und niemand sonst sieht, was dir gehört.',
    ],
    button: 'Zu meinem Dashboard',
  }),
};
