"""What programs and people call what became of mail, by language: cells, and the titles above yes and no."""

from guessmail.data.columns import fold_titles

__all__ = [
    "ADDRESS_KEYS", "ADDRESS_STEMS", "ADDRESS_TITLES", "ENGAGED", "FOOTERS", "NEGATIONS", "NO", "OTHER_TITLES",
    "OUTER_KEYS", "STATUS_KEYS", "STATUS_WORDS", "TITLES", "YES",
]  # fmt: skip

_ENGAGED = """
    open, opened, email opened, opens, unique opened, unique opens, first opening, click, clicked, clicks, link clicked,
    email clicked, emails opened, emails clicked, emails replied, reply, replied, replies, email replied, read, responded,
    geöffnet, gelesen, angeklickt, geklickt, beantwortet, ouvert, lu, cliqué, répondu, abierto, leído, respondido, aperto, letto,
    cliccato, risposto, aberto, lido, clicado, geopend, gelezen, geklikt, beantwoord, öppnad, öppnat, klickat, besvarad,
    åbnet, klikket, besvaret, åpnet, lest, besvart, avattu, luettu, klikattu, vastattu, otwarty, otwarto, przeczytano,
    kliknięto, odpowiedziano, otevřeno, přečteno, megnyitva, elolvasva, deschis, citit, açıldı, okundu, открыто, прочитано,
    已打开, 已读, 開封, 開封済み, 既読
"""
ENGAGED: frozenset[str] = frozenset(fold_titles(_ENGAGED))
"""What only mail that arrived can become; whoever does not open it may have it all the same."""

