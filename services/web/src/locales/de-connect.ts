import type { enConnect } from './en-connect';

export const deConnect: typeof enConnect = {
  link: {
    asks: '{{organisation}} bittet dich um Verbindung',
    until: 'Dieser Link gilt bis {{date}}.',
    intro:
      'Ein Konto nach dem anderen. Vor jeder Plattform liest du, was erfasst wird, was nie geschieht und wie du es beendest. Du meldest dich bei der Plattform selbst an: Dein Passwort wird nie gesehen, und veröffentlicht wird nie etwas.',
    for: '{{organisation}} bittet darum und wird sehen können, was hier über dein Konto bei {{platform}} steht.',
    reads: 'Was sie sehen werden',
    readsList: {
      instagram: [
        'Dein öffentliches Profil: Name, Follower, Gefolgte, Zahl der Beiträge',
        'Deine Beiträge: Text, Zeit und Link',
        'Wie sie laufen: Aufrufe, Reichweite, Likes, Kommentare, Gespeichertes, Geteiltes, Wiedergabezeit, Profilbesuche',
        'Deine Follower in Zahlen: Länder, Städte, Alter, Geschlecht',
      ],
      tiktok: [
        'Dein öffentliches Profil: Name, Follower, Gefolgte, Likes, Zahl der Videos',
        'Deine öffentlichen Videos: Text, Zeit und Link',
        'Wie sie laufen: Aufrufe, Likes, Kommentare, Geteiltes',
      ],
      youtube: [
        'Dein Kanal: Name, Abonnenten, Zahl der Videos',
        'Deine Videos: Titel, Beschreibung, Zeit und Link',
        'Wie sie laufen: Aufrufe, Wiedergabezeit, Likes, Kommentare, Geteiltes, gewonnene und verlorene Abos',
        'Deine Zuschauer in Zahlen: Länder, Alter, Geschlecht',
      ],
    },
    never: 'Was nie geschieht',
    neverList: [
      'Dein Passwort für {{platform}} wird nie gesehen: Du meldest dich bei der Plattform selbst an',
      'Es wird nichts veröffentlicht, gelikt, geändert oder gelöscht',
      'Keine privaten Nachrichten, keine Kontakte, keine Zahlungsdaten',
    ],
    why: 'Warum es sich lohnt',
    whyText:
      'Kampagnen werden nach Zahlen geplant und bezahlt. Mit deinen eigenen schickst du keine Screenshots mehr, und deine Arbeit zählt ganz. Auf deine Aussichten, bei {{platform}} verifiziert zu werden, hat es keinen Einfluss.',
    stop: 'Wie du es beendest',
    stopText:
      'Drück in deiner Übersicht auf „Erlaubnis widerrufen“, oder entferne die App in deinen Einstellungen bei {{platform}}. Beides beendet die Erfassung sofort.',
    begin: 'Los geht’s',
    accounts: 'Verbinde deine Konten',
    steps: 'Die Konten, Schritt für Schritt',
    progress: '{{done}} von {{total}} verbunden. Jedes wird bei der Plattform selbst verbunden.',
    connected: 'Verbunden',
    newAccount: 'Ein neues Konto',
    continue: 'Weiter zu {{platform}}',
    yourAccount: 'Dein Konto',
    allDone: 'Alles erledigt',
    allDoneText: 'Jedes erbetene Konto ist verbunden. Du kannst diese Seite schließen.',
    code: {
      title: 'Bist du es?',
      hint: 'Sechs Ziffern',
      sent: 'Ein neuer Code ist unterwegs.',
      text: 'Wir haben einen Code an die Adresse geschickt, die {{organisation}} eingeladen hat. Er gilt zehn Minuten, in diesem Browser.',
      label: 'Code aus der Mail',
      check: 'Code prüfen',
      again: 'Neuen Code schicken',
    },
    checklist: 'Bevor du zu Facebook gehst',
    checklistHow: 'Wie prüfe ich das?',
    checklistOnce:
      'Du kannst das überspringen: Hier ist nichts zu beantworten, und beim nächsten Mal ist es eingeklappt.',
    checklistItems: [
      'Dein Instagram-Konto ist ein Business- oder Creator-Konto',
      'Es ist mit einer Facebook-Seite verknüpft',
      'Du bist in dem Facebook-Profil angemeldet, das diese Seite verwaltet',
    ],
    unusable: {
      title: 'Dieser Link kann nicht verwendet werden',
      text: 'Er wurde schon verwendet, zurückgezogen oder ist zu alt. Gib deine E-Mail-Adresse ein: Wenn dafür eine Anfrage offen ist, kommt ein neuer Link.',
      email: 'Deine E-Mail-Adresse',
      send: 'Schick mir einen neuen Link',
      sent: 'Wenn für diese Adresse eine Anfrage offen ist, ist ein neuer Link unterwegs. Sieh in dein Postfach.',
    },
  },
  transaction: {
    waiting: 'Warten auf die Antwort von {{platform}}',
    none: 'Diesen Versuch gibt es hier nicht',
    noneText:
      'Jemand anders hat ihn begonnen, oder er ist lange vorbei. Es wurde nichts geändert; du kannst jederzeit neu verbinden.',
    choose: 'Welches Konto möchtest du verbinden?',
    chooseText: 'Das sind die Konten, die du geteilt hast. Bevor du bestätigst, wird nichts gespeichert.',
    followers_one: '{{shown}} Follower',
    followers_other: '{{shown}} Follower',
    page: 'über die Seite „{{page}}“',
    confirm: 'Dieses Konto verbinden',
    confirmMany: '{{count}} Konten verbinden',
    done_one: 'Dein Konto ist verbunden',
    done_other: '{{count}} Konten sind verbunden',
    doneText: 'Deine ersten Beiträge werden gerade erfasst. Du kannst die Erlaubnis jederzeit zurücknehmen.',
    onward: {
      '/dashboard': 'Zu deinen Konten',
      '/connect': 'Weiter',
      '/apply': 'Weiter mit deiner Bewerbung',
    },
    back: 'Zurück',
    askAgain: 'Noch einmal um diese Berechtigungen bitten',
    addAsNew: 'Als neues Konto hinzufügen',
    expected: 'Erwartet:',
    arrived: 'Zurückgekommen:',
    leftOut_one: 'Ein Konto konnte nicht verbunden werden',
    leftOut_other: '{{count}} Konten konnten nicht verbunden werden',
    refused: 'Es wurde nichts verbunden',
    missing: 'Diese Berechtigungen fehlen:',
    reason: {
      page_without_instagram: 'Mit dieser Seite ist kein professionelles Instagram-Konto verbunden.',
      instagram_personal:
        'Das Instagram-Konto dieser Seite ist ein privates. Mach es zu einem Business- oder Creator-Konto.',
      instagram_not_shared: 'Das Instagram-Konto war bei Facebook nicht angekreuzt.',
      instagram_on_another_page: 'Das angekreuzte Instagram-Konto ist mit einer anderen Seite verbunden.',
      page_not_shared:
        'Facebook hält diese Seite zurück, weil sie in einem Unternehmensportfolio liegt. Du brauchst eine Rolle auf der Seite selbst.',
      page_token_missing: 'Facebook gibt keinen Zugriff auf diese Seite. Du brauchst eine Rolle auf ihr.',
      page_role_insufficient:
        'Facebook hat diese Seite selbst angelegt oder gibt dir auf ihr keine Aufgabe. Nimm eine eigene Seite.',
      other_account: 'Das ist nicht das erbetene Konto.',
      other: 'Dieses Konto kann nicht verbunden werden.',
    },
  },
  doctor: {
    title: 'Ein Schritt fehlt noch',
    intro:
      'Du hast zugestimmt, aber es kann noch kein Konto ausgewählt werden. Es ist nichts gespeichert; diese Seite wartet auf dich.',
    nextStep: 'Was zu tun ist',
    checkAgain: 'Noch einmal prüfen',
    askAgain: 'Noch einmal zu {{platform}}',
    unchanged: 'Gerade geprüft: Es hat sich noch nichts geändert. Bei der Plattform kann es eine Minute dauern.',
    pages_one: 'Es geht um diese Seite:',
    pages_other: 'Es geht um diese Seiten:',
    no_page: {
      title: 'Du hast keine Facebook-Seite',
      text: 'Instagram teilt Zahlen über eine Facebook-Seite, und das Facebook-Profil, in dem du angemeldet bist, hat keine.',
      step: 'Leg eine Seite an. Jede ist recht: Sie darf neu und leer sein. Verbinde dein Instagram-Konto mit ihr und prüf dann noch einmal. Wenn du schon eine Seite hast, gehört sie zu einem anderen Facebook-Profil: Melde dich in diesem an.',
    },
    page_without_instagram: {
      title: 'Mit deiner Seite ist kein professionelles Instagram-Konto verbunden',
      text: 'Entweder ist keines verbunden, oder das verbundene ist ein privates Konto. Facebook zeigt beides gleich.',
      step: 'Sorg dafür, dass dein Instagram-Konto ein Business- oder Creator-Konto ist, verbinde es in den Einstellungen deiner Seite und prüf dann noch einmal.',
    },
    page_not_ticked: {
      title: 'Es war keine Seite angekreuzt',
      text: 'Facebook hat gefragt, welche Seiten du teilst, und alle wurden ausgelassen.',
      step: 'Geh noch einmal zu Facebook. Wo es anbietet, wie bisher fortzufahren, wähl „Einstellungen bearbeiten“; kreuz dann deine Seite und ihr Instagram-Konto an.',
    },
    instagram_not_ticked: {
      title: 'Das Instagram-Konto war nicht angekreuzt',
      text: 'Du hast die Seite geteilt, aber nicht das Instagram-Konto, das zu ihr gehört.',
      step: 'Geh noch einmal zu Facebook. Wo es anbietet, wie bisher fortzufahren, wähl „Einstellungen bearbeiten“; kreuz dann auch das Instagram-Konto an.',
    },
    permissions_not_ticked: {
      title: 'Es fehlen Berechtigungen',
      text: 'Ohne alle kann nichts erfasst werden, darum wurde nichts gespeichert. Sie erlauben nur das Lesen.',
      step: 'Bitte noch einmal darum: Es wird nur nach dem gefragt, was fehlt. Lass jedes Kästchen angekreuzt.',
    },
    personal_account: {
      title: 'Dein Instagram-Konto ist ein privates',
      text: 'Instagram teilt nur Zahlen von Business- und Creator-Konten. Der Wechsel kostet nichts, und du kannst zurück.',
      step: 'Öffne in Instagram dein Profil, dann die Einstellungen, und wähl „Zu professionellem Konto wechseln“. Prüf dann noch einmal.',
    },
    expected_not_offered: {
      title: 'Ein anderes Konto kam zurück',
      text: 'Das erwartete Konto ist nicht unter denen des Profils, in dem du angemeldet bist. Es wurde nichts geändert.',
      step: 'Wahrscheinlich bist du bei der Plattform in einem anderen Profil angemeldet. Melde dich dort ab, im richtigen an, und versuch es noch einmal.',
    },
    placeholder_page: {
      title: 'Dein Instagram-Konto hängt an einer Seite, die nicht wirklich deine ist',
      text: 'Facebook gibt dir auf dieser Seite keine Aufgabe. Solche Seiten legt es selbst an, wenn ein Konto innerhalb von Instagram professionell wird.',
      step: 'Verbinde dein Instagram-Konto mit einer eigenen Seite, geh dann noch einmal zu Facebook und kreuz diese Seite an.',
    },
    page_in_portfolio: {
      title: 'Deine Seite liegt in einem Unternehmensportfolio',
      text: 'Du hast die Seite angekreuzt, und Facebook hält sie zurück: So macht es das, wenn du keine Rolle auf der Seite selbst hast.',
      step: 'Bitte die Verwaltung des Portfolios, dir eine Rolle direkt auf der Seite zu geben, und prüf dann noch einmal.',
    },
    on_another_page: {
      title: 'Dein Instagram-Konto ist mit einer anderen Seite verbunden',
      text: 'Du hast das Konto angekreuzt, aber keine der angekreuzten Seiten trägt es.',
      step: 'Geh noch einmal zu Facebook, wähl „Einstellungen bearbeiten“ und kreuz die Seite an, mit der dein Instagram-Konto verbunden ist.',
    },
    page_access_missing: {
      title: 'Facebook gibt keinen Zugriff auf deine Seite',
      text: 'Das Instagram-Konto ist zu sehen, aber die Seite, die zu ihm führt, kann nicht verwendet werden.',
      step: 'Lass dir von der Verwaltung der Seite eine Rolle auf ihr geben und prüf dann noch einmal.',
    },
    no_channel: {
      title: 'Dieses Google-Konto hat keinen YouTube-Kanal',
      text: 'Ein Kanal kann zu einem anderen deiner Google-Konten gehören oder zu einem Brand-Konto, das Google daneben anzeigt.',
      step: 'Geh noch einmal zu Google und wähl das Konto, zu dem dein Kanal gehört. Wenn du noch keinen Kanal hast, leg bei YouTube einen an und prüf dann noch einmal.',
    },
    consent_refused: {
      title: 'Du hast nicht zugestimmt',
      text: 'Das ist in Ordnung. Es wurde nichts verbunden, und es ist nichts gespeichert.',
      step: 'Versuch es noch einmal, wann immer du magst.',
    },
  },
  siblings: {
    keep: 'Lass diese angekreuzt',
    keepText: 'Facebook zeigt alles, was du teilst. Eine Auswahl ohne diese Konten würde sie abschneiden:',
    keepHow: 'Lass ihre Seiten und Instagram-Konten angekreuzt und füg hinzu, was neu ist.',
    lost_one: 'Ein verbundenes Konto wurde ausgelassen',
    lost_other: '{{count}} verbundene Konten wurden ausgelassen',
    lostText:
      'Du hast es bei Facebook nicht wieder angekreuzt, darum kann es nicht mehr gelesen werden. Was erfasst wurde, bleibt. Um es zurückzuholen, geh noch einmal zu Facebook, wähl „Einstellungen bearbeiten“, wo es anbietet, wie bisher fortzufahren, und kreuz es an.',
    fix: 'Bei {{platform}} ankreuzen',
    unnamed: 'Ein Konto von dir',
  },
};
