"""What cells of lists hold in place of a value, by language: nothing, a program's empty value, a way of working that is no employer.

Compared folded (`data.columns.fold_title`): `N/A` is `na`. Collected from the exports of the programs that `data.columns`
names, and from the forms and profiles in which people write that they have none.
"""

from guessmail.data.columns import fold_titles

__all__ = [
    "LOCKED",
    "NAME_PLACEHOLDERS",
    "NO_COMPANY",
    "NO_COMPANY_STARTS",
    "NO_DOMAINS",
    "PLACEHOLDERS",
    "SHORT_PLACEHOLDERS",
]

PLACEHOLDERS: frozenset[str] = frozenset(fold_titles("""
    n/a, na, none, null, nil, nan, nul, undefined, unknown, unk, not found, not available, not applicable, not provided,
    not known, not specified, not set, not given, not listed, not disclosed, not unlocked,
    no data, no info, no information, no value, no website, no web site, no site, no domain, no email, no e-mail, no mail,
    no company, no url, no match, no result, no results, no record, none found, none listed, none given, nothing,
    nothing found,
    missing, empty, blank, void, tbd, tba, tbc, to be determined, to be confirmed, to be added, to do, todo, pending,
    unavailable, unlisted, undisclosed, unspecified, unassigned, hidden, private, redacted, confidential, locked,
    access email, request email, error, invalid, false, xxx, xxxx, no longer available, does not exist, does not have one,
    has none, no tiene, loading, see notes, click to reveal, reveal, upgrade to view, not verified, unverified, catch all,
    no company name, company name, domain name, website url, no name, noname,
    unbekannt, keine, kein, keiner, keines, keine angabe, keine angaben, nicht bekannt, nicht vorhanden, nicht verfügbar,
    nicht angegeben, nicht gefunden, nicht zutreffend, entfällt, leer, fehlt, offen, ohne, folgt, keine website,
    keine webseite, keine homepage, keine e-mail, keine firma, noch offen, ohne angabe, unbek, wird nachgereicht, nichts,
    inconnu, inconnue, aucun, aucune, néant, non disponible, non renseigné, non renseignée, non communiqué,
    non communiquée, non trouvé, non trouvée, non applicable, pas de site, pas de site web, pas d'email, à compléter,
    à définir, vide, sans objet, sans, rien, non connu, introuvable, non précisé, pas disponible, pas trouvé, indisponible,
    aucun site,
    desconocido, desconocida, ninguno, ninguna, no disponible, no aplica, no encontrado, no encontrada, no especificado,
    no consta, no indicado, no facilitado, sin datos, sin web, sin sitio web, sin página web, sin correo, sin email,
    sin empresa, sin dominio, por definir, pendiente, vacío, nada, no hay, se desconoce, sin información, no informado,
    sin especificar,
    sconosciuto, sconosciuta, nessuno, nessuna, non disponibile, non applicabile, non trovato, non trovata,
    non specificato, non indicato, non pervenuto, nessun sito, nessun dato, senza sito, senza email, da definire,
    da verificare, vuoto, assente, mancante, niente, non noto, non presente, nessuna email, dato mancante,
    desconhecido, desconhecida, nenhum, nenhuma, não disponível, indisponível, não aplicável, não encontrado,
    não encontrada, não informado, não informada, não consta, não tem, não há, sem site, sem email, sem e-mail, sem dados,
    sem informação, sem empresa, a definir, vazio, nada consta, não especificado, em branco, não se aplica, inexistente,
    não possui,
    onbekend, geen, niet beschikbaar, niet van toepassing, n.v.t., nvt, niet gevonden, niet bekend, niet opgegeven,
    geen website, geen e-mail, geen opgave, leeg, ontbreekt, nog onbekend, nog in te vullen, niets, geen gegevens,
    niet ingevuld,
    okänd, okänt, ingen, inget, inga, saknas, saknar, ej tillgänglig, ej tillgängligt, ej angivet, ej angiven, ej känt,
    ej känd, ej tillämpligt, ej funnen, hittades inte, ingen uppgift, uppgift saknas, ingen hemsida, ingen webbplats,
    finns ej, finns inte, tom, tomt, inte tillgänglig, okand, ej aktuellt,
    ukendt, ikke tilgængelig, ikke fundet, ikke oplyst, ikke angivet, ikke relevant, ingen hjemmeside, mangler, ikke kendt,
    ingen data, ingen oplysninger, tomt felt, ikke til stede, ikke kjent, ukjent, ikke tilgjengelig, ikke funnet,
    ikke oppgitt, ikke angitt, ingen nettside, ikke aktuelt, har ingen, har ikke, ingen hjemmesider, intet,
    tuntematon, ei tiedossa, ei ole, ei löydy, ei löytynyt, ei saatavilla, ei tietoa, puuttuu, tyhjä, ei mitään,
    ei kotisivuja, ei sähköpostia, ei sovellu, ei ilmoitettu, ei annettu, ei verkkosivua, ei verkkosivuja,
    nieznany, nieznana, nieznane, brak, brak danych, brak strony, brak www, brak emaila, brak informacji, nie dotyczy,
    nie znaleziono, niedostępny, niedostępne, niedostępna, nie podano, nie ma, puste, brak strony www, nieokreślony,
    do uzupełnienia, brak adresu, nie posiada,
    neznámý, neznámá, neznámé, neznámo, žádný, žádná, žádné, není, není k dispozici, nenalezeno, neuvedeno, nezjištěno,
    chybí, nedostupné, nemá, prázdné, bez webu, neuvedena, nezadáno, neznámý údaj, žiadny, neznámy, bez emailu,
    nelze zjistit, nevyplněno,
    ismeretlen, nincs, nincs adat, nem ismert, nem elérhető, nem található, nem alkalmazható, hiányzik, üres,
    nincs megadva, nincs honlap, nincs weboldal, nem tudni, nem közölt, nem adott meg, semmi, nincs információ,
    necunoscut, necunoscută, niciunul, niciuna, nu există, nu este disponibil, indisponibil, negăsit, nespecificat, lipsă,
    lipsește, nu are, fără, fără site, gol, nu se aplică, nu s-a găsit, nedisponibil, fără date, nu este cazul, neprecizat,
    bilinmiyor, bilinmeyen, yok, mevcut değil, bulunamadı, belirtilmemiş, belirsiz, boş, veri yok, uygulanamaz, bilgi yok,
    web sitesi yok, girilmemiş, hiçbiri, tanımsız, belli değil, yoktur, eksik,
    неизвестно, неизвестен, неизвестна, нет, нет данных, не указано, не указан, не указана, не найдено, не найден,
    отсутствует, недоступно, не определено, не применимо, пусто, нет сайта, нет почты, неизв, не задано, нет информации,
    прочерк, не имеется, невідомо, немає, не вказано, без сайта,
    未知, 不明, 无, 無, 没有, 暂无, 空, 不详, 未提供, 不可用, 未找到, 不适用, 未填写, 待定, 待补充, 无数据, 沒有, 暫無, 不詳, 未公开, 没有网站, 无网站, 未設定, なし, 無し, 不明, 未登録,
    未定, 非公開, 該当なし, 未入力, 未記入, 空欄, データなし, ありません, 情報なし, 見つかりません, 未確認, ない, 없음, 알 수 없음, 미상, không có, không rõ, άγνωστο, καμία,
    غير معروف, لا يوجد
"""))  # fmt: skip
"""Values of a domain, a site, a company or an address that say that there is none."""