_WORDS = {
    "delivered": _ENGAGED
    + """,
        delivered, delivery, deliver, working, works, arrived, reached, went through, got through, erfolgreich,
        email delivered, sent and delivered, delivered to inbox, received, inbox, success,
        successful, relayed, accepted by recipient, email.delivered, delivery confirmed, delivered successfully,
        livrés, livrées, délivrés, délivrées, distribués, distribuées, distribuée, remises, reçus, entregados,
        entregadas, recibidos,
        consegnati, consegnate, recapitati, recapitate, zugestellt, ausgeliefert, zugestellte, angekommen,
        erfolgreich zugestellt, livré, livrée,
        délivré, délivrée, remis, remise, distribué, reçu, entregado, entregada, recibido, consegnato,
        consegnata, recapitato, recapitata, ricevuto, entregue, recebido, bezorgd, afgeleverd,
        ontvangen, levererad, levererat, leveret, levert, mottatt, modtaget, mottaget, toimitettu,
        perille, vastaanotettu, dostarczono, dostarczony, dostarczona, dostarczone, doručeno,
        doručen, doručená, kézbesítve, kézbesített, livrat, livrată, teslim edildi, iletildi,
        ulaştı, доставлено, доставлен, доставлена, получено, 已送达, 送达, 已投递, 投递成功, 发送成功,
        配信済み, 配信完了, 配信成功, 到達, 送達
    """,
    "bounced": """
        bounce, bounced, bounces, came back, emails bounced, hard, hard bounce, hard bounced, hardbounce, hardbounced,
        hard bounces, permanent,
        permanent failure, permanent bounce, permanently failed, permanent fail, perm, failed, failure, fail, undelivered,
        undeliverable, non deliverable, not deliverable, not delivered, returned, returned to sender, invalid,
        invalid email, invalid address, bad, bad email, bad email address, bademailaddress, bad mailbox, bad domain,
        invalid mailbox, invalid recipient, invalid user, unknown user, user unknown, unknown mailbox, mailbox unknown,
        unknown recipient, recipient unknown, unknown address, address unknown, mailbox not found,
        mailbox unavailable, no mailbox, no such user, does not exist, address does not exist, recipient not found,
        not found, email not found, mailbox does not exist, nonexistent, non existent, no email, dead, inactive mailbox,
        account disabled, cleaned, delivery failed, delivery failure, email.bounced, rejected as invalid, unreachable,
        not valid, no longer valid, mail bounced, email bounced, hard fail, hard failure, bounced (hard), block invalid,
        syntax error, bouncing, generalbounce, undetermined permanent, invalid domain, blacklisted invalid,
        does not accept mail, rejected email, email rejected, email disabled, mailbox disabled, dead server, bouncedaddress,
        bounced address, invalidrecipient, noemail, out of band,
        ungültige, unzustellbare, zurückgewiesene, fehlgeschlagene, rejetés, rejetées, invalides, retournés, retournées,
        en erreur,
        rebotados, rebotadas, devueltos, devueltas, inválidos, inválidas, respinti, respinte, rimbalzati, non validi, devolvidos,
        rejeitados, unzustellbar, nicht zustellbar, nicht zugestellt, unzugestellt, zurückgewiesen, zurückgekommen, ungültig,
        zustellung fehlgeschlagen, fehlgeschlagen, dauerhaft, permanenter fehler, harter bounce, existiert nicht,
        empfänger unbekannt, nicht vorhanden, rückläufer, gebounced, gebounct, non délivré, non délivrée, non distribué,
        non distribuée,
        non distribuable, non délivrable, non livrable, injoignable, no entregable, non consegnabile, não entregável,
        niet bezorgbaar,
        bad address, badaddress, erreur définitive, npai, adresse invalide, n'habite pas, non remis, non livré, rejeté,
        rejetée, invalide, échec, échoué, erreur permanente, définitif, permanente,
        adresse inconnue, inexistant, inexistante, retourné, rebond dur, rebond, rebond définitif, hard bounce définitif,
        no entregado, rebotado, rebotada, rebote, rebote duro, devuelto, devuelta, inválido, inválida, fallido, fallida,
        fallo, error permanente, permanente, no existe, inexistente, rechazado, no válido, no válida, non consegnato,
        respinto, respinta, rimbalzato, rimbalzata, rimbalzo, non valido, non valida, invalido, fallito, errore permanente,
        permanente, inesistente, non recapitato, non recapitabile, não entregue, devolvido, devolvida, rejeitado,
        rejeitada, falhou, falha, falha permanente, inválido, não existe, inexistente, retornado, retornou,
        hard bounce permanente,
        niet bezorgd, onbestelbaar, gebounced, gebouncet, geweigerd, mislukt, ongeldig, permanente fout, bestaat niet,
        teruggestuurd, niet afgeleverd, harde bounce, studsade, studsat, studs, studsade hårt, ej levererad, ej levererat,
        ogiltig, misslyckades, returnerad, permanent fel, finns inte, hård studs, avvisad, hård, afvist, ikke leveret,
        ugyldig, mislykkedes, returneret, fejlet, permanent fejl, hård, findes ikke, ikke levert, avvist, mislyktes,
        returnert, feilet, permanent feil, hard retur, finnes ikke, eksisterer ikke,
        ei toimitettu, palautunut, palautui, hylätty, virheellinen, epäonnistui, pysyvä, pysyvä virhe, kova, kimmonnut,
        ei ole olemassa, ei perillä, niedostarczono, niedostarczony, niedostarczone, odbity, odbita, odbite, odrzucony,
        odrzucono, odrzucona, nieprawidłowy, błędny, twardy, twarde odbicie, twardy bounce, trwały, trwały błąd,
        nie istnieje, zwrócony, zwrot, nieważny, odbicie, nedoručeno, nedoručen, nedoručená, vráceno, odmítnuto, neplatný,
        neplatná, trvalá chyba, neexistuje, selhalo, nedoručitelné, tvrdý, tvrdé odražení, odraženo, trvalé,
        kézbesítetlen, kézbesíthetetlen, visszapattant, visszapattanó, visszautasítva, visszaküldve, érvénytelen,
        sikertelen, állandó, kemény, nem kézbesített, nem létezik, végleges, nelivrat, nelivrată, respins, respinsă,
        returnat, returnată, invalid, invalidă, eșuat, permanent, eroare permanentă, nu există, inexistent,
        teslim edilemedi, iletilemedi, geri döndü, geri dönen, reddedildi, geçersiz, başarısız, kalıcı, kalıcı hata,
        mevcut değil, sert, ulaşmadı, не доставлено, недоставлено, возврат, возвращено, отклонено, отклонён,
        недействителен, недействительный, неверный, ошибка доставки, постоянная ошибка, жесткий, жёсткий, жесткий отказ,
        не существует, недоставлен, не доставлен, несуществующий, 退信, 硬退信, 投递失败, 发送失败, 未送达, 永久失败, 无效, 无效邮箱, 不存在, 硬弹回, 永久退信,
        失败, 地址不存在, エラー, 不達, 配信不能, 配信失敗, 無効, 存在しない, ハードバウンス, バウンス, 恒久的エラー, 宛先不明, 未達
    """,
    "temporary": """
        complaint, complained, complaints, spam, spam report, spam complaint, spamreport, marked as spam, abuse,
        abuse report, spam notification, email.complained, bounce or complaint, filtered as spam, quarantined,
        beschwerde, als spam markiert, plainte, queja, reclamo, reclamação, klacht, klagomål, klage, valitus, skarga,
        stížnost, panasz, plângere, şikayet, жалоба, 投诉, 苦情,
        soft, dropped, drop, soft bounce, soft bounced, softbounce, softbounced, soft bounces, temporary,
        temporary failure, temporary fail, temporarily failed, temp, transient, transient bounce, deferred, defer,
        deferral, delayed, delay, mailbox full, full, over quota, quota exceeded, greylisted, throttled, timeout,
        timed out, try again, retrying, retry, queued, blocked, block, admin failure, policy, content rejected, rejected,
        reject, spam rejected, undetermined, undetermined bounce, dns error, connection error, out of office, auto reply,
        autoreply, autoresponder, vacation, challenge, attachment rejected, messagetoolarge, content, spam block,
        auto replied, autoreplied, failed smtp connection, smtp connection failed, connection failed, dns failure,
        dns problem, dnsproblem,
        filtered, mailbox misconfiguration, isp misconfiguration, sending domain misconfiguration, recipient fatigue,
        graymail suppressed,
        pending send, previously unsubscribed message, previously unsubscribed, account problem, accountproblem,
        connection terminated,
        connectionterminated, manual cancel, manualcancel, whitelisting problem, whitelistingproblem, code error,
        codeerror, reputation,
        technical, technical other, unclassified, frequency or volume too high, expired,
        suppress unsubscribe, suppress complaint, unsubscribed address, spam reporting address, manually deactivated,
        manuallydeactivated, invalid smtp, antispam system, virusnotification, challengeverification, addresschange,
        openrelaytest, templaterenderingfailed, inbounderror, smtpapierror, dmarcpolicy, reported as spam, marked email as spam,
        suspended, no decision, unknown error, blockedrecipient, auto-response, email.delivery_delayed, mailbox inactive,
        weich, vorübergehend, temporär, vorübergehender fehler, weicher bounce, postfach voll, verzögert, zurückgestellt,
        abwesend, blockiert, temporaire, provisoire, reporté, différé, boîte pleine, retardé, rebond temporaire,
        rebond léger, absent, bloqué, temporal, transitorio, rebote suave, rebote blando, buzón lleno, diferido, retrasado,
        bloqueado, temporaneo, temporanea, casella piena, rimandato, differito, rimbalzo temporaneo, bloccato, temporário,
        temporária, caixa cheia, adiado, tijdelijk, zachte bounce, mailbox vol, uitgesteld, vertraagd, geblokkeerd,
        tillfällig, tillfälligt, mjuk, mjuk studs, full brevlåda, fördröjd, uppskjuten, blockerad, midlertidig, blød,
        fuld postkasse, forsinket, udskudt, blokeret, myk, full postkasse, utsatt, blokkert,
        väliaikainen, pehmeä, tilapäinen, postilaatikko täynnä, viivästynyt, estetty, tymczasowy, tymczasowe, miękki,
        miękkie odbicie, skrzynka pełna, przepełniona skrzynka, odroczony, opóźniony, zablokowany, dočasný, dočasná,
        dočasná chyba, měkký, plná schránka, odloženo, zpožděno, blokováno, ideiglenes, átmeneti, puha, tele postafiók,
        késleltetett, blokkolva, temporar, temporară, moale, căsuță plină, amânat, întârziat, blocat, geçici, geçici hata,
        yumuşak, kutu dolu, ertelendi, gecikti, engellendi, временный, временная, временная ошибка, мягкий, мягкий отказ,
        ящик переполнен, отложено, задержано, заблокировано, 软退信, 临时, 暂时, 邮箱已满, 延迟, 临时失败, 软弹回, 被拦截, 一時的, ソフトバウンス, 一時エラー,
        容量オーバー, 遅延, 保留, ブロック
    """,
    "other": """
        ok, deliverable, no mx record, no dns entries, unroutable ip address, possible typo, global suppression,
        mail server did not respond, mail server temporary error, smtp error, exception occurred, inaktiv, inactif,
        unknown, unverifiable, ok for all, accepted email, low quality, low deliverability, no connect, unavailable smtp,
        smtp protocol, unexpected error, manual suppression, manualsuppression, spamtrap, spam trap, toxic, safe, safe to send,
        valid, disposable, role, role based, verified, extrapolated, guessed, unavailable, good, probably valid, likely,
        emails sent, emails unsubscribed, emails interested, emails not interested, interested, not interested, meeting booked,
        completed, complete, finished, done, active, inactive contact, inprogress, running, paused, stopped, started, new,
        not contacted, contacted, not started, to check, to review, blacklisted, no consent, archived, do not contact,
        do not mail, do not email, never subscribed, non marketing, expanded, resolved, getting status, member, cold,
        in sequence, sequence finished, replied out of office, wrong person, removed, follow up, bad data, approaching,
        abonniert, angemeldet, abonné, inscrit, suscrito, suscrita, iscritto, inscrito, ingeschreven, aangemeld,
        prenumererar, zapisany,
        aktiv, gültig, abgeschlossen, actif, valide, terminé, activo, válido, attivo, valido, ativo, actief, geldig,
        unsubscribe, unsubscribed, unsubscribes, unsub, list unsubscribe, group unsubscribe,
        opt out, opted out, sent, processed, send, pending, scheduled, accepted, request, requests, injection, subscribed,
        subscribe, unconfirmed, draft, not sent, skipped, suppressed, in progress, subscription change, catch all,
        catch-all, accept all, accept-all, risky, unverified, verifying, email.sent, proxy open,
        proxy_open, loaded by proxy, do not mail, sending, forwarded,
        abgemeldet, gesendet, versendet, versandt, ausstehend, unbekannt,
        désabonné, envoyé, en attente, inconnu, dado de baja, enviado, pendiente, desconocido, disiscritto,
        inviato, in attesa, sconosciuto, descadastrado, enviado, pendente, desconhecido, uitgeschreven,
        verzonden, in behandeling, onbekend, avregistrerad, skickad, skickat, väntar, okänd, frameldt,
        sendt, afventer, ukendt, avmeldt, venter, ukjent,
        peruutettu, lähetetty, odottaa, tuntematon, wypisany, wysłano, wysłany, oczekuje, nieznany,
        odhlášen, odesláno, čeká, neznámý, leiratkozott, elküldve, függőben, ismeretlen,
        dezabonat, trimis, în așteptare, necunoscut, abonelikten çıktı, gönderildi, beklemede, bilinmiyor,
        отписан, отправлено, в ожидании, неизвестно, 已退订, 已发送, 等待中, 未知, 配信停止, 送信済み, 保留中, 不明
    """,
}  # fmt: skip

