"""What do-not-contact lists say beside the people in them, in the languages that lists come in.

Words are compared as `data.columns.fold_title` leaves them: letters and digits only, in lower case, without accents.
"""

import re

from guessmail.data.columns import fold_title

__all__ = [
    "ALLOWED",
    "AT",
    "COMPLAINTS",
    "CONSENTS",
    "DATE_WORDS",
    "KINDS_OF_MAIL",
    "LABELS",
    "NO",
    "NOTHING",
    "NOT_NAMES",
    "NOT_OF_MAIL",
    "OPTED_IN",
    "OPTED_OUT",
    "OUT_IN_TITLES",
    "PHRASES",
    "REASONS",
    "REMARKS",
    "SIGNS",
    "STATUSES",
    "TAGS",
    "TITLE_ENDS",
    "TITLE_STARTS",
    "UNCLEAR",
    "WITHDRAWN",
    "YES",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold_title, text.split()))


YES = _words("""
    true yes y t 1 10 on x checked wahr ja j vrai oui o verdadero si s verdadeiro sim vero waar sant sand tosi kylla
    prawda tak pravda ano igaz igen da adevărat doğru evet истина да так 是 はい 예
""")
NO = _words("""
    false no n f 0 00 off unchecked falsch nein faux non falso nao não niet nee onwaar falskt falsk nej nei epatosi ei
    falsz nie nepravda ne hamis nem nu fals yanlış hayır ложь нет ні 否 いいえ 아니요
""")
SIGNS = dict.fromkeys("✓✔☑✅", True) | dict.fromkeys("✗✘☐❌", False)
"""What a cell says, a sign as well; every other one is unclear."""

NOTHING = _words(
    "na none null nil nan unknown notfound notavailable noemail keine aucun ninguno nessuno geen"
)
"""Cells without letters and digits hold nothing either: `-`, `?`."""

_OUT = _words("""
    unsubscribed unsubscribe unsubscribes unsub donotprospect dontprospect donotpursue donottarget stopemail
    stopemails stopemailing stopmail refusemailing refusprospection listunsubscribe linkunsubscribe groupunsubscribe
    unsubscribing unsubscription isunsubscribed optout optedout optouts emailoptout emailoptedout hasoptedout hasoptedoutofemail
    marketingoptout unsubscribedfromallemail unsubscribedfromemail globalunsubscribe donotcontact donotemail donotmail
    donotsend dnc dne dnm nocontact nomail noemail blacklisted blacklist blocklisted blocklist blocked suppressed
    suppress suppression removed remove optedoutofemail optedoutofmarketing emailunsubscribed newsletterunsubscribed
    abgemeldet abmeldung abbestellt ausgetragen widerspruch widersprochen widerrufen werbesperre kontaktsperre
    keinekontaktaufnahme sperrvermerk gesperrt nichtkontaktieren keinewerbung desabonne desabonnement desinscrit
    desinscription nepascontacter nepasdemarcher nepasprospecter nepassolliciter opposition baja dadodebaja dardebaja
    uitschrijving afmelding avmelding avregistrering отписки desuscrito desuscripcion nocontactar bajas descadastrado descadastro descadastrar naocontatar donotallow
    donotallowemail donotallowemails donotallowbulkemail donotallowbulkemails donotallowmails donotbulkemail
    donotallowcontact notallowed contactnotallowed nichtzulassen nepasautoriser nopermitir donotcontactagain
    dontcontact dontemail dontmail donotdisturb dnd nevercontact neveremail emailsunsubscribed emailunsubscribe
    hasunsubscribed removeme erasure erasurerequest gdprerasure gdprdelete deletionrequest dataerasure
    righttobeforgotten forgetme nichtanschreiben nichtmehranschreiben nichtmehrkontaktieren werbewiderspruch
    emaildeaktivierung keinemailempfang noparticipacioncorreoelectronico refusemail refusdemail
    refusderecevoirdesemails rifiutoemail keinnewsletter keinenewsletter nepluscontacter plusdemail droitdopposition
    nomolestar noenviar listarobinson robinson nonscrivere nietmailen nietmeermailen disiscritto disiscrizione
    disiscriversi cancellato noncontattare afgemeld uitgeschreven nietcontacteren nietbenaderen avregistrerad
    avprenumererad kontaktaej avmeldt afmeldt kontaktikke peruutettu peruuttanut alaotayhteytta wypisany wypisano
    wypisz rezygnacja niekontaktowac odhlasen odhlaseno odhlaseny nekontaktovat leiratkozott leiratkozas nekeresd
    dezabonat nucontacta aboneliktencikti iletisimkurma отписан отписался отписка неконтактировать відписався 退订 退訂
    配信停止 수신거부
""")
OPTED_OUT = _OUT
"""Titles of columns whose cells say who is unsubscribed, and words that say so themselves."""