SHORT_PLACEHOLDERS: frozenset[str] = frozenset(
    "n/a n.a. n.a n/d n.d. n.d s/d b/d i/r k.a. k.a n.c. n.c n.r. n.b. n/v н/д n/k n/t".split()
)
"""Short ones as they are written, in lower case: without their marks they are companies, too."""

NAME_PLACEHOLDERS: frozenset[str] = frozenset(
    "N/A n/a #N/A #N/D #NV NULL null (null) <null> [null] nan NaN <NA> <na> LNU FNU L.N.U. F.N.U. undefined #NAME? \\N".split()
)
"""What programs and offices write for a name that is not known, as they write it: `Null`, `Nan` and `None` are people's names."""

LOCKED: frozenset[str] = frozenset(
    "emailnotunlocked notunlocked locked unlock emaillocked hidden emailhidden masked redacted notavailable unavailable noemail"
    " emailnotfound notfound domainnotunlocked unlockemail emailnotavailable private upgrade".split()
)
"""Local parts, folded, that stand for one that must be paid for, or was not found."""

NO_DOMAINS: frozenset[str] = frozenset(
    "domain.com yourdomain.com mydomain.com email.com example.com company.com yourcompany.com domain.tld website.com".split()
)
"""Domains that such stand-ins are written at, and that say nothing."""