STATUS_WORDS: dict[str, str] = {}
"""From a folded cell to what it says: `delivered`, `bounced`, `temporary` (no proof), or `other`."""
for _status, _texts in _WORDS.items():
    for _text in fold_titles(_texts):
        STATUS_WORDS.setdefault(_text, _status)

FOOTERS: frozenset[str] = frozenset({"unsubscribe", "listunsubscribe"})
"""Words before the address to which people write who want no more mail: they say nothing of the addresses below it."""

YES: frozenset[str] = frozenset(fold_titles("""
    yes, y, true, t, 1, x, ja, j, wahr, oui, o, vrai, si, sí, s, sim, verdadero, verdadeiro, vero, waar, sant, sand, sann,
    on, kyllä, k, tosi, tak, prawda, ano, a, pravda, igen, i, igaz, da, adevărat, evet, e, doğru, да, д, истина, так, 是, 真,
    有, はい, 1.0, ✓, ✔, ok, checked, hai, 예
"""))  # fmt: skip

NO: frozenset[str] = frozenset(fold_titles("""
    no, n, false, f, 0, never, nein, falsch, niemals, jamais, nunca, nooit, aldrig, никогда, non, faux, falso, não, nao,
    nee, onwaar, nej, falskt, falsk, nei, usann, off, ei, e,
    epätosi, nie, fałsz, ne, nepravda, nem, hamis, nu, fals, hayır, h, yanlış, нет, н, ложь, ні, 否, 假, 无, いいえ, 0.0, ✗, ✘,
    unchecked, 아니요
"""))  # fmt: skip
"""What is in both is read by the column's other cells."""