ALLOWED = _words("""
    contactallowed allowcontact allowedtocontact cancontact canbecontacted oktocontact okaytocontact maycontact
    maybecontacted maywecontact contactable contactpermitted emailallowed emailsallowed allowemail allowemails
    mailallowed canemail canbeemailed oktoemail oktomail kontakterlaubt kontaktaufnahmeerlaubt darfkontaktiertwerden
    emailerlaubt werbungerlaubt contactautorise contactoautorizado contactable contattoautorizzato contattabile
    magcontacteren farkontaktas maakontaktes kontaktowaćmożna
""")
"""Titles of columns below which no says that nobody is to write."""

NOT_OF_MAIL = _words(
    "sms mms text call calls phone telephone telefon telefono telefoon tel mobile whatsapp fax push letter letters"
    " brief link url uri"
)
"""Words of titles about other ways than mail to reach somebody, and about links by which people opt out."""

OPTED_IN = _words("""
    allow allowed granted zulassen autoriser permitir consentire toestaan tillåt tillad subscribed issubscribed
    subscriber subscribers activesubscribers stillsubscribed currentlysubscribed optin optedin emailoptin emailoptedin
    marketingoptin acceptsmarketing acceptsemailmarketing emailmarketingconsent abonniert angemeldet abonne inscrit
    suscrito inscrito iscritto ingeschreven aangemeld prenumererar abonnerer tilmeldt tilaaja zapisany prihlasen
    feliratkozott abonat подписан 订阅
""")
"""Titles of columns whose cells say the opposite, and words that say it themselves."""

COMPLAINTS = _words(
    "complained complaint spam spamcomplaint spamreport markedasspam markedemailasspam markedspam reportedspam"
    " reportedasspam beschwerde plainte queja reclamo"
)
"""Titles of columns that say of whom a complaint came, which is an opt-out as well; and words that say so."""

STATUSES = _words("""
    status emailstatus subscriptionstatus subscriberstatus subscription mailingstatus contactstatus marketingstatus
    optinstatus optoutstatus state statut estado stato situacao situation situacion situazione stav stan allapot tila
    durum статус 状态
""")
"""Titles of columns whose cells may say either in a word."""

KINDS_OF_MAIL = _words("""
    newsletter newsletters nieuwsbrief nyhetsbrev infolettre boletin mailing mailings marketing emailmarketing
    marketingemails marketingmails emailpreference emailpreferences communicationpreference communicationpreferences
    contactpreference contactpreferences
""")
"""Titles of columns about a kind of mail, below which a word may say that somebody does not want it."""

CONSENTS = _words("""
    consent consentstatus permission permissions emailpermission emailpermissions mailpermission legalbasis
    lawfulbasis privacy datenschutz werbeeinwilligung marketingeinwilligung newslettereinwilligung emaileinwilligung
    gdpr gdprstatus dsgvo rgpd rodo consentement consentimiento consenso consentimento einwilligung einverständnis
    zustimmung toestemming samtycke samtykke suostumus zgoda souhlas hozzájárulás consimțământ rıza açıkrıza согласие
    同意
""")
WITHDRAWN = _words("""
    erased erasure deleted deletion forgotten gelöscht löschung widerspruch supprimé supprimée effacement opposition
    oposición opposizione borrado borrada eliminado eliminada cancellazione withdrawn withdrew revoked objected
    objection refused declined denied zurückgezogen entzogen verweigert abgelehnt retiré retirée révoqué révoquée
    refusé refusée retirado retirada revocado revocada rechazado denegado revocato revocata ritirato negato revogado
    revogada recusado negado ingetrokken geweigerd återkallat återkallad trukket trukkettilbage avslått peruutettu
    wycofana wycofano cofnięta cofnięto odvolán odvoláno visszavont visszavonva retras retrasă gerialındı отозвано 撤回
    撤回済み
""")
"""Titles of columns about a consent, and words below them that say that it was withdrawn; of a candidate they say something else."""