NO_COMPANY: frozenset[str] = frozenset(fold_titles("""
    self-employed, self employed, selfemployed, self, self-employment, own business, own company, my own business,
    my own company, independent, independent consultant, independent contractor, independent professional, freelance,
    freelancer, freelancing, free lance, contractor, consultant, consulting, sole trader, sole proprietor,
    sole proprietorship, solopreneur, entrepreneur,
    stealth, stealth mode, stealth startup, stealth start-up, stealth mode startup, stealth company, in stealth, startup,
    confidential company, confidential employer, undisclosed company, company confidential, private company, retired,
    happily retired, semi-retired, unemployed, not employed, between jobs, between roles, between positions, in transition,
    career break, career transition, sabbatical, on sabbatical, maternity leave, parental leave, gap year, open to work,
    opentowork, open to opportunities, open to new opportunities, looking, looking for work, looking for a job,
    looking for new opportunities, looking for opportunities, seeking new opportunities, seeking opportunities,
    seeking employment, job seeker, jobseeker, job seeking, available, currently unemployed, actively looking, homemaker,
    housewife, stay-at-home parent, student, volunteer, various clients, various companies, multiple companies,
    private practice, private client, private individual, myself, personal, individual, not working, no employer,
    no company yet, new venture, currently between jobs, self-employed / freelance, freelance / self-employed,
    independent / freelance, on career break, taking a break, exploring opportunities, exploring new opportunities,
    selbständig, selbstständig, selbstaendig, selbststaendig, selbständige, selbstständige, selbständiger, selbstständiger,
    freiberuflich, freiberufler, freiberuflerin, freischaffend, freelancerin, freier mitarbeiter, freie mitarbeiterin,
    freie mitarbeit, einzelunternehmer, einzelunternehmen, einzelunternehmerin, selbständigkeit, selbstständigkeit,
    arbeitslos, arbeitsuchend, arbeitssuchend, auf jobsuche, auf arbeitssuche, jobsuchend, rentner, rentnerin,
    im ruhestand, ruhestand, pensioniert, in rente, pensionär, elternzeit, privat, privatperson, privatier, student,
    studentin, hausfrau, derzeit auf jobsuche, in elternzeit, freiberufliche tätigkeit, selbständige tätigkeit,
    selbstständige tätigkeit, in ausbildung, sabbatjahr,
    indépendant, indépendante, à mon compte, à son compte, travailleur indépendant, travailleuse indépendante,
    profession libérale, auto-entrepreneur, autoentrepreneur, auto-entrepreneuse, micro-entrepreneur, microentrepreneur,
    micro-entreprise, entreprise individuelle, retraité, retraitée, à la retraite, sans emploi, en recherche d'emploi,
    en recherche, à la recherche d'un emploi, demandeur d'emploi, demandeuse d'emploi, chômage, au chômage, étudiant,
    étudiante, en reconversion, à l'écoute du marché, à l'écoute d'opportunités, en poste, particulier, libéral,
    en disponibilité, en transition, recherche d'emploi, congé parental, en congé parental, consultant indépendant,
    freelance indépendant,
    autónomo, autónoma, trabajador autónomo, trabajadora autónoma, por cuenta propia, trabajador por cuenta propia,
    cuenta propia, independiente, trabajador independiente, profesional independiente, autoempleo, autoempleado, jubilado,
    jubilada, desempleado, desempleada, en paro, en búsqueda de empleo, en búsqueda activa, en búsqueda activa de empleo,
    buscando trabajo, buscando empleo, en busca de empleo, sin empleo, sin trabajo, estudiante, particular, retirado,
    en transición, consultor independiente, freelance autónomo, emprendedor, búsqueda activa,
    libero professionista, libera professionista, lavoratore autonomo, lavoratrice autonoma, lavoro autonomo, autonomo,
    autonoma, in proprio, partita iva, p.iva, freelance, indipendente, ditta individuale, pensionato, pensionata,
    in pensione, disoccupato, disoccupata, in cerca di lavoro, in cerca di occupazione, in cerca di nuove opportunità,
    in cerca di impiego, alla ricerca di lavoro, studente, studentessa, privato, consulente indipendente,
    libera professione, inoccupato, in transizione,
    autônomo, autônoma, trabalhador autônomo, trabalhador independente, trabalhadora independente, profissional autônomo,
    profissional liberal, por conta própria, conta própria, trabalhador por conta própria, microempreendedor individual,
    empreendedor individual, aposentado, aposentada, reformado, reformada, desempregado, desempregada,
    à procura de emprego, em busca de emprego, em busca de recolocação, em busca de oportunidades, em transição,
    em transição de carreira, à procura de trabalho, buscando recolocação, em recolocação, estudante, particular,
    disponível no mercado, à procura de novas oportunidades, recolocação profissional, independente,
    zzp, zzp'er, zzper, zelfstandige, zelfstandig, zelfstandig ondernemer, zelfstandige zonder personeel, eenmanszaak,
    freelancer zzp, zelfstandig professional, gepensioneerd, met pensioen, pensioen, werkloos, werkzoekend, werkzoekende,
    op zoek naar werk, op zoek naar een baan, op zoek naar een nieuwe uitdaging, tussen twee banen, particulier, student,
    in between jobs, zonder werk, eigen bedrijf, huisvrouw, ondernemer,
    egenföretagare, egen företagare, egenanställd, eget företag, egen firma, enskild firma, frilans, frilansare, pensionär,
    pensionerad, arbetslös, arbetssökande, arbetssöker, söker jobb, söker arbete, söker nytt jobb, student, privatperson,
    privat, mellan jobb, sjukskriven, föräldraledig, sabbatsår, egen verksamhet, frilansande, i pension,
    selvstændig, selvstændig erhvervsdrivende, selvstændigt erhverv, egen virksomhed, eget firma, enkeltmandsvirksomhed,
    freelancer, pensionist, pensioneret, arbejdsløs, arbejdssøgende, jobsøgende, ledig, på jobjagt, efterløn, på barsel,
    søger nye udfordringer, søger job, mellem jobs, studerende, iværksætter,
    selvstendig, selvstendig næringsdrivende, enkeltpersonforetak, enkeltmannsforetak, frilans, frilanser, frilansar,
    pensjonist, pensjonert, arbeidsledig, arbeidssøkende, jobbsøker, jobbsøkende, søker jobb, eget selskap, egen bedrift,
    gründer, på jobbjakt, foreldrepermisjon, mellom jobber, ufør,
    yrittäjä, itsenäinen ammatinharjoittaja, ammatinharjoittaja, itsenäinen yrittäjä, yksityisyrittäjä, yksinyrittäjä,
    oma yritys, oma toiminimi, freelancer, eläkkeellä, eläkeläinen, työtön, työnhakija, työtön työnhakija, etsin töitä,
    etsii töitä, opiskelija, yksityishenkilö, vapaa, äitiysvapaalla, kevytyrittäjä, itsensä työllistäjä, työnhaussa,
    uutta työtä etsimässä,
    samozatrudnienie, samozatrudniony, samozatrudniona, własna działalność, działalność własna,
    własna działalność gospodarcza, działalność gospodarcza, jednoosobowa działalność gospodarcza, jdg, własna firma,
    wolny strzelec, freelancer, emeryt, emerytka, na emeryturze, emerytura, bezrobotny, bezrobotna, szukam pracy,
    w trakcie poszukiwania pracy, poszukuję pracy, poszukujący pracy, w poszukiwaniu pracy, student, studentka,
    osoba prywatna, niezależny konsultant, wolny zawód, urlop macierzyński,
    osvč, osoba samostatně výdělečně činná, živnostník, živnostnice, na volné noze, volná noha, freelancer,
    samostatná výdělečná činnost, vlastní firma, vlastní podnikání, podnikatel, podnikatelka, důchodce, důchodkyně,
    v důchodu, důchod, nezaměstnaný, nezaměstnaná, hledám práci, bez zaměstnání, uchazeč o zaměstnání, student, studentka,
    soukromá osoba, szčo, mateřská dovolená, na mateřské, hledám novou výzvu, živnost, samozamestnaný,
    egyéni vállalkozó, egyéni vállalkozás, vállalkozó, szabadúszó, önfoglalkoztató, saját vállalkozás, saját cég,
    nyugdíjas, nyugdíjban, munkanélküli, álláskereső, állást keresek, munkát keresek, munkakereső, diák, magánszemély,
    katás, gyes, gyeden, álláskeresés, önálló,
    liber profesionist, liber-profesionist, persoană fizică autorizată, întreprindere individuală, independent,
    pe cont propriu, freelancer, activitate independentă, pensionar, pensionară, la pensie, șomer, șomeră,
    în căutarea unui loc de muncă, în căutare de job, caut loc de muncă, student, studentă, persoană fizică, antreprenor,
    în căutarea unui job, fără loc de muncă, freelancing, propria afacere,
    serbest meslek, serbest çalışan, serbest, kendi işim, kendi şirketim, kendi işi, bağımsız, bağımsız danışman,
    bağımsız çalışan, şahıs şirketi, emekli, işsiz, iş arıyor, iş arayan, iş arıyorum, çalışmıyor, öğrenci,
    yeni fırsatlar arıyor, freelance çalışan, serbest danışman, kendi hesabına, girişimci, ev hanımı,
    serbest meslek sahibi,
    самозанятый, самозанятая, самозанятость, ип, индивидуальный предприниматель, фриланс, фрилансер,
    частный предприниматель, частная практика, предприниматель, собственный бизнес, свой бизнес, работаю на себя,
    независимый консультант, пенсионер, пенсионерка, на пенсии, безработный, безработная, в поиске работы, ищу работу,
    временно не работаю, не работаю, студент, студентка, частное лицо, физлицо, физическое лицо, в поиске, домохозяйка,
    в декрете, самозайнятий, фоп, не работает,
    自由职业, 自由职业者, 个体户, 个体, 自雇, 独立顾问, 个体经营, 自营, 自己创业, 创业中, 退休, 已退休, 待业, 无业, 求职中, 失业, 找工作, 学生, 个人, 自僱, 自由業, 自由工作者, 待業, 退休人员,
    离职, 创业者, 在职求职,
    個人事業主, フリーランス, 自営業, 自営, フリー, 独立, 無職, 求職中, 定年退職, 退職, 退職済み, 転職活動中, 就職活動中, 休職中, 学生, 個人, 主婦, 育休中, フリーランサー, 個人事業, 求職者, 離職中,
    프리랜서, 자영업, 무직, 은퇴
"""))  # fmt: skip
"""Ways of working, or of not working, that people write in place of an employer."""

NO_COMPANY_STARTS: tuple[str, ...] = tuple(fold_titles("""
    self employed, selfemployed, freelance, freelancer, looking for, seeking, open to work, open to new, stealth startup,
    stealth mode, stealth company, actively looking, actively seeking, currently looking, currently seeking, in search of,
    retired from,
    freiberuflich, selbständig, selbstständig, auf der suche nach, en recherche, à la recherche, en búsqueda, en busca de,
    buscando, in cerca di, alla ricerca di, em busca de, à procura de, op zoek naar, söker ny, jobbsøk, på udkig efter,
    på jakt etter, på jakt efter,
    etsin uutta, etsii uutta, szukam, w poszukiwaniu, hledám, în căutare, caut un, iş arı, ищу, в поиске, 求职, 転職活動, 就職活動
"""))  # fmt: skip
"""How longer phrases begin that say so."""
