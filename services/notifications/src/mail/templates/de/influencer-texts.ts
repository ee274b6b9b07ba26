import type { Parts, Words } from '../words';

const promise =
  'Du meldest dich bei der Plattform selbst an. Dein Passwort ist hier nie zu sehen, es wird nie etwas veröffentlicht, und du kannst die Erlaubnis jederzeit zurücknehmen.';

/** Mails about an influencer's accounts. */
export const influencerWordings = {
  'authorization-request': ({ organisation, account, until }: Words): Parts => ({
    subject: `${organisation} bittet dich, ${account} zu verbinden`,
    preheader: `Der Link gilt bis ${until}; bis du verbunden bist, werden deine Beiträge nicht gezählt.`,
    heading: `${organisation} bittet dich, ${account} zu verbinden`,
    paragraphs: [
      `${organisation} möchte deine Beiträge sehen und wie sie ankommen: Impressionen, Interaktionen und dein Publikum.`,
      `${promise} Es dauert eine Minute.`,
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
  paused: ({ organisation, account }: Words): Parts => ({
    subject: `Pausiert für ${organisation}: ${account}`,
    preheader: 'Es wird nichts erfasst, bis du es wieder zulässt.',
    heading: 'Die Erfassung ist pausiert',
    paragraphs: [
      `Du hast die Erfassung für ${account} pausiert. Bis du sie weiterlaufen lässt, erfasst ${organisation} dort nichts, und niemand erinnert dich. Deine Erlaubnis bleibt, und was erfasst wurde, auch.`,
      'Das warst nicht du? Öffne dein Dashboard und lass die Erfassung dort weiterlaufen.',
    ],
    button: 'Zu meinem Dashboard',
  }),
  resumed: ({ organisation, account }: Words): Parts => ({
    subject: `Geht weiter für ${organisation}: ${account}`,
    preheader: 'Das warst nicht du? In deinem Dashboard kannst du wieder pausieren.',
    heading: 'Die Erfassung geht weiter',
    paragraphs: [
      `Du hast die Pause für ${account} beendet. ${organisation} erfasst wieder neue Beiträge und wie sie ankommen.`,
      'Das warst nicht du? Öffne dein Dashboard und pausiere die Erfassung, oder nimm die Erlaubnis zurück.',
    ],
    button: 'Zu meinem Dashboard',
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
    subject: `${organisation} erinnert: Marketplace für ${account}`,
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
    subject: `${organisation}: ${account} ist im Marketplace`,
    preheader: 'Du bist jetzt Mitglied; mehr ist nicht zu tun.',
    heading: 'Willkommen im TikTok Creator Marketplace',
    paragraphs: [`${account} ist jetzt Mitglied, und ${organisation} sieht es als Marketplace-Konto.`],
    button: null,
  }),
  approved: ({ organisation, until }: Words): Parts => ({
    subject: `${organisation} hat dich aufgenommen`,
    preheader: `Der Link zu deinem Dashboard gilt einmal, bis ${until}.`,
    heading: `Willkommen bei ${organisation}`,
    paragraphs: [
      `${organisation} hat dich aufgenommen. In deinem Dashboard verbindest du Konten, siehst, was erfasst wird, und nimmst Erlaubnisse zurück.`,
      'Der Knopf meldet dich an, einmal. Später schickt dir die Anmeldeseite einen neuen Link, wann immer du einen brauchst.',
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
