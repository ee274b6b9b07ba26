import type { MembersLocale } from './locale';

export const deData: Pick<MembersLocale, 'data'> = {
  data: {
    metrics: 'Zahlen im Lauf der Zeit',
    metricsText:
      'Tage in der Zeitzone {{timeZone}}. Aufrufe, Reichweite und Interaktionen zählen alle erfassten Beiträge zusammen.',
    asOf: 'Stand {{date}}',
    figure: 'Zahl',
    range: 'Zeitraum',
    days: 'Die letzten {{count}} Tage',
    show: '{{what}} zeigen als',
    chart: 'Diagramm',
    table: 'Tabelle',
    metric: {
      followers: 'Follower',
      posts: 'Beiträge',
      post_views: 'Aufrufe',
      post_reach: 'Reichweite',
      post_engagements: 'Interaktionen',
    },
    lack: {
      refused:
        '{{platform}} verweigert diese Zahl für die Beiträge dieses Kontos, darum wird nicht mehr nach ihr gefragt.',
      not_told: '{{platform}} nennt diese Zahl für dieses Konto nicht. Sie ist nicht bekannt, was nicht null bedeutet.',
      not_collected_yet: 'Noch keine Zahl: Die erste Erfassung ist nicht fertig.',
    },
    chartOf: '{{metric}} von {{from}} bis {{to}}, zuletzt {{value}}. Die Tabelle zeigt jeden Tag.',
    gapsIn_one: 'Das Diagramm hat {{count}} Lücke.',
    gapsIn_other: 'Das Diagramm hat {{count}} Lücken.',
    day: 'Tag',
    value: 'Wert',
    since: 'Unverändert seit',
    remark: 'Bemerkung',
    unknownDay: 'vor der ersten Erfassung',
    gaps: 'Wann nichts erfasst wurde',
    gapFromTo: '{{from}} – {{to}}',
    gapSince: 'seit {{from}}',
    gapWord: 'Nicht erfasst',
    accountsMissing_one: '{{count}} Konto wurde nicht erfasst. {{cause}}',
    accountsMissing_other: '{{count}} Konten wurden nicht erfasst. {{cause}}',
    gapCause: {
      token_rejected: 'Die Plattform hat die Erlaubnis abgelehnt, und das wurde geprüft.',
      throttled: 'Die Plattform bat zu warten: zu viele Aufrufe.',
      no_authorization: 'Es gab keine gültige Erlaubnis.',
      marketplace_closed: 'Euer Creator-Marketplace-Konto konnte es nicht lesen.',
      failing: 'Die Plattform hat nicht geantwortet.',
      not_run: 'Creator Connect kam nicht rechtzeitig dazu.',
      grant_outlived:
        'Die Erlaubnis wurde 30 Tage nicht erneuert, darum wurde gelöscht, was sie gezeigt hat. So verlangt es YouTube.',
      not_told_again:
        'Die Plattform hat 30 Tage nichts gezeigt, darum wurde gelöscht, was sie vorher gezeigt hat. So verlangt es YouTube.',
      marketplace_status: 'Der Platz im Creator Marketplace hat sich geändert.',
    },
    nothingYet: 'Keine Zahlen zu zeigen',
    nothing: {
      AUTHENTICATED: 'Die erste Erfassung läuft. Zahlen erscheinen hier von selbst.',
      EXPIRES_SOON: 'Die erste Erfassung läuft. Zahlen erscheinen hier von selbst.',
      DELAYED:
        'Die erste Erfassung hat noch nicht geklappt. Sie wird wiederholt, und Zahlen erscheinen hier von selbst.',
      REAUTH: 'Bevor die Erlaubnis endete, wurde nichts erfasst. Bitte darum, sie zu erneuern.',
      NON_AUTH: 'Das Konto ist nicht authentifiziert, darum wird nichts erfasst. Bitte darum, es zu authentifizieren.',
      REVOKED:
        'Die Erlaubnis wurde zurückgenommen, darum ist das Erfasste verborgen und wird gelöscht. Bitte darum, das Konto wieder zu authentifizieren.',
      PAUSED:
        'Die Erfassung wurde pausiert, bevor die ersten Zahlen kamen. Nur wem das Konto gehört, kann sie weitergehen lassen.',
    },
    standsStill: 'Derzeit keine neuen Zahlen',
    still: {
      REAUTH: 'Die Zahlen unten sind von vorher. Bitte darum, die Erlaubnis zu erneuern.',
      NON_AUTH: 'Die Zahlen unten sind von vorher. Bitte darum, das Konto zu authentifizieren.',
      REVOKED: 'Bitte darum, das Konto wieder zu authentifizieren.',
      PAUSED: 'Die Zahlen unten sind von vorher. Nur wem das Konto gehört, kann die Erfassung weitergehen lassen.',
    },
    toAccounts: 'Zu den Konten',
    noAccountsText: 'Bitte im Reiter „Konten“ um ein Konto; seine Zahlen erscheinen hier, wenn es authentifiziert ist.',
    audience: 'Publikum',
    audienceText: {
      instagram: 'Follower, wie Instagram sie nennt: nur die größten Teile.',
      tiktok: '',
      youtube:
        'Zuschauer der letzten 90 Tage, wie YouTube sie nennt; seine Tage beginnen und enden in Pazifischer Zeit.',
    },
    audienceEmpty: {
      instagram: 'Instagram nennt für dieses Konto kein Publikum. Das tut es ab 100 Followern.',
      tiktok: 'TikTok nennt mit dieser Art von Erlaubnis kein Publikum, wem auch immer das Konto gehört.',
      youtube:
        'YouTube nennt für diesen Kanal kein Publikum. Es braucht mehr angemeldete Zuschauer und die Erlaubnis, YouTube Analytics zu lesen.',
    },
    dimension: { age: 'Alter', gender: 'Geschlecht', country: 'Land', city: 'Stadt' },
    gender: { female: 'Frauen', male: 'Männer', unknown: 'Nicht genannt' },
    part: 'Gruppe',
    share: 'Anteil',
    amount: 'Genannter Wert',
    topOf: 'Die größten {{shown}} von {{count}}; die Tabelle zeigt alle.',
    export: '{{what}} als {{format}} herunterladen',
    dailyFigures: 'die Zahlen je Tag',
    audienceFigures: 'das Publikum',
    posts: 'alle Beiträge',
  },
};