_TITLES = {
    # Yes says that mail came back.
    "bad": """
        npai, bounce, bounced, bounces, clean time, cleaned, hard, hardbounce, hardbounced, failed, failure,
        undelivered, undeliverable, returned,
        invalid, bad, dead, dropped, bouncing, rejected, unzustellbar, rückläufer, ungültig, zurückgewiesen, fehlgeschlagen,
        gebounced, rejeté, invalide, échec, échoué, rebond, rebondi, rebotado, rebote, devuelto, inválido, fallido, rechazado,
        respinto, rimbalzato, rimbalzo, fallito, devolvido, rejeitado, falhou, retornou, retornado, onbestelbaar, geweigerd,
        mislukt, ongeldig, studsade, studsat, studs, ogiltig, misslyckades, afvist, ugyldig, returneret, fejlet, avvist,
        returnert, feilet, palautunut, palautui, hylätty, epäonnistui, virheellinen, kimmonnut, odbity, odbite, odrzucony,
        nieprawidłowy, zwrócony, odbicie, vráceno, nedoručeno, neplatný, neplatná, selhalo, odmítnuto, visszapattant,
        érvénytelen, sikertelen, visszautasítva, respins, returnat, eșuat, nelivrat, reddedildi, geçersiz, başarısız, возврат,
        отклонено, недействителен, недоставлено, 退信, 无效, 失败, 不達, 無効, バウンス, エラー, 未達, niedostarczony, kézbesíthetetlen
    """,
    # Yes says that mail arrived.
    "good": """
        delivered, successful, zugestellt, angekommen, délivré, livré, distribué, entregado, consegnato, recapitato,
        entregue, bezorgd,
        afgeleverd, levererad, levererat, leveret, levert, toimitettu, perille, dostarczony, dostarczono, doručeno, doručen,
        kézbesítve, kézbesített, livrat, teslim, ulaştı, доставлено, доставлен, 送达, 已送达, 到達, 配信済み
    """,
    # Yes says that mail would arrive, which proves nothing, and no that it would not.
    "valid": """
        deliverable, valid, zustellbar, gültig, valide, entregable, válido, valido, geldig, giltig, gyldig, kelvollinen,
        prawidłowy,
        ważny, platný, érvényes, geçerli, действителен, 有效, 有効
    """,
    # No says that no mail was sent, so that none can have arrived or come back.
    "sent": """
        sent, mailed, gesendet, versendet, versandt, envoyé, enviado, inviato, verzonden, skickat, sendt, lähetetty, wysłano,
        odesláno, elküldve, trimis, gönderildi, отправлено, 已发送, 送信済み
    """,
    # No does not say that mail did not come back: it may have bounced softly.
    "hard": """
        hard, hardbounce, hardbounced, permanent, hart, dur, duro, hård, kova, twardy, tvrdý, kemény, sert, жесткий
    """,
    # Yes says that mail came back for now.
    "soft": """
        soft, softbounce, softbounced, temporary, transient, weich, temporär, temporaire, léger, suave, blando,
        temporal, temporaneo, temporário, zacht, zachte, tijdelijk, mjuk, myk, blød, pehmeä, miękki, miękkie, měkký,
        puha, moale, yumuşak, мягкий, 软
    """,
}  # fmt: skip