TAGS = _words("""
    stage contactstage leadstage prospectstage candidatestage dealstage lifecyclestage pipelinestage personstage
    leadstatus prospectstatus candidatestatus mergestatus liststatus campaignstatus personstatus intereststatus
    recordstatus lemliststatus laststate laststatus currentstatus callstatus overallstatus category leadcategory
    categories kategorie catégorie categoría categoria tag tags contacttags leadtags persontags candidatetags label
    labels personlabel leadlabel contactlabels personlabels list lists segment segments group groups reason
    archivereason rejectionreason lostreason disqualificationreason unqualifiedreason disposition calldisposition
    outcome result response replytype sentiment note notes comment comments remark remarks contactnotes internalnotes
    bemerkung bemerkungen notiz notizen kommentar kommentare hinweis hinweise grund schlagwort schlagworte
    schlagwörter etikett etiketten liste listen gruppe gruppen étape étiquette étiquettes remarque remarques
    commentaire commentaires motif raison groupe etapa etiqueta etiquetas nota notas observación observaciones
    comentario comentarios motivo grupo fase etichetta etichette osservazioni commento commenti lista liste gruppo
    observação observações comentário comentários opmerking opmerkingen notitie notities reden groep anteckning
    anteckningar kommentarer orsak etikett grupp bemærkning bemærkninger notater notat merknad årsag huomautus
    huomautukset uwagi komentarz notatka notatki etykieta etykiety tagi powód poznámka poznámky štítek štítky důvod
    megjegyzés címke címkék observații etichetă etichete açıklama notlar etiket etiketler комментарий комментарии
    примечание примечания заметки теги тег метки причина этап 备注 标签 备注信息 分组 阶段 原因 備考 メモ タグ ラベル 理由 비고 태그
""")
"""Titles of columns in which people write or tag, among other things, that somebody is to be left alone; they never say the opposite."""

PHRASES = re.compile(
    r"""(?ix) \b(?:do\s*n[o'’]?t|never) \s+ (?:ever\s+)? (?:contact|e-?mail|mail|write|message)\b
    | \bstop\s+(?:contacting|e-?mailing|mailing|writing|messaging)\b
    | \b(?:opt|opted|opting)[\s-]?out\b | \bunsubscrib\w*
    | \bno\s+(?:more|further)\s+(?:e-?mails?|mails?|marketing|newsletters?|contact)\b | \bleft\s+alone\b | \bdnc\b
    | \bnot\s+(?:want\s+)?to\s+be\s+(?:contacted|e-?mailed|approached|written)\b
    | \b(?:take|taken|remove|removed|delete|deleted)\s+(?:\w+\s+)?(?:off|from)\s+(?:(?:the|our|your|any|all|this|that|mailing|e-?mail|contact|distribution)\s+){0,3}
      (?:lists?|mailings?|database|newsletter)\b
    | \b(?:bitte\s+nicht|nicht\s+(?:mehr|wieder)|nie\s+(?:mehr|wieder))\s+(?:mehr\s+)?(?:kontaktieren|anschreiben|anmailen|beschicken)\b
    | \bkeine?n?\s+(?:weitere?n?\s+)?(?:werbung|werbemails?|newsletter|kontaktaufnahme)\b
    | \bkeine?n?\s+weitere?n?\s+(?:e-?mails?|mails?|anschreiben)\b
    | \b(?:abgemeldet|widersprochen|werbewiderspruch|kontaktsperre|werbesperre)\b
    | \bne\s+(?:plus|pas|jamais)\s+(?:\w+\s+)?(?:contacter|écrire|envoyer|solliciter|relancer)\b
    | \bplus\s+(?:de|d['’])\s*(?:mails?|e-?mails?)\b | \b(?:plus|pas)\s+de\s+(?:pub|publicité|newsletter)\b
    | \bdésinscri\w* | \bdésabonn\w*
    | \bno\s+(?:volver\s+a\s+)?(?:contactar|escribir|enviar|molestar)\b | \b(?:dado|dada|darse|dar)\s+de\s+baja\b
    | \bnon\s+(?:più\s+)?(?:contattare|scrivere|inviare|disturbare)\b | \bdisiscri\w*
    | \bnão\s+(?:contatar|contactar|enviar|escrever)\b | \bdescadastr\w*
    | \bniet\s+(?:meer\s+)?(?:contacteren|benaderen|mailen|aanschrijven)\b | \b(?:uitgeschreven|afgemeld)\b
    """
)
"""Words of a note that ask that somebody be left alone."""

