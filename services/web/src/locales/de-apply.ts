import type { enApply } from './en-apply';

export const deApply: typeof enApply = {
  apply: {
    title: 'Bewerbung bei {{organisation}}',
    group: 'Für: {{group}}',
    intro:
      'Du verbindest deine Konten, sagst {{organisation}}, wer du bist, und bekommst die Antwort per Mail. Es dauert ein paar Minuten; du kannst unterbrechen und später weitermachen, hier oder auf einem anderen Gerät.',
    steps: 'Schritte der Bewerbung',
    stepDone: 'Erledigt:',
    step: { accounts: 'Konten', details: 'Über dich', answer: 'Antwort' },
    begin: 'Meine Bewerbung beginnen',
    beginAnew: 'Neue Bewerbung beginnen',
    goOn: 'Damit weitermachen',
    begun: 'In diesem Browser gibt es eine Bewerbung bei {{organisation}}',
    begunText: 'Mach weiter, wo du aufgehört hast. Eine neue tritt in diesem Browser an ihre Stelle.',
    signedIn: 'Du bist als {{email}} angemeldet',
    signedInText:
      'Arbeitet {{organisation}} schon mit dir? Dann öffne lieber deine Übersicht. Eine Bewerbung meldet dich hier ab.',
    dashboard: 'Zu meiner Übersicht',
    member: 'Du bist als Mitglied einer Organisation angemeldet',
    memberText: 'Das sehen Creators. Um das Formular auszuprobieren, öffne den Link in einem privaten Fenster.',
    closed: 'Dieser Bewerbungslink ist geschlossen',
    closedText:
      'Er wurde geschlossen oder durch einen anderen ersetzt. Frag, wer ihn dir gegeben hat, nach dem aktuellen.',
    knownAlready: 'Ich habe schon eine Übersicht',
    none: 'In diesem Browser gibt es keine Bewerbung',
    noneText:
      'Sie wurde zurückgezogen, ist beendet oder wurde in einem anderen Browser begonnen. Woanders begonnen? Öffne sie dort und lass dir einen Link zum Weitermachen schicken. Sonst öffne den Bewerbungslink noch einmal, um eine zu beginnen.',
    over: 'Deine Sitzung ist beendet',
    overText: {
      accounts:
        'Hast du per Mail einen Link zu deiner Bewerbung bekommen? Öffne ihn, um weiterzumachen. Sonst öffne den Bewerbungslink: Dann beginnt eine neue Bewerbung, und du verbindest deine Konten neu.',
      details:
        'Was du eingegeben hast, bleibt auf dieser Seite. Hast du per Mail einen Link zu deiner Bewerbung bekommen? Öffne ihn in einem anderen Tab, dann komm hierher zurück und mach weiter. Sonst öffne den Bewerbungslink: Dann beginnt eine neue Bewerbung ohne das, was du hier eingegeben hast, und du verbindest deine Konten neu.',
    },
    accounts: 'Verbinde deine Konten',
    accountsText:
      'Jedes wird bei der Plattform selbst verbunden. {{organisation}} sieht deine Konten, wenn du absendest; erfasst wird erst, wenn du angenommen bist.',
    add: 'Ein Konto verbinden',
    addMore: 'Noch ein Konto verbinden',
    connectFirst: 'Verbinde mindestens ein Konto, um weiterzumachen.',
    connectedText:
      'Bevor deine Bewerbung angenommen ist, wird nichts erfasst. Du kannst die Erlaubnis jederzeit zurücknehmen.',
    takeOut: 'Trennen',
    takeOutWhich: '@{{handle}} trennen',
    toDetails: 'Weiter: über dich',
    details: 'Über dich',
    detailsText: 'Was {{organisation}} wissen möchte. Was du eingibst, bleibt erhalten.',
    name: 'Dein Name',
    email: 'Deine E-Mail-Adresse',
    emailHint: 'Hierher kommt die Antwort und später deine Links zum Anmelden.',
    emailMissing: 'Bestätige diese Adresse mit einem Code, bevor du absendest.',
    emailProven: 'Bestätigt',
    elsewhere: 'Auf einem anderen Gerät weitermachen',
    elsewhereText:
      'Wir schicken einen Link an {{email}}. Er gilt einmal, fünfzehn Minuten lang, auf dem Gerät, auf dem du ihn öffnest.',
    elsewhereUnproven:
      'Dafür muss deine E-Mail-Adresse bestätigt sein, denn dorthin kommt der Link. Das machst du im Schritt „Über dich“.',
    elsewhereSend: 'Schick mir den Link',
    elsewhereAgain: 'Schick einen neuen Link',
    elsewhereSent: 'Der Link ist unterwegs an {{email}}. Du kannst trotzdem auch hier weitermachen.',
    withLink: 'Mach hier mit deiner Bewerbung weiter',
    withLinkText: 'Was du auf dem anderen Gerät eingegeben und verbunden hast, ist da. Der Link gilt einmal.',
    withLinkReplaces: 'In diesem Browser gibt es schon eine Bewerbung. Die aus dem Link tritt hier an ihre Stelle.',
    withLinkSignsOut:
      'Du bist als {{email}} angemeldet. Wenn du mit einer Bewerbung weitermachst, meldet dich das hier ab.',
    withLinkGo: 'Hier weitermachen',
    code: 'Schick mir einen Code',
    codeAgain: 'Neuen Code schicken',
    codeSent: 'Ein Code ist unterwegs an {{email}}. Er gilt zehn Minuten, in diesem Browser.',
    codeCheck: 'Adresse bestätigen',
    consent:
      'Wenn du absendest, sieht {{organisation}} deine Konten und was hier steht. Nach der Annahme werden deine Beiträge, ihre Zahlen und dein Publikum erfasst, bis du es widerrufst.',
    submit: 'Bewerbung absenden',
    back: 'Zurück zu den Konten',
    keptUntil: 'Deine Bewerbung wird bis {{date}} aufbewahrt.',
    withdraw: 'Bewerbung zurückziehen',
    withdrawTitle: 'Deine Bewerbung zurückziehen?',
    withdrawText:
      'Der Zugang zu deinen Konten endet, und alles, was du eingegeben hast, wird gelöscht. {{organisation}} behält nichts davon.',
    answer: {
      submitted: 'Deine Bewerbung liegt bei {{organisation}}',
      submittedText:
        'Die Antwort kommt an {{email}}. Bis dahin wird nichts erfasst, und du kannst diese Seite schließen.',
      approved: 'Willkommen bei {{organisation}}',
      approvedText:
        'Deine Bewerbung wurde angenommen. Melde dich mit einem Link an {{email}} an, um deine Übersicht zu sehen.',
      declined: '{{organisation}} hat deine Bewerbung nicht angenommen',
      declinedText:
        'Der Zugang zu deinen Konten ist beendet, und es wurde nichts erfasst. Was du eingegeben hast, wird innerhalb von sieben Tagen gelöscht, oder sofort, wenn du sie zurückziehst.',
    },
  },
};