NEGATIONS: frozenset[str] = frozenset(fold_titles("""
    not, no, never, none, without, nicht, kein, keine, keinen, nie, niemals, ohne, non, pas, jamais, aucun, aucune, sans, nunca,
    jamás, ningún, ninguna, sin, não, nenhum, nenhuma, sem, mai, nessun, nessuna, senza, niet, geen, nooit, zonder, inte, ej,
    aldrig, ingen, inga, inget, utan, ikke, intet, aldri, uden, uten, ei, nigdy, bez, brak, ne, nikdy, nem, soha, nincs, nu,
    niciodată, fără, değil, hiç, не, никогда, без, нет
"""))  # fmt: skip
"""Words that deny the word behind them."""

TITLES: dict[str, frozenset[str]] = {
    **{kind: frozenset(fold_titles(titles)) for kind, titles in _TITLES.items()},
    "engaged": ENGAGED,
    "denied": NEGATIONS,
}
"""Words of a title that say what yes and no below it mean."""

OTHER_TITLES: frozenset[str] = frozenset(fold_titles("""
    job, employment, employed, contract, contracted, role, seniority, department, deal, deals, opportunity,
    opportunities, tasks, tickets,
    cases, orders, pattern, availability, visa, relocation,
    anstellung, anstellungsart, vertrag, vertragsart, beschäftigung, contrat, contrato, contratto, dienstverband
"""))  # fmt: skip
"""Words of a title whose cells are not about mail: of a job that is `permanent`, a deal that is `dead`."""