UNCLEAR = _words("nocontact nomail noemail blocked removed remove opposition suppression robinson")
"""Words that say so in a column of opt-outs, and of a stage or as a tag may mean anything."""

OUT_IN_TITLES = OPTED_OUT - UNCLEAR - _words("baja bajas gesperrt cancellato blacklist blocklist suppress")
"""Words of longer titles below which yes says so: `Désabonné de tous les e-mails`; without those of what else may be over or barred."""

REASONS = _words("""
    reason reasons feedback comment comments why grund grunde motif raison motivo motivos razon motivazione causa reden
    orsak arsag arsak syy powod duvod indok motiv neden sebep причина 理由 原因
""")
"""Words of a title with a word for opting out, below which every text says so: `Unsubscribe reason`."""

TITLE_STARTS = """
    is has user users email emails mail mass bulk gdpr dsgvo rgpd rodo avg marketing global newsletter contact
    contacts person all from work home personal private business professional corporate company primary secondary
    second other alternate alternative additional weitere zweite subscriber customer member recipient their adresse
""".split()
TITLE_ENDS = """
    am at on seit date time datetime timestamp flag status email emails fromall from marketing newsletter yn address
    adresse value addresses privat geschaftlich work home personal private business other secondary secundario perso
    pro prive alternative datum le el voor vom von der des dem della dalla del au aux nieuwsbrief nieuwsbrieven
    newsletters infolettre boletin mailing mailings demarchage prospection you les des aller tous toutes
""".split()
"""What stands before and behind the word in a column's title that says what it holds: `Secondary Email`, `Unsubscribed At`."""

REMARKS = (
    _OUT | COMPLAINTS | _words("please bitte gdpr dsgvo rgpd stop stopp email mail list request requested")
)
"""Words beside an address that say why it is listed, and nothing else."""

LABELS = _words(
    "email mail emailaddress address adresse name to cc bcc from user contact kontakt person domain company mailto"
)
"""Words before an address that say what follows."""

NOT_NAMES = _words("""
    a an and any asked ask at bei by call called chez client complained customer de der die do email e-mail for from
    has he her him his in is it kein keine kunde lead letter list mail no nicht non not of off on or our par per phone
    please por post reply request said see she since spam sms team telefon telefonisch telephone tel that the their
    they this to us via von want wants was we with wrote you your
""")
"""Words of remarks, of which no name is made whatever their capitals."""

AT = frozenset("at bei chez from of von @ in".split())
"""Words between a person and a domain, as they are written."""

DATE_WORDS = _words("""
    jan january januar janvier januari enero gennaio janeiro jaen feb february februar fevrier februari febrero
    febbraio fevereiro mar march marz mars maart marzo marco maerz apr april avril abril aprile may mai mei mayo
    maggio maio jun june juni juin junio giugno junho jul july juli juillet julio luglio julho aug august aout
    augustus agosto augusti sep sept september septembre septiembre settembre setembro oct okt october oktober octobre
    octubre ottobre outubro nov november novembre noviembre novembro dec dez december dezember decembre diciembre
    dicembre dezembro mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday st nd rd th
    am pm utc gmt cet cest est edt pst pdt on since at seit um le el de il op den
""")
"""Words of a date or a time, which has a number too."""
