import type { HelpTexts } from '../../help/topics';

export const help: HelpTexts = {
  'what-is-read': {
    title: 'Was gelesen wird, und was nie geschieht',
    text: 'Eine Organisation, mit der du arbeitest, möchte deine Beiträge sehen und wie sie laufen. Du entscheidest bei der Plattform selbst und kannst es jederzeit zurücknehmen.',
    steps: [
      'Gelesen werden deine Beiträge (Text, Zeit, Link), ihre Zahlen (etwa Aufrufe und Likes) und, wo die Plattform es mitteilt, dein Publikum in Zahlen. Bevor du ein Konto verbindest, liest du, was es dort ist.',
      'Dein Passwort wird nie gesehen: Du meldest dich auf der Seite von Instagram, Google oder TikTok selbst an.',
      'Nichts wird veröffentlicht, gelikt, geändert oder gelöscht, und keine Nachrichten, Kontakte oder Zahlungsdaten werden gelesen.',
      'Auf deine Aussichten, von der Plattform verifiziert zu werden, hat es keinen Einfluss.',
      'In deiner Übersicht kannst du alles anfordern, was über dich gespeichert ist. Der Download wird vorbereitet, gilt einmal und wartet 24 Stunden; danach fordere einen neuen an.',
      'Die Seite der Plattform klingt vielleicht weiter. Sie beschreibt, was eine Berechtigung könnte; verwendet wird nur, was hier steht.',
    ],
  },
  'your-data': {
    title: 'Deine Daten: ansehen, pausieren, herunterladen, löschen',
    text: 'Die Seite „Deine Daten“ zeigt, was über dich gespeichert ist und wer es angesehen hat. Was du dort tust, gilt für die Organisation, bei der du angemeldet bist.',
    steps: [
      'Unter „Was erfasst wird“ steht bei jedem Konto, aus welcher Quelle seine Zahlen kommen, wie viele es sind und ob es weitergeht. Darunter steht jeder Tag, an dem jemand hingesehen hat, und in welcher Rolle.',
      'Eine Pause hält die Erfassung aller deiner Konten an; nichts wird gelöscht, und deine Erlaubnis bleibt. Weiter geht es, wann du willst.',
      'Ein Download enthält alles über dich in einem Archiv. Er wird vorbereitet, gilt einmal und wartet 24 Stunden.',
      'Löschen lässt sich nicht rückgängig machen: Die Erlaubnis wird bei den Plattformen zurückgenommen, und alles wird in jedem Teil des Systems gelöscht. Was geht, liest du, bevor du es bestätigst.',
    ],
  },
  'authorization-link': {
    title: 'Der Link, den du bekommen hast',
    text: 'Ein Autorisierungslink bittet dich, bestimmte Konten zu verbinden. Er gilt einige Tage, und ihn zu öffnen ändert nichts.',
    steps: [
      'Öffne den Link und drück auf „Los geht’s“. Wo ein neues Konto dazukäme, geht ein Code an die eingeladene Adresse: Er zeigt, dass der Link bei der richtigen Person ist.',
      'Ein Code gilt zehn Minuten, in dem Browser, der ihn angefordert hat, und fünf Versuche. Danach fordere einen neuen an.',
      'Verbinde ein Konto nach dem anderen. Jeder Versuch gilt einmal, zehn Minuten lang, in dem Browser, der ihn begonnen hat: Wird er abgelehnt, geh zurück zur Seite des Links und beginn ihn neu.',
      'Wenn der Link nicht mehr gilt, gib auf seiner Seite deine E-Mail-Adresse ein. Wenn für dich eine Anfrage offen ist, kommt ein neuer.',
      'Ein Link nennt die Person, für die er ist. Hat er dich versehentlich erreicht, tu nichts.',
    ],
  },
  application: {
    title: 'Sich bei einer Organisation bewerben',
    text: 'Organisationen teilen eine Adresse, über die Creators sich bewerben. Du verbindest zuerst deine Konten und sagst dann, wer du bist.',
    steps: [
      'Drück auf „Meine Bewerbung beginnen“. Du kannst jederzeit unterbrechen und im selben Browser weitermachen oder, wenn deine Adresse bestätigt ist, auf einem anderen Gerät: „Schick mir den Link“.',
      'Verbinde mindestens die Konten, die die Organisation sehen soll. Bevor du angenommen bist, wird nichts erfasst.',
      'Füll die Felder aus und weise deine E-Mail-Adresse mit dem Code nach, der dir geschickt wird.',
      'Die Antwort kommt per Mail. Wirst du abgelehnt, oder lässt du die Bewerbung dreißig Tage liegen, endet der Zugang zu deinen Konten, und was du eingegeben hast, wird gelöscht.',
      'Arbeitet die Organisation schon mit dir, melde dich in deiner Übersicht an und füg dort Konten hinzu. Mitglieder einer Organisation bewerben sich nicht: Öffne das Formular zum Ausprobieren in einem privaten Fenster.',
    ],
  },
  'sign-in': {
    title: 'Anmelden',
    text: 'Creators melden sich mit einem Link an, der per Mail kommt; Mitglieder einer Organisation mit E-Mail-Adresse und Passwort.',
    steps: [
      'Ein Anmeldelink gilt einmal, kurze Zeit. Wird er abgelehnt, fordere auf der Seite „Anmelden“ einen neuen an.',
      'Ein vergessenes Passwort wählst du unter „Passwort vergessen?“ neu. Auch dieser Link gilt einmal, dreißig Minuten lang.',
      'Eine Sitzung endet nach einer Weile von selbst. Was du eingegeben hast, bleibt auf der Seite: Melde dich in dem anderen Tab an, den der Hinweis öffnet, und versuch es noch einmal.',
      'Sagt eine Seite, dass eine Anfrage nicht von ihr kam, lade sie neu: Sie war länger offen als ihre Sitzung.',
    ],
  },
  reauthenticate: {
    title: 'Ein Konto sagt „Erneuern“',
    text: 'Die Plattform nimmt die Erlaubnis nicht mehr an. Was erfasst wurde, bleibt; neue Beiträge zählen nicht, bis du sie erneuerst.',
    steps: [
      'Häufige Ursachen: Du hast dein Passwort geändert, die Plattform hat die Erlaubnis nach ihrer Zeit beendet, eine Berechtigung wurde abgewählt, oder das Instagram-Konto ist nicht mehr mit seiner Seite verknüpft.',
      'Öffne deine Übersicht oder den Link, der dir geschickt wurde, und drück auf „Erneuern“. Es dauert eine Minute und repariert dasselbe Konto.',
      'Nimm dasselbe Konto wie vorher. Kommt ein anderes zurück, wird nichts geändert, und beide Namen werden gezeigt.',
      'Für Mitglieder: Ihr könnt das nicht für jemanden tun. Schickt den Link aus dem Profil des Kontos.',
    ],
  },
  revoke: {
    title: 'Die Erlaubnis zurücknehmen',
    text: 'Ein Klick beendet die Erfassung, hier oder bei der Plattform; beides führt innerhalb von Sekunden zum selben Zustand.',
    steps: [
      'Drück in deiner Übersicht am Konto auf „Erlaubnis widerrufen“. Du erfährst, was aufhört und wann das Erfasste gelöscht wird.',
      'Bei Instagram hängt die Erlaubnis an Facebook: Einstellungen, Unternehmensintegrationen, dort die App entfernen.',
      'Bei YouTube: dein Google-Konto, Verbindungen zu anderen Apps. Bei TikTok: Einstellungen, Sicherheit und Berechtigungen, Berechtigungen von Apps und Diensten.',
      'Was erfasst wurde, wird sofort verborgen und nach sieben Tagen gelöscht, bei TikTok innerhalb von 24 Stunden. Verbindest du vorher wieder, bleibt es.',
    ],
  },
  'instagram-account-type': {
    title: 'Ist mein Instagram-Konto ein professionelles?',
    text: 'Instagram teilt nur Zahlen von Business- und Creator-Konten. Der Wechsel kostet nichts, lässt sich zurücknehmen, und Beiträge und Follower bleiben. Geprüft im November 2026.',
    steps: [
      'Öffne in Instagram dein Profil und dann die Einstellungen. Im Browser: dein Profilbild oben, dann Einstellungen.',
      'Such „Zu professionellem Konto wechseln“. Steht es da, ist dein Konto noch ein privates.',
      'Wähl es, dann Creator oder Business. Creator passt für Personen, Business für Läden und Firmen; beides geht hier.',
      'Verknüpf das Konto mit einer Facebook-Seite, falls es das noch nicht ist, komm dann zurück und drück auf „Noch einmal prüfen“.',
    ],
  },
  'facebook-page': {
    title: 'Eine Facebook-Seite anlegen',
    text: 'Instagram teilt Zahlen über eine Facebook-Seite. Jede ist recht: Sie braucht keine Likes und keinen Inhalt und darf neu und leer sein. Geprüft im November 2026.',
    steps: [
      'Melde dich in dem Facebook-Profil an, dem die Seite gehören soll. Hast du schon eine Seite, gehört sie vielleicht zu einem anderen deiner Profile: Nimm dann dieses.',
      'Öffne links im Menü „Seiten“ und wähl „Neue Seite erstellen“.',
      'Gib ihr einen Namen und eine Kategorie und drück auf „Seite erstellen“. Alles andere kann leer bleiben.',
      'Verknüpf nun dein Instagram-Konto mit ihr. Eine Seite trägt ein Instagram-Konto: Für mehrere Konten leg mehrere Seiten an.',
    ],
  },
  'link-page': {
    title: 'Instagram mit deiner Facebook-Seite verknüpfen',
    text: 'Die Seite muss dein professionelles Instagram-Konto tragen. Facebook zeigt eine Seite mit privatem Konto und eine ohne Konto gleich, prüf darum zuerst die Art. Geprüft im November 2026.',
    steps: [
      'Wechsle bei Facebook zu deiner Seite, oder wähl „Seite verwalten“.',
      'Öffne die Einstellungen, dann „Verknüpfte Konten“ oder „Instagram“, und drück auf „Konto verbinden“.',
      'Melde dich im Fenster von Facebook bei Instagram an und lass jede Berechtigung auf Ja.',
      'Schließ mit „Fertig“ ab. Komm dann zurück und drück auf „Noch einmal prüfen“.',
    ],
  },
  'check-link': {
    title: 'Die Verknüpfung auf beiden Seiten prüfen',
    text: 'Erscheint ein Konto nicht, obwohl alles zu stimmen scheint, sieh dir beide Enden der Verknüpfung an. Geprüft im November 2026.',
    steps: [
      'Lade bei Facebook die Einstellungen der Seite neu und öffne dort Instagram: Das richtige Konto sollte darunter stehen.',
      'Öffne in Instagram Einstellungen, Konto, Verknüpfte Konten (oder „In anderen Apps teilen“), Facebook: Dort sollte deine Seite stehen.',
      'Fehlt eines oder ist es ein anderes, trenn es dort und verknüpf es neu.',
      'Du kannst ein Konto trennen, wann immer du magst. Es sagt dann hier „Erneuern“ und heilt mit „Noch einmal prüfen“, sobald es wieder verknüpft ist.',
    ],
  },
  'facebook-permissions': {
    title: 'Bei Facebook alles ankreuzen',
    text: 'Facebook fragt, welche Seiten, welche Instagram-Konten und welche Berechtigungen du teilst. Jedes der drei kann man versehentlich auslassen. Geprüft im November 2026.',
    steps: [
      'Wo Facebook anbietet, wie bisher fortzufahren, wähl „Einstellungen bearbeiten“: Sonst wiederholt es deine letzte Antwort.',
      'Kreuz jede Seite an, deren Instagram-Konto du verbinden möchtest, und die, die du schon verbunden hast: Eine ausgelassene wird abgeschnitten.',
      'Kreuz auf der nächsten Seite die Instagram-Konten dieser Seiten an.',
      'Lass jede Berechtigung auf Ja. Sie erlauben nur das Lesen. Lässt sich eine nicht ankreuzen, geh zurück, wähl die Seiten neu und mach weiter.',
      'Was jetzt erlaubt ist, steht bei Facebook unter Einstellungen, Unternehmensintegrationen.',
    ],
  },
  'other-account': {
    title: 'Ein anderes Konto kam zurück',
    text: 'Du wurdest um ein Konto gebeten, und die Plattform hat mit einem anderen geantwortet. Es wurde nichts geändert.',
    steps: [
      'Wahrscheinlich bist du bei der Plattform in einem anderen Profil angemeldet. Melde dich dort ab, im richtigen an, und versuch es noch einmal.',
      'Bei Instagram zählt das Facebook-Profil: das, das die Seite des Kontos verwaltet.',
      'Ist das andere Konto auch deines und soll dazukommen, drück auf „Als neues Konto hinzufügen“, wo es angeboten wird.',
    ],
  },
  'placeholder-page': {
    title: 'Eine Seite, die Facebook selbst angelegt hat',
    text: 'Wer ein Konto innerhalb von Instagram professionell macht, ohne eine Seite zu wählen, bekommt von Facebook eine verborgene. Sie gibt dir keine Aufgabe und kann hier nicht verwendet werden.',
    steps: [
      'Leg eine eigene Seite an, oder nimm eine, die du hast.',
      'Verknüpf dein Instagram-Konto mit ihr: Die alte Verknüpfung wird ersetzt.',
      'Geh von hier noch einmal zu Facebook und kreuz diese Seite an.',
    ],
  },
  'page-access': {
    title: 'Eine Seite, auf der du keine Rolle hast',
    text: 'Eine Seite kann zu einem Unternehmensportfolio gehören, etwa dem einer Agentur. Du kannst sie ankreuzen, und Facebook hält sie doch zurück, solange du keinen Zugriff auf die Seite selbst hast.',
    steps: [
      'Bitte die Verwaltung des Portfolios oder der Seite, deinem Profil Zugriff auf die Seite zu geben: Einstellungen, Zugriff auf die Seite, Hinzufügen.',
      'Nimm die Einladung bei Facebook an.',
      'Komm zurück und drück auf „Noch einmal prüfen“.',
    ],
  },
  'another-page': {
    title: 'Das Konto hängt an einer anderen Seite',
    text: 'Du hast ein Instagram-Konto angekreuzt, und keine der angekreuzten Seiten trägt es.',
    steps: [
      'Finde heraus, welche Seite es ist: in Instagram unter Einstellungen, Konto, Verknüpfte Konten, Facebook.',
      'Geh von hier noch einmal zu Facebook, wähl „Einstellungen bearbeiten“ und kreuz auch diese Seite an.',
      'Oder verknüpf das Konto mit einer der angekreuzten Seiten und drück dann auf „Noch einmal prüfen“.',
    ],
  },
  'youtube-channel': {
    title: 'Ein Google-Konto ohne Kanal',
    text: 'Ein YouTube-Kanal gehört zu einem Google-Konto oder zu einem Brand-Konto, das Google daneben anzeigt.',
    steps: [
      'Geh von hier noch einmal zu Google. Wo es nach einem Konto fragt, wähl das des Kanals; Brand-Konten stehen in derselben Liste.',
      'Bist du nicht sicher, öffne YouTube, drück auf dein Bild, dann „Konto wechseln“: Dort steht jeder Kanal, den du erreichst.',
      'Hast du noch keinen Kanal, leg bei YouTube einen an und drück dann auf „Noch einmal prüfen“.',
    ],
  },
  'consent-refused': {
    title: 'Du hast nicht zugestimmt',
    text: 'Das ist in Ordnung: Es wurde nichts verbunden, und es ist nichts gespeichert.',
    steps: [
      'War es ein Versehen, drück auf „Noch einmal versuchen“.',
      'Möchtest du nichts teilen, musst du nichts tun. Sag es denen, die dich gefragt haben.',
    ],
  },
  'platform-trouble': {
    title: 'Die Plattform antwortet nicht richtig',
    text: 'Plattformen fallen aus, begrenzen Aufrufe und machen Pausen. Deine Erlaubnis berührt das nicht, und nichts geht verloren.',
    steps: [
      'Warte ein paar Minuten und versuch es noch einmal.',
      'Geht es so weiter, sieh nach, ob die Plattform selbst bei dir läuft.',
      'Die Erfassung wird von selbst wiederholt, bis sie klappt; niemand muss etwas dafür tun.',
    ],
  },
  'something-went-wrong': {
    title: 'Etwas ist schiefgegangen',
    text: 'Ein Hinweis sagt immer, was geschehen ist und was du jetzt tun kannst. Was du eingegeben hast, bleibt auf der Seite.',
    steps: [
      'Versuch es gleich noch einmal. Nennt der Hinweis Felder, verbessere zuerst sie.',
      'Ist der Server nicht zu erreichen, prüf deine Verbindung; die Seite holt alles von selbst nach.',
      'Nach zu vielen Anfragen warte eine Minute.',
      'Eine Adresse, die nirgendwohin führt, ist vielleicht alt oder abgeschnitten: Fang auf der Startseite an.',
      'Bleibt es so, nenn denen, die diese Installation betreiben, die Kennung im Hinweis. Sie sagt nichts über dich.',
    ],
  },
  'add-influencers': {
    title: 'Influencer hinzufügen, und was abgelehnt wird',
    text: 'Influencer kommen von Hand dazu, aus einer Liste oder durch eine Bewerbung. Manche Konten kann nur verbinden, wem sie gehören.',
    steps: [
      'Instagram: Mit einem nicht authentifizierten Instagram-Konto kann niemand hinzugefügt werden. Füg die Person mit den Pflichtfeldern und der E-Mail-Adresse hinzu, ohne das Konto. Sie verbindet es dann in ihrer Übersicht mit „Konto hinzufügen“.',
      'Nennt ein Bericht in den Kontaktangaben ein Instagram-Konto, wird das Hinzufügen aus dem Bericht ebenso abgelehnt: Füg die Person unter „Influencer“ mit dem gewünschten Konto hinzu.',
      'TikTok: Ein Konto, das weder authentifiziert noch im Creator Marketplace ist, könnt ihr nicht hinzufügen. Schickt den Link, oder ladet es in den Marketplace ein.',
      'Jemand mit derselben E-Mail-Adresse, oder ein Konto einer anderen Person, ist schon in eurer Liste: Öffnet lieber dieses Profil.',
      'Wege, die eine Mail brauchen, brauchen die Absenderadresse eurer Organisation. Einen Link zu kopieren braucht keine.',
    ],
  },
  'merge-influencers': {
    title: 'Zwei Einträge einer Person zusammenführen',
    text: 'Wer zweimal in eurer Liste steht, wird zu einem Eintrag: mit allen Konten, Anfragen, Kampagnen, Gruppen, Notizen und Mails von beiden.',
    steps: [
      'Öffne das Profil des Eintrags, der bleiben soll, und wähl „Zusammenführen…“, oder wähl in der Liste genau zwei Personen aus. Ein Konto, das „einer anderen Person gehört“, weist auf so ein Paar hin.',
      'Sieh dir an, was wandert, und wähl, wo sich Werte unterscheiden. Mit der E-Mail-Adresse des Eintrags, der bleibt, meldet sich die Person danach an; kein Admin kann sie verschieben.',
      'Verschickte Links gelten weiter; ein Code geht an die Adresse des Eintrags, der bleibt. Niemand muss etwas neu autorisieren, und keine Zahl geht verloren.',
      'Hat jemand den Eintrag, der aufgeht, schon benutzt (sich angemeldet, sich beworben oder ein Konto verbunden), muss die Person in ihrer Übersicht sagen, dass beide ihr gehören. Bis dahin wandert nichts. Behalte lieber jenen Eintrag, wenn den anderen noch niemand benutzt hat: Dann muss niemand gefragt werden.',
      'Die Person antwortet nicht, oder sie sagt nein? Dann sind es für uns zwei. Sie kann den einen Eintrag unter „Deine Daten“ selbst löschen und dessen Konten beim anderen verbinden.',
      'Das lässt sich nicht rückgängig machen. Die alte Adresse führt zum Eintrag, der bleibt, und dessen Reiter „Details“ sagt, wer wann was zusammengeführt hat.',
    ],
  },
  'ask-creators': {
    title: 'Creators um Verbindung bitten',
    text: 'Eine Anfrage nennt die Konten, die ihr braucht; jede Kopie oder Mail davon ist ein eigener Link, und alle enden zusammen.',
    steps: [
      'Öffne das Profil, Reiter „Konten“. „E-Mail senden“ schickt einen Link von eurer Absenderadresse, „Link kopieren“ gibt ihn dir.',
      'Bevor eine Mail hinausgeht, kannst du sie lesen; danach sagt der Reiter „Mails“, was aus ihr wurde.',
      'Für viele auf einmal wähle sie in der Liste der Influencer aus: Jede Zeile sagt, was daraus wurde. Eine Organisation hat so viele Links am Tag; sie beginnen um Mitternacht (UTC) neu.',
      'Erinnerungen gehen von selbst hinaus: sofort, nach 3 und nach 10 Tagen, und hören mit der Reparatur auf.',
      'Eine erledigte, zurückgezogene oder abgelaufene Anfrage gilt nicht mehr: Stell eine neue.',
    ],
  },
  attention: {
    title: 'Der rote Hinweis einer Kampagne',
    text: 'Er steht da, solange ein Konto der Kampagne zu erneuern oder nicht authentifiziert ist, denn dessen Beiträge zählen nicht. Mit der letzten Reparatur geht er von selbst.',
    steps: [
      'Drück auf „Konten zeigen“: jede Person, jedes Konto, und warum.',
      '„Allen mailen“ und „Alle Links kopieren“ fragen alle auf einmal.',
      'Gelbe Hinweise brauchen niemanden: Sie sagen, was noch einmal versucht wird, und wann.',
    ],
  },
  'outbound-email': {
    title: 'Eure Absenderadresse',
    text: 'Anfragen, Erinnerungen und Hinweise an eure Creators gehen von einer Adresse von euch aus. Bevor sie verifiziert ist, wird nichts von ihr gesendet.',
    steps: [
      'Einstellungen, Firma, Absenderadresse: Gib die Adresse ein.',
      'Öffne die Mail, die dort ankommt, und drück auf ihren Knopf. Mit Amazon SES kommt sie von Amazon Web Services.',
      'Schick eine Testmail. Wird die Adresse abgelehnt, prüf sie auf Tippfehler, oder frag, wer ihr Postfach betreibt.',
      'Eine neue Adresse ersetzt die alte erst, wenn sie verifiziert ist. Ist der Mailserver ausgefallen, warten Mails und gehen später hinaus.',
    ],
  },
  marketplace: {
    title: 'Der TikTok Creator Marketplace',
    text: 'Ein TikTok-Konto im Marketplace wird ohne Authentifizierung erfasst. Andere brauchen die Person, der sie gehören, oder eine Einladung.',
    steps: [
      'Das Profil kennzeichnet jedes TikTok-Konto als Marketplace oder Non-TTCM; bei letzterem steht „Einladung senden“. „Marketplace unbekannt“, mit dem Grund, gilt als Non-TTCM.',
      'TikTok verlangt: eine Mindestzahl an Followern (10.000 in den USA), eines seiner 24 Länder, mindestens 18 Jahre, ein privates und kein Geschäftskonto, mindestens 3 Videos und 1.000 Aufrufe in den letzten 30 Tagen, und Inhalte ab 13 Jahren.',
      'Eine Regel, die bekanntermaßen nicht erfüllt ist, lehnt die Einladung ab und wird genannt. Was nicht bekannt ist, wird nicht geraten und steht nicht im Weg.',
      'Die Einladung steht in TikTok unter Systembenachrichtigungen, Mehr anzeigen; dort tritt man bei. Das Konto hier ändert sich von selbst.',
      'Eine Ablehnung von TikTok selbst ist endgültig, bis sich das Konto ändert.',
      'Eure Organisation arbeitet mit ihrem eigenen Marketplace-Konto und liest damit, was Mitglieder veröffentlichen: Einstellungen, Marketplace. Ohne das Konto, oder ohne die Berechtigung, Zahlen zu lesen, sagt das Profil, warum nichts erfasst wird; ein Inhaber verbindet es dort, und die Erfassung geht von selbst weiter.',
    ],
  },
  'vendor-data': {
    title: 'Daten von Anbietern',
    text: 'Zahlen, die Dritte über Konten eurer Liste verkaufen, lassen sich importieren. Sie bleiben getrennt von dem, was erfasst wurde.',
    steps: [
      'Admins und Inhaber importieren eine CSV- oder JSON-Datei unter Einstellungen, Anbieterdaten. Jede Zeile nennt ein Konto mit seiner ID; sie steht im Profil unter Daten, Von Anbietern.',
      'Abgelehnte Zeilen halten die anderen nicht auf und behalten ihren Grund. Dieselbe Datei kann wieder importiert werden: Was schon da ist, wird ersetzt.',
      'Über TikTok-Konten des Creator Marketplace wird nichts aufbewahrt. Tritt ein Konto bei, geht von selbst, was Anbieter darüber mitgeteilt haben.',
      'Im Profil lässt es sich von Hand löschen: Zuerst steht da, wie viel geht. Was erfasst wurde, bleibt.',
      'Auch Kontaktangaben öffentlicher Profile lassen sich importieren, sobald ein Profil unter „Entdecken“ einen Bericht hat. Sie stehen dort mit dem Namen des Anbieters und gehen mit dem Bericht.',
      'Jede Löschung wird mit Ursache und Anzahl festgehalten.',
    ],
  },
  'applications-inbox': {
    title: 'Über Bewerbungen entscheiden',
    text: 'Creators bewerben sich über den Link einer Gruppe. Ihre Konten sind verbunden, und vor der Annahme wird nichts erfasst.',
    steps: [
      'Mit der Annahme kommt die Person in die Liste und die Gruppe, die Erfassung beginnt, und sie bekommt den Weg zu ihrer Übersicht per Mail.',
      'Eine Ablehnung beendet den Zugang sofort und wird mitgeteilt; nach sieben Tagen wird gelöscht, was eingegeben wurde.',
      'Über eine entschiedene Bewerbung kann nicht noch einmal entschieden werden. Lade die Liste neu, falls jemand schneller war.',
    ],
  },
  reports: {
    title: 'Der Bericht einer Kampagne',
    text: 'Er zählt die Beiträge ihrer Influencer zwischen ihren Daten und sagt, was fehlt und warum.',
    steps: [
      'Jede Zahl hat eine Zeit. Eine Lücke ist eine Lücke mit ihrer Ursache und nie eine Null.',
      'Einzelne Beiträge lassen sich weglassen oder aufnehmen. Neue Beiträge erscheinen nach der nächsten Erfassung.',
      'Was nicht mehr da ist oder einer anderen Organisation gehört, sieht aus, als gäbe es das nicht: Geh zurück zur Liste.',
    ],
  },
  discover: {
    title: 'Entdecken: öffentliche Profile finden',
    text: 'Plattformen zeigen öffentliche Profile von Menschen, die nie etwas verbunden haben. Was gefunden wird, bleibt dreißig Tage als Bericht.',
    steps: [
      'Instagram wird nach dem genauen Namen durchsucht. Private Konten und solche mit Altersgrenze werden nicht gezeigt.',
      'YouTube wird nach Namen oder Stichwort durchsucht. Suchen nach Stichwort sind knapp, nimm darum den Namen, wo du ihn kennst.',
      'TikTok zeigt Mitglieder des Creator Marketplace, nach Namen. Gefragt wird mit dem Marketplace-Konto eurer Organisation.',
      'Jede Organisation hat eine Zahl von Suchen am Tag, und jede Plattform eigene Grenzen. Die Meldung sagt, wann es wieder geht.',
      'Wo die Installation für eine Plattform kein Konto und keinen Schlüssel hat, oder die Plattform sie ablehnt, kann nur der Betreiber helfen.',
    ],
  },
  'no-permission': {
    title: 'Du darfst das nicht, oder es ist nicht da',
    text: 'Was du darfst, hängt von deiner Rolle ab. Was einer anderen Organisation gehört, sieht aus, als gäbe es das nicht.',
    steps: [
      'Leser sehen zu, Admins arbeiten mit Creators und Kampagnen, Inhaber entscheiden auch über Mitglieder und API-Schlüssel.',
      'Bitte einen Inhaber deiner Organisation um eine andere Rolle. Mit einer neuen Rolle meldest du dich neu an.',
      'Gehörst du zu mehreren Organisationen, wähl oben auf der Seite die richtige.',
    ],
  },
  members: {
    title: 'Mitglieder und ihre Rollen',
    text: 'Inhaber laden Mitglieder per Mail ein und sagen, was sie dürfen.',
    steps: [
      'Einstellungen, Mitglieder, „Jemanden einladen“. Eine Einladung gilt sieben Tage, einmal; eine neue ersetzt sie.',
      'Ist jemand schon Mitglied, ändere die Rolle in der Liste.',
      'Eine Organisation behält mindestens einen Inhaber: Mach jemand anderen zum Inhaber, bevor du gehst.',
    ],
  },
  'second-factor': {
    title: 'Zweiter Faktor und frische Nachweise',
    text: 'Inhaber und Admins melden sich mit dem Code einer Authenticator-App an. Manche Änderungen fragen noch einmal, damit eine offene Sitzung nicht genügt.',
    steps: [
      'Einstellungen, Dein Zugang, „Einrichten“: Scann das Bild mit einer Authenticator-App und gib ihren ersten Code ein.',
      'Bewahr die zehn Wiederherstellungscodes auf. Jeder lässt dich einmal hinein, wenn das Telefon verloren ist.',
      'Ein Code gilt einmal: Warte auf den nächsten. Prüf, ob die Uhr des Telefons richtig geht.',
      'Um die App zu wechseln, entferne zuerst den zweiten Faktor und richte ihn dann neu ein.',
    ],
  },
  api: {
    title: 'Programme, die die API verwenden',
    text: 'Alles geht über HTTPS mit JSON und einem API-Schlüssel. Jeder Fehler hat einen festen Code und den nächsten Schritt.',
    steps: [
      'Einstellungen, API-Schlüssel: Ein Schlüssel wird einmal gezeigt, hat Rechte und ein Ende. Zwei dürfen zugleich leben, damit einer ohne Lücke ersetzt werden kann.',
      'Schick ihn als „Authorization: Bearer cck_…“, nie in der Adresse: Ein Schlüssel, der in einer Adresse stand, sollte widerrufen werden.',
      'Inhalte sind application/json, höchstens 256 KB. Die Methoden jeder Adresse stehen unter /docs.',
      'Jeder Fehler mit Ursache und nächstem Schritt: /docs/errors. Nach einer 429 warte die Sekunden in Retry-After.',
    ],
  },
  operations: {
    title: 'Zurückgestellte Ereignisse und der Tresor',
    text: 'Ein Ereignis, das ein Dienst nicht verarbeiten kann, wird mit seiner Ursache zurückgestellt, und Späteres zur selben Sache wartet dahinter.',
    steps: [
      'Betrieb, Zurückgestellte Ereignisse: Behebt zuerst die Ursache, dann „Wiederholen“. Was dahinter wartet, wird der Reihe nach verarbeitet.',
      '„Verwerfen“ gibt ein Ereignis für diesen einen Dienst auf. Das lässt sich nicht zurücknehmen.',
      'Ein wartendes Ereignis kann nicht zuerst drankommen: Entscheidet über das, auf das es wartet. Ein schon entschiedenes steht in den anderen Listen.',
      'Lässt sich ein gespeichertes Token nicht öffnen, prüft den Schlüsselbund: Der Alarm im Protokoll nennt den Schlüssel. npm run connect -- keys status sagt, was jeder verschließt.',
      'Tokens könnten gestohlen sein: npm run connect -- revoke sagt, was es zurücknähme, und tut es nur mit --yes. docs/runbooks/breach.md geht es Schritt für Schritt durch.',
    ],
  },
  organisations: {
    title: 'Organisationen der Installation',
    text: 'Mehrere Agenturen können auf einer Installation arbeiten. Jede hat eigene Influencer, Mitglieder und Mails und sieht nichts von den anderen.',
    steps: [
      'Betrieb, Organisationen, „Organisation anlegen“: Gebt ihren Namen und die Adresse ihres Inhabers an. Ein frischer Nachweis, dass ihr es seid, ist nötig.',
      'Der Inhaber wird per Mail eingeladen und wählt ein Passwort oder meldet sich mit dem an, das er hier schon hat. Alle anderen lädt er selbst ein.',
      'Die Einladung gilt sieben Tage. „Erneut einladen“ schickt eine neue, auch an eine andere Adresse; der Link davor gilt dann nicht mehr.',
      'Sobald jemand darin ist, laden nur noch die Inhaber ein: Wer die Installation betreibt, kann niemanden mehr hereinlassen und sieht nichts darin.',
      'Ein Name darf weder der einer Plattform sein noch ihn enthalten oder ihm ähnlich sehen.',
      'An der Befehlszeile: npm run connect -- organisations add "South Agency" --owner kim@example.com',
    ],
  },
  installation: {
    title: 'Die Installation einrichten',
    text: 'Für die, die sie betreiben: der erste Inhaber und die Apps bei den Plattformen.',
    steps: [
      'Der erste Inhaber entsteht einmal, mit dem Token, das der Start in den Ordner der Geheimnisse geschrieben hat. Spätere werden eingeladen.',
      'npm run connect -- platforms check sagt, was bei jeder Plattform einzutragen ist und ob sie die Zugangsdaten annimmt.',
      'Erlaubt eine Plattform mehr, als erbeten ist, verlangt die App dort zu viel: Nehmt diese Berechtigungen heraus.',
      'npm run connect -- operators add macht auch ein Mitglied zum Betreiber.',
    ],
  },
};
