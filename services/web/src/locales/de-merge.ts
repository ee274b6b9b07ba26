import type { MembersLocale } from './locale';

export const deMerge: Pick<MembersLocale, 'merge'> = {
  merge: {
    open: 'Zusammenführen…',
    selected: 'Beide zusammenführen…',
    back: '← Zurück zum Profil',
    title: 'Zwei Einträge einer Person zusammenführen',
    intro: 'Für jemanden, der zweimal in eurer Liste steht. Ein Eintrag bleibt, der andere geht in ihm auf.',
    find: 'Welcher ist der andere Eintrag?',
    findHint: 'Anfänge von Name, Adresse oder Handle',
    none: 'So wird sonst niemand gefunden.',
    choose: 'Wählen',
    chooseWhom: '{{name}} wählen',
    stays: 'Bleibt',
    goes: 'Geht darin auf',
    swap: 'Lieber den anderen behalten',
    another: 'Einen anderen Eintrag wählen',
    address:
      'Die Person meldet sich danach mit {{email}} an und nicht mehr mit {{other}}. Daran kann kein Admin etwas ändern.',
    moves: 'Was zu {{name}} wandert',
    accounts_one: 'Ein Konto mit allem, was erfasst wurde',
    accounts_other: '{{count}} Konten mit allem, was erfasst wurde',
    requests_one: 'Eine offene Anfrage; ihre Links gelten weiter',
    requests_other: '{{count}} offene Anfragen; ihre Links gelten weiter',
    campaigns_one: 'Eine Kampagne',
    campaigns_other: '{{count}} Kampagnen',
    shared_one: 'In einer davon sind beide; danach ist die Person einmal darin.',
    shared_other: 'In {{count}} davon sind beide; danach ist die Person in jeder einmal.',
    groups_one: 'Eine Gruppe',
    groups_other: '{{count}} Gruppen',
    notes_one: 'Eine Notiz',
    notes_other: '{{count}} Notizen',
    besides: 'Mails, Erinnerungen und Einladungen in den Creator Marketplace',
    values: 'Wo sich die beiden unterscheiden',
    valuesHint: 'Der Wert, den du nicht wählst, geht verloren.',
    field: { name: 'Name', locale: 'Sprache', timeZone: 'Zeitzone' },
    stay: 'Was bleibt, wie es ist',
    stayText:
      'Jedes Konto behält seinen Zustand und seinen Verlauf. Beiträge, Zahlen und Berichte bleiben, wo sie sind, und niemand muss etwas neu autorisieren.',
    undone: 'Das lässt sich nicht rückgängig machen.',
    undoneText:
      'Der Eintrag von {{name}} ist danach weg, samt der Bewerbung, falls er aus einer kam. Seine alte Adresse führt zum Eintrag, der bleibt.',
    asks: 'Die Person muss zustimmen',
    asksText:
      'Jemand hat den Eintrag von {{name}} schon benutzt: sich angemeldet, sich beworben oder ein Konto verbunden. Wer das Postfach {{email}} liest, würde das alles sehen. Darum wandert nichts, bevor sich die Person wie bisher mit {{other}} anmeldet und sagt, dass beide ihr gehören.',
    asksOther: 'Andersherum muss niemand gefragt werden: Jenen Eintrag hat noch niemand benutzt.',
    do: 'Beide zusammenführen',
    ask: 'Die Person fragen',
    waiting: 'Die Person ist gefragt',
    waitingGoes:
      'Seit {{date}} ist diese Person gefragt, ob ihr auch ein anderer Eintrag gehört. Sie hat eine Mail darüber bekommen und antwortet in ihrer Übersicht, die sich mit {{email}} öffnet.',
    waitingStays:
      'Seit {{date}} ist eine andere Person gefragt, ob ihr auch dieser Eintrag gehört. Bevor sie in ihrer Übersicht geantwortet hat, wandert nichts.',
    declined: 'Die Person hat nein gesagt',
    declinedGoes:
      'Am {{date}} hat diese Person gesagt, dass ein anderer Eintrag nicht ihr gehört. Die beiden bleiben getrennt.',
    declinedStays:
      'Am {{date}} hat eine andere Person gesagt, dass dieser Eintrag nicht ihr gehört. Die beiden bleiben getrennt.',
    other: 'Der andere Eintrag',
    withdraw: 'Nicht mehr fragen',
    gone: 'Dieser Eintrag ist in einem anderen aufgegangen',
    goneText:
      'Hier lässt sich nichts mehr speichern. Was du getippt hast, steht noch da: Kopiere es, bevor du weitergehst.',
    toStaying: 'Den Eintrag öffnen, der bleibt',
    history: 'Zusammengeführte Einträge',
    was: '{{name}}, am {{date}}',
    wasBy: '{{name}}, am {{date}}, von {{by}}',
    confirmed: 'von der Person bestätigt',
  },
};
