/** Was Inhaber darüber lesen, wer sich Daten von Creators angesehen hat. */
export const deAccess = {
  access: {
    title: 'Wer sich Daten von Creators angesehen hat',
    text: 'Jeder Blick eines Mitglieds oder API-Schlüssels wird vermerkt, bevor etwas gezeigt wird. Für jeden Monat, in dem es welche gab, bekommst du eine Mail. Wessen Daten es waren, steht hier nicht.',
    period: 'Zeitraum',
    thisMonth: 'Dieser Monat bis jetzt',
    wholeYear: 'Die letzten 365 Tage',
    csv: 'Als CSV herunterladen',
    nobody: 'In dieser Zeit hat sich niemand Daten von Creators angesehen.',
    totals: 'Insgesamt',
    total: { viewers: 'Mitglieder und API-Schlüssel', people: 'Creators, einzeln', downloads: 'Downloads' },
    who: 'Wer',
    column: {
      people: 'Creators',
      campaigns: 'Kampagnen',
      rosterDays: 'Tage mit der Liste',
      downloads: 'Downloads',
      what: 'Was',
      days: 'Wann',
    },
    key: 'API-Schlüssel',
    area: {
      profile: 'Profile',
      accounts: 'Konten',
      posts: 'Beiträge und Zahlen',
      mails: 'Mails',
      campaign: 'Kampagnen',
      list: 'Listen',
      export: 'Downloads',
    },
    days_one: 'an {{count}} Tag',
    days_other: 'an {{count}} Tagen',
    last: 'zuletzt am {{day}}',
    gone: 'Jemand, der nicht mehr da ist',
    operators:
      'Gezählt wird, wer selbst oder mit einem Konto geöffnet wurde. Wer diese Installation betreibt, hat keine Seite mit Daten von Creators. Blicke bleiben {{days}} Tage gespeichert; die auf gelöschte Personen sind fort.',
  },
};