ADDRESS_STEMS: tuple[str, ...] = tuple(
    fold_titles(
        "bounc, cleaned, returnedmail, returnedemail, undeliver, nondeliver, notdeliver, invalid, badmail, bademail,"
        " emailnot, mailboxnot, rejectedemail, baddomain, unzustell,"
        " nichtzustell, nichtzugestell, ungültig, rebond, nondistribu, nondélivr, nonlivr, rebot, noentreg, novalid, nonconsegn,"
        " nonrecapit, rimbalz, nonvalid, nãoentreg, onbestel, nietbezorg, ongeldig, studs, ogiltig, ejlever, ugyldig,"
        " ikkelever, palautu,"
        " virheelli, odbit, niedostarcz, nieprawidł, nedoruč, neplatn, visszapatt, érvénytel, kézbesíthetet, nelivrat, geçersiz,"
        " недостав, недействит, 退信, 无效, 不達, 無効, バウンス"
    )
)
"""Letters of what is said of an address alone; a lead, too, may be dead, failed or rejected."""

ADDRESS_TITLES: frozenset[str] = frozenset(fold_titles("""
    address, to, delivered to, recipient, recipients, final recipient, original recipient, rcpt, rcpt to,
    email1 address, to address,
    recipient address, sent to, addressee, mailto, to email, envelope to, contact, user,
    empfänger, empfängeradresse, adresse, an, destinataire, adresse du destinataire, à, destinatario, dirección, para,
    indirizzo, a, destinatário, endereço, ontvanger, adres, aan, mottagare, adress, till, modtager, til, mottaker,
    vastaanottaja, osoite, odbiorca, adres odbiorcy, příjemce, adresa, adresát, címzett, cím, destinatar, adresă, alıcı,
    kime, получатель, адрес, кому, 收件人, 收件地址, 地址, 受信者, 宛先, アドレス, 送信先
"""))  # fmt: skip
"""Titles that reports give to the addresses that mail went to."""

ADDRESS_KEYS: frozenset[str] = frozenset(
    "email emailaddress recipient recipients rcptto rcpt address to toemail emailto bouncedrecipient recipientemail"
    " finalrecipient originalrecipient rcptaddr".split()
)
"""Keys of mail services' JSON, folded, under which an address that mail went to stands."""

STATUS_KEYS: frozenset[str] = frozenset(
    "event metric failuremessage bounceclassification type eventtype notificationtype recordtype bouncetype"
    " bouncesubtype subtype action status statuscode state severity code errorcode error errorrelatedto reason"
    " rawreason"
    " response smtpresponse diagnosticcode diag diagnostic smtpcode hardbounce hardbounced bounced delivered"
    " description details result outcome eventname bouncecategory category kind bouncedescription"
    " bouncereason smtpreply enhancedstatus enhancedstatuscode dsn deliverystatus message blocked failuretype"
    " eventtypename typecode".split()
)
"""Keys, folded, under which it stands what became of mail."""

OUTER_KEYS: frozenset[str] = frozenset(
    "mail emailinfo headers message commonheaders envelope tags useragent from sender source uservariables metadata"
    " storage campaigns attachments geolocation clientinfo customargs destination".split()
)
"""Keys, folded, of objects about the message or its sender, whose addresses are no recipients'."""
