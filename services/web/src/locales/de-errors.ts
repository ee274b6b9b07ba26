/** Every error by its code: what happened, and what to do now. In English the services themselves say it. */
export const deErrors: Readonly<Record<string, readonly [title: string, nextStep: string]>> = {
  'request.invalid': ['Die Anfrage ist nicht gültig.', 'Verbessere die genannten Felder und schick sie noch einmal.'],
  'request.not_found': [
    'Unter dieser Adresse gibt es nichts.',
    'Prüf die Adresse; was anderen Organisationen gehört, sieht aus, als gäbe es das nicht.',
  ],
  'request.method_not_allowed': [
    'Diese Adresse nimmt diese Methode nicht an.',
    'Unter /docs stehen die Methoden, die sie annimmt.',
  ],
  'request.too_large': ['Die Anfrage ist größer als 256 KB.', 'Schick weniger auf einmal.'],
  'request.unsupported_media_type': [
    'Der Inhalt ist nicht von einer Art, die diese Adresse annimmt.',
    'Schick application/json.',
  ],
  'request.throttled': ['Es waren zu viele Anfragen.', 'Warte ein wenig und versuch es noch einmal.'],
  'request.forbidden': ['Das darfst du nicht tun.', 'Frag einen Inhaber oder Admin der Organisation.'],
  'request.unauthenticated': [
    'Du bist nicht angemeldet, oder deine Sitzung ist beendet.',
    'Melde dich an und versuch es noch einmal.',
  ],
  'request.step_up_needed': [
    'Das braucht einen frischen Nachweis, dass du es bist.',
    'Bestätige mit deinem zweiten Faktor oder Passwort und versuch es noch einmal.',
  ],
  'request.unavailable': [
    'Ein Teil des Systems antwortet nicht.',
    'Versuch es gleich noch einmal. Bleibt es so, nenn dem Betreiber die Kennung.',
  ],
  'internal.bug': [
    'Bei uns ist etwas schiefgegangen.',
    'Versuch es noch einmal. Geschieht es wieder, nenn dem Betreiber die Kennung.',
  ],
  'gateway.bad_credentials': [
    'E-Mail-Adresse oder Passwort ist falsch.',
    'Prüf beides und versuch es noch einmal, oder bitte einen Inhaber deiner Organisation um ein neues Passwort.',
  ],
  'gateway.csrf': [
    'Diese Anfrage kam nicht von einer unserer Seiten.',
    'Lade die Seite neu und versuch es noch einmal. Programme schicken einen API-Schlüssel statt eines Cookies.',
  ],
  'gateway.already_installed': [
    'Diese Installation hat schon ihren ersten Inhaber.',
    'Melde dich an, oder lass dich von einem Inhaber einladen.',
  ],
  'gateway.setup_token_wrong': [
    'Das Token zum Einrichten ist falsch.',
    'Nimm das Token, das der Start der Installation in den Ordner der Geheimnisse geschrieben hat.',
  ],
  'gateway.key_in_query': [
    'Ein API-Schlüssel darf nicht in der Adresse stehen.',
    'Schick ihn als „Authorization: Bearer …“ und widerruf den, der so geschickt wurde.',
  ],
  'gateway.api_keys_full': [
    'Deine Organisation hat so viele Schlüssel, wie sie gleichzeitig haben kann.',
    'Widerruf einen, den niemand mehr nutzt, und leg dann den neuen an.',
  ],
  'gateway.link_unusable': [
    'Dieser Link kann nicht verwendet werden.',
    'Gib deine E-Mail-Adresse ein; ist dafür eine Anfrage offen, kommt ein neuer Link.',
  ],
  'gateway.code_wrong': [
    'Der Code ist falsch oder zu alt.',
    'Sieh in die neueste Mail, oder fordere einen neuen Code an.',
  ],
  'gateway.code_spent': ['Es waren zu viele falsche Codes.', 'Fordere in zehn Minuten einen neuen an.'],
  'gateway.proof_needed': [
    'Wir wissen noch nicht, dass du die Person bist, für die dieser Link ist.',
    'Gib den Code ein, den wir an die eingeladene Adresse schicken, oder melde dich an.',
  ],
  'gateway.link_for_somebody_else': [
    'Dieser Link ist für jemand anderen.',
    'Schick ihn der Person, die er nennt; nur sie kann ihn abschließen.',
  ],
  'gateway.members_do_not_apply': [
    'Du bist als Mitglied einer Organisation angemeldet, und Mitglieder bewerben sich nicht.',
    'Um das Formular auszuprobieren, öffne es in einem privaten Fenster.',
  ],
  'gateway.no_organisation': ['Du gehörst nicht zu dieser Organisation.', 'Wähl eine deiner Organisationen.'],
  'gateway.second_factor_needed': [
    'Dein zweiter Faktor wurde in dieser Sitzung noch nicht geprüft.',
    'Gib den Code deiner Authenticator-App ein, oder einen Wiederherstellungscode.',
  ],
  'gateway.second_factor_setup_needed': [
    'Deine Rolle braucht einen zweiten Faktor, und du hast noch keinen.',
    'Richte eine Authenticator-App ein; es dauert eine Minute.',
  ],
  'gateway.second_factor_exists': [
    'Du hast schon einen zweiten Faktor.',
    'Entferne ihn zuerst und richte dann den neuen ein.',
  ],
  'gateway.no_second_factor': ['Es gibt keinen zweiten Faktor, mit dem das ginge.', 'Richte zuerst einen ein.'],
  'gateway.wrong_password': [
    'Das ist nicht dein bisheriges Passwort.',
    'Gib es noch einmal ein. Hast du es vergessen, melde dich ab und bitte auf der Anmeldeseite um ein neues.',
  ],
  'gateway.proof_wrong': [
    'Code oder Passwort ist falsch, oder der Code wurde schon verwendet.',
    'Warte auf den nächsten Code deiner App und versuch es noch einmal.',
  ],
  'gateway.password_reset_unusable': [
    'Dieser Link, um ein neues Passwort zu wählen, wurde schon verwendet oder ist zu alt.',
    'Fordere einen neuen an.',
  ],
  'gateway.invitation_unusable': [
    'Diese Einladung wurde schon verwendet, zurückgezogen oder ist zu alt.',
    'Bitte die Person, die dich eingeladen hat, um eine neue.',
  ],
  'gateway.already_member': [
    'Diese Person ist schon Mitglied.',
    'Ändere stattdessen ihre Rolle in der Liste der Mitglieder.',
  ],
  'gateway.continuation_unusable': [
    'Dieser Link zu deiner Bewerbung wurde schon verwendet, ist zu alt oder ging an eine andere Adresse.',
    'Öffne die Bewerbung dort, wo du sie begonnen hast, und lass dir einen neuen Link schicken.',
  ],
  'gateway.sign_in_link_unusable': [
    'Dieser Anmeldelink wurde schon verwendet oder ist zu alt.',
    'Fordere einen neuen an.',
  ],
  'accounts.not_found': ['Das gibt es in deiner Organisation nicht.', 'Prüf die Adresse, oder geh zurück zur Liste.'],
  'accounts.influencer_exists': [
    'Jemand mit dieser E-Mail-Adresse ist schon in der Liste.',
    'Öffne das vorhandene Profil, statt ein zweites anzulegen.',
  ],
  'accounts.instagram_not_authenticated': [
    'Mit einem nicht authentifizierten Instagram-Konto kann niemand hinzugefügt werden.',
    'Füg die Person mit den Pflichtfeldern und der E-Mail-Adresse hinzu, ohne das Instagram-Konto. Sie verbindet es in ihrer Übersicht mit „Konto hinzufügen“.',
  ],
  'accounts.report_lists_instagram': [
    'Das Profil nennt ein Instagram-Konto, und mit einem nicht authentifizierten kann niemand hinzugefügt werden.',
    'Füg die Person unter „Influencer“ mit dem gewünschten Konto hinzu. Sie verbindet das Instagram-Konto in ihrer Übersicht mit „Konto hinzufügen“.',
  ],
  'accounts.no_report': [
    'Von diesem Profil gibt es keinen Bericht.',
    'Such das Profil unter „Entdecken“, und importier die Zeile dann noch einmal.',
  ],
  'accounts.tiktok_not_connectable': [
    'Ein Admin kann kein TikTok-Konto verbinden, das weder authentifiziert noch im Creator Marketplace ist.',
    'Lass die Person es authentifizieren, oder lade es mit „Einladung senden“ in den Creator Marketplace ein.',
  ],
  'accounts.already_connected': [
    'Dieses Konto gehört einer anderen Person der Organisation.',
    'Öffne diese Person, oder führ die beiden zusammen.',
  ],
  'accounts.influencer_merged': [
    'Dieser Eintrag ist in einem anderen eurer Liste aufgegangen.',
    'Mach mit dem Eintrag weiter, in dem er aufgegangen ist.',
  ],
  'accounts.merge_same': [
    'Ein Eintrag lässt sich nicht mit sich selbst zusammenführen.',
    'Wähl den anderen Eintrag dieser Person.',
  ],
  'accounts.merge_applicant': [
    'Eine der beiden Personen bewirbt sich noch und steht noch nicht in der Liste.',
    'Entscheide erst über die Bewerbung. Ist sie angenommen, führ die beiden zusammen.',
  ],
  'accounts.merge_declined': [
    'Die Person wurde gefragt und hat gesagt, dass der andere Eintrag nicht ihr gehört.',
    'Sprich mit ihr. Sie kann einen der beiden unter „Deine Daten“ löschen und dessen Konten beim anderen verbinden.',
  ],
  'accounts.merge_connecting': [
    'Mit dem Eintrag, der aufgehen würde, wird gerade ein Konto verbunden.',
    'Versuch es wieder, wenn die Person fertig ist, spätestens in einer Stunde, oder behalte lieber jenen Eintrag.',
  ],
  'accounts.merge_value_unknown': [
    'Die beiden Einträge haben sich geändert, seit du hingesehen hast.',
    'Sieh dir die Vorschau noch einmal an, und wähl neu.',
  ],
  'accounts.other_account': [
    'Es kam ein anderes Konto zurück als erwartet.',
    'Melde dich bei der Plattform im erwarteten Konto an und versuch es noch einmal.',
  ],
  'accounts.no_account_to_ask_for': [
    'Es gibt noch kein Konto, das authentifiziert werden könnte.',
    'Öffne die Person und bitte um ein Konto bei Instagram, TikTok oder YouTube.',
  ],
  'accounts.nothing_to_authorize': ['Jedes erbetene Konto ist schon authentifiziert.', 'Es ist nichts zu tun.'],
  'accounts.group_exists': [
    'Eine Gruppe mit diesem Namen gibt es schon.',
    'Wähl einen anderen Namen, oder nimm diese Gruppe.',
  ],
  'accounts.last_owner': [
    'Eine Organisation braucht mindestens einen Inhaber.',
    'Mach zuerst jemand anderen zum Inhaber.',
  ],
  'accounts.organisation_has_owner': [
    'Diese Organisation hat ihren Inhaber schon.',
    'Alle anderen laden ihre Inhaber selbst ein, unter Einstellungen → Mitglieder.',
  ],
  'accounts.request_closed': ['Diese Anfrage ist erledigt, zurückgezogen oder abgelaufen.', 'Stell eine neue.'],
  'accounts.no_outbound_email': [
    'Deine Organisation hat keine verifizierte Absenderadresse.',
    'Richte unter Einstellungen → Firma → Absenderadresse eine ein, oder kopier den Link und schick ihn selbst.',
  ],
  'accounts.application_link_unusable': [
    'Dieser Bewerbungslink ist geschlossen oder wurde ersetzt.',
    'Frag, wer ihn dir gegeben hat, nach dem aktuellen.',
  ],
  'accounts.application_closed': [
    'Diese Bewerbung wurde abgesendet oder entschieden und kann nicht mehr geändert werden.',
    'Die Antwort kommt per Mail.',
  ],
  'accounts.application_decided': [
    'Über diese Bewerbung wurde schon entschieden.',
    'Lade die Liste neu, um zu sehen, wie.',
  ],
  'accounts.application_waiting': [
    'Eine Bewerbung mit dieser E-Mail-Adresse wartet schon auf Antwort.',
    'Die Antwort kommt per Mail. Zieh diese zweite Bewerbung zurück.',
  ],
  'accounts.applicant_known': [
    'Die Organisation arbeitet schon mit dir, es gibt also nichts zu bewerben.',
    'Melde dich in deiner Übersicht an und füg dort deine Konten hinzu.',
  ],
  'accounts.slug_taken': ['Dieser Kurzname ist vergeben.', 'Wähl einen anderen.'],
  'accounts.discovery_not_configured': [
    'Diese Installation hat noch kein Konto und keinen Schlüssel, um diese Plattform zu durchsuchen.',
    'Bitte den Betreiber, es einzurichten.',
  ],
  'accounts.discovery_refused': [
    'Die Plattform lehnt das Konto oder den Schlüssel ab, mit dem diese Installation sucht.',
    'Bitte den Betreiber, es zu erneuern.',
  ],
  'accounts.discovery_throttled': [
    'Was die Plattform dieser Installation an Suchen erlaubt, ist vorerst verbraucht.',
    'Versuch es später noch einmal.',
  ],
  'accounts.discovery_unavailable': [
    'Die Plattform antwortet gerade nicht.',
    'Versuch es in ein paar Minuten noch einmal.',
  ],
  'accounts.account_unknown': ['Die Plattform zeigt kein Konto mit diesem Namen.', 'Prüf ihn auf Tippfehler.'],
  'accounts.row_not_in_time': [
    'Diese Zeile wurde nicht rechtzeitig geprüft, deshalb wurde nichts aus ihr hinzugefügt.',
    'Schick die Liste noch einmal: Was schon hinzugefügt ist, kommt nicht doppelt.',
  ],
  'accounts.search_quota_used': [
    'Deine Organisation hat ihre Suchen für heute verbraucht.',
    'Sie beginnen um Mitternacht (UTC) neu. Suchen nach Namen und nach Stichwort zählen getrennt.',
  ],
  'accounts.link_quota_used': [
    'Deine Organisation hat ihre Links für heute verbraucht.',
    'Sie beginnen um Mitternacht (UTC) neu. Gemailte und kopierte Links zählen gleich.',
  ],
  'collector.no_public_source': [
    'Diese Installation hat keinen Schlüssel für das, was eine Plattform allen zeigt.',
    'Bitte den Betreiber, einen einzurichten, oder lass das Konto authentifizieren.',
  ],
  'notifications.feedback_early': [
    'Über diese Mail lässt sich noch nichts sagen.',
    'Schick dasselbe gleich noch einmal; Amazon SNS tut es von selbst.',
  ],
  'notifications.feedback_refused': [
    'Das ist keine Nachricht von Amazon SNS über Mails dieser Installation.',
    'Prüf, ob SES_TOPIC_ARNS das Topic nennt (docs/mail.md).',
  ],
  'accounts.export_not_ready': [
    'Es gibt keinen Export zum Herunterladen: Keiner ist fertig, oder er wurde schon heruntergeladen.',
    'Fordere einen an, warte, bis er fertig ist, und lade ihn innerhalb von 24 Stunden herunter.',
  ],
  'oauth.discarded': [
    'Diese Einrichtung wurde verworfen, und nichts davon ist gespeichert.',
    'Verbinde wieder, wann immer du magst.',
  ],
  'oauth.state_invalid': [
    'Dieser Versuch zu verbinden ist unbekannt, zu alt oder wurde schon verwendet.',
    'Geh zurück auf die Seite, von der du kamst, und beginn dort noch einmal.',
  ],
  'oauth.other_browser': [
    'Dieser Versuch zu verbinden wurde in einem anderen Browser oder von jemand anderem begonnen.',
    'Fang in diesem Browser noch einmal an.',
  ],
  'oauth.consent_refused': [
    'Du hast nicht zugestimmt, darum wurde nichts verbunden.',
    'Versuch es noch einmal, wann immer du magst.',
  ],
  'oauth.scopes_missing': [
    'Einige nötige Berechtigungen wurden nicht erteilt.',
    'Bitte noch einmal darum und kreuz die genannten an.',
  ],
  'oauth.scopes_surplus': [
    'Die Plattform hat mehr erlaubt, als wir erbitten, darum wurde nichts gespeichert.',
    'Sag es dem Betreiber: Die App bei der Plattform verlangt zu viel.',
  ],
  'oauth.foreign_token': [
    'Die Plattform hat mit einem Token geantwortet, das nicht für diese Installation ist.',
    'Versuch es noch einmal. Geschieht es wieder, sag es dem Betreiber.',
  ],
  'oauth.exchange_failed': ['Die Plattform hat die Verbindung nicht abgeschlossen.', 'Versuch es gleich noch einmal.'],
  'oauth.platform_unavailable': [
    'Die Plattform antwortet gerade nicht richtig.',
    'Es wurde nichts geändert. Versuch es in ein paar Minuten noch einmal.',
  ],
  'oauth.platform_not_configured': [
    'Diese Installation hat bei dieser Plattform keine App.',
    'Bitte den Betreiber, die Plattform einzurichten.',
  ],
  'oauth.setup_expired': [
    'Diese Verbindung wurde nicht rechtzeitig abgeschlossen, darum wurde nichts gespeichert.',
    'Fang noch einmal an; es dauert eine Minute.',
  ],
  'oauth.instagram_no_page': [
    'Facebook zeigt für das Profil, in dem du angemeldet bist, keine Seite.',
    'Leg eine Seite an (jede ist recht, auch eine neue und leere), verbinde dein Instagram-Konto mit ihr und prüf dann noch einmal.',
  ],
  'oauth.instagram_page_without_account': [
    'Mit deiner Seite ist kein professionelles Instagram-Konto verbunden. Facebook sagt nicht, ob keines oder ein privates.',
    'Sorg dafür, dass dein Instagram-Konto ein Business- oder Creator-Konto ist, verbinde es in den Einstellungen deiner Seite und prüf dann noch einmal.',
  ],
  'oauth.instagram_page_not_ticked': [
    'Bei Facebook war keine Seite angekreuzt.',
    'Geh noch einmal zu Facebook, wähl „Einstellungen bearbeiten“ und kreuz deine Seite und ihr Instagram-Konto an.',
  ],
  'oauth.instagram_account_not_ticked': [
    'Bei Facebook war die Seite angekreuzt, aber nicht ihr Instagram-Konto.',
    'Geh noch einmal zu Facebook, wähl „Einstellungen bearbeiten“ und kreuz auch das Instagram-Konto an.',
  ],
  'oauth.instagram_personal_account': [
    'Das Instagram-Konto, das mit deiner Seite verbunden ist, ist ein privates, das keine Anwendung lesen kann.',
    'Öffne in Instagram die Einstellungen, wähl „Zu professionellem Konto wechseln“ und prüf dann noch einmal.',
  ],
  'oauth.instagram_placeholder_page': [
    'Facebook gibt dir auf der Seite, mit der dein Instagram-Konto verbunden ist, keine Aufgabe. So sehen Seiten aus, die Facebook selbst anlegt.',
    'Verbinde dein Instagram-Konto mit einer eigenen Seite, geh dann noch einmal zu Facebook und kreuz diese an.',
  ],
  'oauth.instagram_page_in_portfolio': [
    'Du hast eine Seite angekreuzt, die Facebook dann zurückhält: Sie liegt in einem Unternehmensportfolio, und du hast keine Rolle auf ihr.',
    'Bitte die Verwaltung des Portfolios um eine Rolle direkt auf der Seite und prüf dann noch einmal.',
  ],
  'oauth.instagram_on_another_page': [
    'Du hast ein Instagram-Konto angekreuzt, das keine der angekreuzten Seiten trägt.',
    'Geh noch einmal zu Facebook, wähl „Einstellungen bearbeiten“ und kreuz die Seite an, mit der dein Instagram-Konto verbunden ist.',
  ],
  'oauth.instagram_page_access_missing': [
    'Facebook gibt keinen Zugriff auf die Seite, mit der dein Instagram-Konto verbunden ist.',
    'Lass dir von der Verwaltung der Seite eine Rolle geben und prüf dann noch einmal.',
  ],
  'oauth.youtube_no_channel': [
    'Das gewählte Google-Konto hat keinen YouTube-Kanal.',
    'Geh noch einmal zu Google und wähl das Konto oder Brand-Konto, zu dem dein Kanal gehört. Hast du noch keinen, leg bei YouTube einen an und prüf dann noch einmal.',
  ],
  'oauth.candidate_unknown': [
    'Dieses Konto ist nicht unter denen, die die Plattform angeboten hat.',
    'Wähl eines der aufgeführten Konten.',
  ],
  'oauth.transaction_finished': [
    'Dieser Versuch zu verbinden ist abgeschlossen.',
    'Fang neu an, wenn du noch ein Konto verbinden möchtest.',
  ],
  'oauth.other_account': [
    'Das erwartete Konto ist nicht unter denen, die zurückkamen, darum wurde nichts gespeichert.',
    'Wahrscheinlich bist du bei der Plattform in einem anderen Profil angemeldet. Melde dich dort ab, im richtigen an, und versuch es noch einmal.',
  ],
  'oauth.no_authorization': ['Dieses Konto hat keine gültige Erlaubnis.', 'Bitte die Person, es zu authentifizieren.'],
  'oauth.refresh_in_progress': [
    'Das Token dieses Kontos wird gerade erneuert.',
    'Versuch es in ein paar Sekunden noch einmal.',
  ],
  'oauth.vault_failure': [
    'Ein gespeichertes Token ließ sich nicht öffnen.',
    'Der Betreiber muss den Schlüsselbund prüfen; der Alarm nennt den Schlüssel.',
  ],
  'ttcm.not_tiktok': [
    'Nur TikTok-Konten können in den Creator Marketplace eingeladen werden.',
    'Wähl ein TikTok-Konto.',
  ],
  'ttcm.ineligible': [
    'Dieses Konto erfüllt die Regeln des TikTok Creator Marketplace nicht.',
    'Die nicht erfüllten Regeln stehen dabei; lade es ein, sobald sie erfüllt sind.',
  ],
  'ttcm.rejected_by_tiktok': [
    'TikTok hat die Einladung abgelehnt.',
    'Die Gründe, die TikTok nennt, stehen dabei. Die Entscheidung ist endgültig, bis sich das Konto ändert.',
  ],
  'ttcm.already_member': [
    'Dieses Konto ist schon im Creator Marketplace.',
    'Nichts zu tun: Es wird als Marketplace erfasst.',
  ],
  'ttcm.already_invited': [
    'Dieses Konto wurde schon eingeladen.',
    'Beigetreten wird in TikTok: Systembenachrichtigungen → Mehr anzeigen → Beitreten.',
  ],
  'ttcm.handle_unknown': ['TikTok kennt diesen Namen nicht.', 'Prüf ihn auf Tippfehler.'],
  'ttcm.handle_not_told': [
    'TikTok hat nur den Anzeigenamen dieses Kontos genannt und nicht seinen Handle, darum findet der Marketplace es nicht.',
    'Bitte noch einmal um das Konto: Ist „Lesezugriff auf weitere Profildaten“ angekreuzt, nennt TikTok den Handle.',
  ],
  'ttcm.not_configured': ['Es ist kein Creator-Marketplace-Konto verbunden.', 'Bitte den Betreiber, es einzurichten.'],
  'ttcm.not_connected': [
    'Das Creator-Marketplace-Konto deiner Organisation ist nicht verbunden.',
    'Ein Inhaber verbindet es unter Einstellungen → Marketplace.',
  ],
  'ttcm.reauth_needed': [
    'TikTok nimmt die Erlaubnis eures Creator-Marketplace-Kontos nicht mehr an.',
    'Ein Inhaber verbindet es unter Einstellungen → Marketplace wieder, mit jeder Berechtigung angekreuzt.',
  ],
  'ttcm.unavailable': [
    'Der Creator Marketplace antwortet gerade nicht.',
    'Es wurde nichts geschickt. Versuch es in ein paar Minuten noch einmal.',
  ],
  'ttcm.not_a_member': [
    'TikTok führt dieses Konto nicht mehr im Creator Marketplace.',
    'Bitte um die Authentifizierung des Kontos, oder lade es wieder in den Marketplace ein.',
  ],
  'ttcm.region_not_supported': [
    'Der Marketplace zeigt keine Zahlen von außerhalb seiner Länder.',
    'Bitte um die Authentifizierung des Kontos.',
  ],
  'ttcm.figures_not_permitted': [
    'Euer Creator-Marketplace-Konto wurde ohne die Berechtigung verbunden, Zahlen zu lesen.',
    'Ein Inhaber verbindet es unter Einstellungen → Marketplace wieder, mit jeder Berechtigung angekreuzt.',
  ],
  'ttcm.not_found': ['Eine solche Einladung gibt es in deiner Organisation nicht.', 'Geh zurück zur Liste.'],
  'collector.no_such_campaign': [
    'Eine solche Kampagne gibt es in deiner Organisation nicht.',
    'Geh zurück zur Liste der Kampagnen.',
  ],
  'collector.no_such_post': [
    'Ein solcher Beitrag aus dieser Kampagne wurde nicht erfasst.',
    'Öffne den Bericht der Kampagne und wähl dort einen Beitrag. Neue erscheinen nach der nächsten Erfassung.',
  ],
  'collector.not_tracked': [
    'Dieses Konto wird derzeit nicht erfasst.',
    'Es geht von selbst weiter, sobald es authentifiziert ist.',
  ],
  'collector.not_found': ['Ein solches Konto gibt es in deiner Organisation nicht.', 'Geh zurück zur Liste.'],
  'collector.vendor_data_of_member': [
    'Daten von Anbietern über ein Konto im TikTok Creator Marketplace werden nicht gespeichert.',
    'Lass diese Zeilen weg: Die eigenen Zahlen von TikTok treten an ihre Stelle.',
  ],
  'notifications.confirmation_unusable': [
    'Dieser Bestätigungslink kann nicht verwendet werden.',
    'Gib die Adresse in den Einstellungen noch einmal ein, um einen neuen zu bekommen.',
  ],
  'notifications.address_refused': [
    'Der Mailserver lehnt diese Adresse ab.',
    'Prüf sie auf Tippfehler, oder frag, wer ihr Postfach betreibt.',
  ],
  'notifications.no_verified_address': [
    'Die Organisation hat keine verifizierte Absenderadresse.',
    'Richte unter Einstellungen → Firma → Absenderadresse eine ein und drück auf den Link in der Bestätigungsmail.',
  ],
  'notifications.no_ses': [
    'Diese Installation sendet nicht über Amazon SES.',
    'Wähl SMTP, oder bitte den Betreiber, SES einzurichten.',
  ],
  'notifications.suppressed': [
    'Amazon SES sendet weiterhin nichts an diese Adresse.',
    'Bitte den Betreiber des AWS-Kontos, sie von der Sperrliste zu nehmen, und versuch es dann noch einmal.',
  ],
  'notifications.unsubscribe_unusable': [
    'Diese Adresse bestellt keine Mails ab.',
    'Öffne sie aus der Mail selbst, ganz; oder antworte auf die Mail und sag, dass du keine mehr möchtest.',
  ],
  'notifications.notice_not_found': [
    'Einen solchen Hinweis gibt es nicht.',
    'Lies die Liste der Hinweise noch einmal; nach 90 Tagen gehen sie.',
  ],
  'notifications.mail_server_down': [
    'Der Mailserver antwortet nicht.',
    'Es ging nichts verloren; die Mail wird gesendet, sobald er antwortet.',
  ],
  'messaging.dead_letter_resolved': [
    'Diese Nachricht wurde schon wiederholt oder verworfen.',
    'Lies die offenen noch einmal.',
  ],
  'messaging.dead_letter_waits': [
    'Über eine frühere Nachricht zur selben Sache muss zuerst entschieden werden.',
    'Wiederhol oder verwirf zuerst jene.',
  ],
};
