import type { enDashboard } from './en-dashboard';

export const deDashboard: typeof enDashboard = {
  dashboard: {
    title: 'Deine Konten',
    empty: 'Es ist noch kein Konto verbunden.',
    emptyText: 'Füg eines hinzu: Es dauert eine Minute, und du kannst es jederzeit rückgängig machen.',
    ownData: 'Deine Daten',
    ownDataText: 'Was erfasst wird, wer hingesehen hat; herunterladen oder löschen',
    security: 'Deine Sicherheit',
    securityText: 'Letzte Ereignisse, und wo du angemeldet bist',
    add: 'Konto hinzufügen',
    addAt: 'Konto hinzufügen: {{platform}}',
    action: {
      AUTHENTICATED: 'Erneuern',
      REAUTH: 'Erneuern',
      EXPIRES_SOON: 'Erneuern',
      DELAYED: 'Erneuern',
      NON_AUTH: 'Authentifizieren',
      REVOKED: 'Wieder verbinden',
      PAUSED: 'Weiter erfassen',
      SETUP_UNFINISHED: 'Abschließen',
    },
    checkAgain: 'Noch einmal prüfen',
    checkAgainAccount: 'Noch einmal prüfen: @{{handle}}',
    repair: {
      page_link_lost:
        'Verknüpf es wieder mit deiner Seite und drück dann „Noch einmal prüfen“: Du musst nicht neu zustimmen.',
      page_role_lost:
        'Lass dir deine Rolle auf der Seite wiedergeben und drück dann „Noch einmal prüfen“: Du musst nicht neu zustimmen.',
      checkpointed: 'Bestätige es dort und drück dann „Noch einmal prüfen“. Wenn das nicht reicht, drück „Erneuern“.',
      unconfirmed_user:
        'Bestätige es dort und drück dann „Noch einmal prüfen“. Wenn das nicht reicht, drück „Erneuern“.',
    },
    checked: {
      alive: 'Gerade geprüft: Es geht wieder.',
      unknown:
        'Die Plattform war gerade nicht zu erreichen, darum hat sich nichts geändert. Versuch es gleich noch einmal.',
    },
    newAccount: 'Neues Konto',
    connectTitle: 'Bevor du {{platform}} verbindest',
    validUntil: 'Gültig bis {{date}}.',
    notGranted: 'Nicht erlaubt, darum nicht erfasst: {{permissions}}.',
    collected: 'Was erfasst wird',
    collectedWhich: 'Was erfasst wird von @{{handle}}',
    pause: 'Pausieren',
    pauseAccount: 'Erfassung von @{{handle}} pausieren',
    revoke: 'Erlaubnis widerrufen',
    revokeTitle: 'Die Erlaubnis für @{{handle}} widerrufen?',
    revokeText:
      'Die Erfassung endet sofort, und der Zugang wird vernichtet. Was erfasst wurde, wird jetzt verborgen und nach sieben Tagen gelöscht, wenn du das Konto nicht wieder verbindest.',
    revokeTikTok:
      'Die Erfassung endet sofort, und der Zugang wird vernichtet. Was erfasst wurde, wird jetzt verborgen und innerhalb von 24 Stunden gelöscht.',
    keep: 'Behalten',
  },
  discard: {
    action: 'Verwerfen',
    which: 'Die Einrichtung von {{name}} verwerfen',
    title: 'Diese Einrichtung verwerfen?',
    text: 'Nichts davon wird aufbewahrt, und deine Zustimmung wird bei der Plattform zurückgenommen, wenn nicht ein anderes deiner Konten auf ihr beruht. Verbundene Konten bleiben, wie sie sind.',
  },
  collection: {
    title: 'Erste Erfassung',
    last: 'Zuletzt erfasst: {{date}}',
    delayed: 'Die letzte Erfassung hat nicht geklappt. Der nächste Versuch ist am {{date}}; du musst nichts tun.',
    marketplace:
      'Aus dem Creator Marketplace kommt zurzeit nichts; die Organisation weiß warum. Authentifizier das Konto, damit seine Zahlen trotzdem erfasst werden.',
    count: '{{done}} von {{total}}',
    stage: { profile: 'Profil', posts: 'Beiträge', audience: 'Publikum' },
    waiting: 'wartet',
    running: 'wird erfasst',
    done: 'fertig',
  },
};
