"""The titles that columns have in people's lists, in mail systems' reports and in the exports of programs.

They are those of LinkedIn, Sales Navigator tools, Apollo, Hunter, Lusha, RocketReach, HubSpot, Salesforce, Pipedrive, Zoho,
Dynamics, Google Contacts (both layouts), Outlook, Thunderbird, Exchange, Active Directory, Mailchimp, Brevo, SendGrid,
Amazon SES, Postmark, Mailgun, Eventbrite and phpList, and the plain words of twenty languages. A title is written as people
write it and compared by its letters and digits alone: `First Name`, `first_name` and `firstName` are one.
"""

import unicodedata

__all__ = [
    "COLUMN_KINDS", "COMPANY_GROUPS", "GUESSED", "HISTORY", "NOT_ALONE", "NO_MATTER", "OWNERS", "PERSON_GROUPS",
    "PLAIN_NAMES", "PRIVATE", "QUALIFIERS", "SAME_PERSON", "SHOWN_NAMES", "STEMS", "fold_title", "fold_titles",
    "written_titles",
]  # fmt: skip

_LETTERS = str.maketrans("łıøđæœ", "liodao")


def fold_title(title: str) -> str:
    """Return a title for comparison: its letters and digits, in lower case and without marks."""
    if title.isascii():
        return "".join(filter(str.isalnum, title[:200].lower()))
    letters = unicodedata.normalize("NFKD", title[:200].casefold()).translate(_LETTERS)
    return "".join(filter(str.isalnum, letters))


_TITLES: dict[str, str] = {
    "name": """
        name, full name, ticket full name, person name, contact name, contact full name, display name, person, contact,
        lead name, lead,
        user name original name, real name, profile real name, employee name, employee, worker, worker name,
        prospect name, prospect, candidate, candidate name,
        contact person, attendee, attendee name,
        participant, participant name, guest name, registrant, registrant name, member, buyer, buyer name, student,
        student name, user full name, customer full name, client contact, applicant, applicant name, trainer, volunteer,
        volunteer name, manager name, executive, executive name, owner name, founder, founder name, principal, influencer,
        partner name, agent, agent name, consultant name, teacher, staff name, staff member, colleague, trainee, expert,
        expert name, delegate, delegate name, member name, speaker,
        speaker name, recipient name, to name, cn, common name, file as, name full, your name, complete name,
        first and last name,
        first last, name of contact, contact person name, primary contact, primary contact name, main contact,
        person full name,
        decision maker, deal contact person, key contact, profile name, linkedin name, author, author name,
        subscriber name, invitee,
        invitee name,
        display name printable, e-mail display name, e-mail 1 display name, name first and last, names, customer contact,
        nom, nom complet, nom et prénom, nom prénom, prénom et nom, prénom nom, nom du contact, contact principal,
        interlocuteur,
        personne, personne de contact, nom affiché, participant(e), participants, nom de la personne, salarié,
        nome, nome completo, nome e cognome, cognome e nome, nominativo, nome contatto, contatto, referente,
        persona di contatto,
        partecipante, nome visualizzato, nome e sobrenome, nome do contato, nome do contacto, contato, contacto,
        pessoa de contato,
        pessoa de contacto, participante, nome de exibição, nome próprio e apelido, responsável, dipendente, pessoa,
        nombre, nombre completo, nombre y apellidos, nombre y apellido, apellidos y nombre, nombre del contacto,
        persona de contacto,
        persona, nombre para mostrar, asistente, empleado, interesado, responsable,
        vollständiger name, name und vorname, vorname und nachname, vor- und nachname, vor- und zuname, vorname und name,
        name vorname,
        vorname name, vorname nachname, nachname vorname, ansprechpartner, ansprechpartnerin, ansprechpartner/in,
        ansprechperson,
        kontakt, kontaktname, kontaktperson, anzeigename, teilnehmer, teilnehmerin, teilnehmer/in, teilnehmername,
        mitarbeiter,
        mitarbeiterin, name des ansprechpartners, name der person, bewerber, kandidat, gesprächspartner, empfänger name,
        gast, zuständig,
        naam, volledige naam, naam contactpersoon, contactpersoon, weergavenaam, deelnemer, medewerker, voor- en achternaam,
        voornaam en achternaam, contact naam, naam medewerker, aanspreekpunt,
        namn, fullständigt namn, för- och efternamn, kontaktnamn, visningsnamn, deltagare, medarbetare, anställd,
        förnamn och efternamn,
        navn, fulde navn, fullt navn, fuldt navn, for- og efternavn, for- og etternavn, fornavn og efternavn,
        fornavn og etternavn, kontaktnavn,
        kontaktpersonens navn, visningsnavn, vist navn, deltager, deltaker, medarbejder, ansatt, fullstendig navn,
        nimi, koko nimi, etu- ja sukunimi, yhteyshenkilö, yhteyshenkilön nimi, näyttönimi, osallistuja, työntekijä,
        etunimi sukunimi,
        sukunimi ja etunimi, henkilö,
        imię i nazwisko, nazwisko i imię, imię nazwisko, osoba kontaktowa, osoba do kontaktu, kontakt imię i nazwisko,
        nazwa wyświetlana, uczestnik, pracownik, osoba,
        imiona i nazwisko,
        jméno a příjmení, příjmení a jméno, celé jméno, kontaktní osoba, jméno příjmení, zobrazované jméno, účastník,
        zaměstnanec, osoba, jméno kontaktu,
        név, teljes név, kapcsolattartó, kapcsolattartó neve, megjelenített név, résztvevő, munkatárs, kontakt neve,
        munkavállaló,
        nume complet, nume și prenume, prenume și nume, nume prenume, persoană de contact, persoana de contact,
        nume afișat, participant, angajat, nume contact,
        ad soyad, adı soyadı, ad soyadı, isim soyisim, isim soyad, tam ad, tam adı, isim, ad ve soyad, yetkili,
        yetkili kişi, ilgili kişi, görünen ad, katılımcı, çalışan, kişi, irtibat kişisi,
        полное имя контакта, фио, ф.и.о., имя и фамилия, имя фамилия, фамилия имя, фамилия и имя, фамилия имя отчество,
        полное имя,
        контактное лицо, контакт,
        отображаемое имя, участник, сотрудник, имя контакта, представитель, клиент фио, піб, повне ім'я, контактна особа,
        姓名, 名字, 全名, 联系人, 聯絡人, 联系人姓名, 名称, 显示名称, 參加者, 参会人, 员工姓名, 员工, 客户姓名, 中文姓名,
        氏名, 名前, お名前, 担当者, 担当者名, ご担当者名, フルネーム, 表示名, 参加者, 参加者名, 社員名, 連絡先名, ローマ字氏名, 英語氏名,
        이름, 성명, 담당자, 담당자명, tên, họ và tên, họ tên, ονοματεπώνυμο, όνομα και επώνυμο, الاسم, الاسم الكامل, שם מלא
    """,
    "given": """
        first name, first, name first name, name given name, ticket first name, given name, given, forename, fname,
        contact first name, person first name, lead first name,
        first names,
        given names, forenames, christian name, preferred first name, preferred name, candidate first name,
        attendee first name,
        subscriber first name, firstname1, merge fname, f name, name first, legal first name, english first name,
        call name, goes by,
        vorname, vornamen, rufname, vorname ansprechpartner, vorname kontakt, vorname des ansprechpartners, kontakt vorname,
        prénom, prénoms, prénom du contact, prénom contact, prénom usuel, prénom de la personne,
        primer nombre, nombre de pila, nombres, nombre del asistente, nombre propio, primeiro nome, nome próprio,
        nomes próprios, prenome, nome de batismo, nome di battesimo,
        nome del contatto, nome referente,
        voornaam, voornamen, roepnaam, voornaam contactpersoon, voorletters,
        förnamn, tilltalsnamn, fornavn, fornavne, kontakt fornavn, etunimi, etunimet, kutsumanimi,
        imię pierwsze, imiona, pierwsze imię, křestní jméno, křestní, vlastné meno, meno, keresztnév, utónév, keresztneve,
        utóneve,
        prenume, prenumele, prénom usage, ime,
        birinci ad, ön ad, adınız, ilk ad, ilk adı, ilk isim,
        имя контактного лица, ім'я, личное имя, 名, 名（英文）, 名の, 下の名前, 名（漢字）, 名（ローマ字）, めい, givenname en, όνομα, שם פרטי,
        الاسم الأول
    """,
    "middle": """
        middle name, middle, middle names, additional name, second name, middle initial, mname, mi, other names,
        additional names, second given name,
        name middle, m.i., second forename,
        zweiter vorname, weitere vornamen, mittelname, 2. vorname, deuxième prénom, autres prénoms, second prénom,
        segundo nombre,
        nome do meio, segundo nome, secondo nome, middelste naam, tweede naam, tweede voornaam, mellannamn, mellomnavn,
        mellemnavn, mellemnavne,
        toinen nimi, toinen etunimi,
        drugie imię, druhé jméno, prostřední jméno, második keresztnév, második utónév, al doilea prenume, ikinci ad,
        ikinci isim, göbek adı,
        отчество, второе имя, по батькові, 中间名, ミドルネーム
    """,
    "infix": """
        infix, name infix, tussenvoegsel, tussenvoegsels, tussenv, tussenvoegsel achternaam, voorvoegsel, voorvoegsels,
        surname prefix, last name prefix, family name prefix,
        prefix last name, name prefix, prefix, particle, name particle, nobiliary particle, namensvorsatz, vorsatzwort,
        namenszusatz, adelsprädikat, adelstitel, particule,
        partikel, vorsatz, middle prefix, namnprefix, navneforstavelse, préfixe, prefisso, prefijo
    """,
    "family": """
        last name, last, name last name, name family name, ticket last name, family name, family, surname, lname,
        contact last name, person last name, lead last name,
        surnames, last names,
        candidate last name, attendee last name, attendee surname, subscriber last name, merge lname, l name, name last,
        legal last name, sn,
        english last name, surname name, familyname en,
        nachname, familienname, familiennamen, zuname, nachname ansprechpartner, kontakt nachname, nachname kontakt,
        nachname des ansprechpartners, hausname,
        nom de famille, nom patronymique, nom d'usage, patronyme, nom usuel, nom de naissance, nom du salarié,
        apellido, apellidos, primer apellido, apellido paterno, apellido 1, apellido1, apellidos del asistente,
        cognome, cognome referente, cognome del contatto, sobrenome, apelido, apelidos, último nome, nome de família,
        sobrenomes, ultimo nome,
        achternaam, familienaam, achternaam contactpersoon, geslachtsnaam, efternamn, släktnamn, etternavn, efternavn,
        slektsnavn, kontakt efternavn, kontakt etternavn, familienavn,
        sukunimi, sukunimet, nazwisko, nazwiska, nazwisko rodowe, příjmení, priezvisko, vezetéknév, családnév, családi név,
        vezetékneve, családi neve,
        nume de familie, numele de familie, nume familie, soyad, soyadı, soyisim, soyismi, soyadınız, aile adı, фамилия,
        прізвище, фамилия контактного лица,
        姓, 姓氏, 姓（英文）, 名字（姓）, 苗字, 名字の姓, 姓（漢字）, 姓（ローマ字）, 家族名, επώνυμο, prezime, priimek, שם משפחה, اسم العائلة, họ, 성
    """,
    "second": """
        second last name, second surname, 2nd surname, 2nd last name, second apellido, 2do apellido, 2º apellido,
        2 apellido, 2nd family name, second family name, segundo apellido, apellido materno, apellido 2, apellido2,
        maternal surname, maternal last name,
        mother's last name, last name 2, surname 2, materno, segundo sobrenome, sobrenome materno, apelido materno,
        segundo apelido, secondo cognome,
        deuxième nom de famille, zweiter nachname, 2. nachname
    """,
    "domain": """
        domain, domain name, company domain, company domain name, email domain, mail domain, mailing domain,
        organization domain,
        organisation domain, account domain, employer domain, primary domain, web domain, company email domain,
        current company domain, domains,
        company primary domain, company website domain, website domain, root domain, corporate domain, clean domain,
        normalized domain, business domain, current employer domain,
        associated company domain, corrected domain, lead domain, work domain, email domain name,
        domaine, nom de domaine, domaine de l'entreprise, domaine email, domaine web, domaine internet,
        domaine de messagerie, domaine société, domaine mail, domänennamen,
        dominio, dominio web, dominio empresa, dominio de la empresa, nombre de dominio, dominio de correo,
        dominio aziendale, nome dominio, dominio email, domínio, domínio da empresa, domínio de email, nome de domínio,
        domínio do e-mail,
        domäne, domain der firma, firmendomain, unternehmensdomain, mail-domain, e-mail-domain, maildomain, domainname,
        domeinnaam, domein, bedrijfsdomein, e-maildomein,
        domän, domännamn, företagsdomän, e-postdomän, domæne, domænenavn, domene, domenenavn, e-postdomene, verkkotunnus,
        toimialue, sähköpostin verkkotunnus, domena, nazwa domeny, domena firmy, domena e-mail,
        doména, název domény, doména firmy, e-mailová doména, domén, doménnév, tartomány, tartománynév, domeniu,
        nume domeniu, domeniul, domeniu web, domeniu companie, alan adı, alan adi, şirket alan adı, etki alanı, домен,
        доменное имя, домен компании, почтовый домен, 域名, 公司域名, 邮箱域名, ドメイン, ドメイン名, 会社ドメイン, メールドメイン, 도메인
    """,
    "website": """
        website, account name website, company website, company site, webpage, web page, company url, website url,
        company website url, homepage,
        home page, organization website,
        organisation website, account website, web, website value, company web url, site, company homepage,
        organization website url, organisation url, organization url,
        web site, website address, web address, company web address, company web, company webpage, current company website,
        employer website, business website, corporate website,
        corporate url, business url, company website address, company link, firm website, org website, website link,
        internet, internet address, account url, wwwhomepage, www, home page url, company domain url, primary website,
        main website, website (work),
        work website, web page address, company profile website, organization primary website, url company, website home,
        website work, business homepage, official website, official site,
        webseite, webseiten, internetseite, internetadresse, webadresse, website der firma, firmenwebsite, firmenwebseite,
        firmenhomepage, unternehmenswebsite, unternehmenswebseite, internetauftritt, webauftritt, webpräsenz,
        homepage der firma, web-adresse, url der firma, firmen-url, unternehmens-url, url des unternehmens,
        site web, site internet, site, siteweb, adresse web, adresse internet, adresse du site, url du site,
        site de l'entreprise, site web de l'entreprise, site internet de l'entreprise, page web, site société,
        lien du site, page d'accueil, site web entreprise, site de la société, url entreprise,
        sitio web, página web, página, web de la empresa, sitio, página de internet, sitio de internet, dirección web,
        web empresa, página web de la empresa, sitio web de la empresa, url de la empresa, página de inicio,
        web corporativa, pagina corporativa,
        sito web, sito, sito internet, sito aziendale, pagina web, indirizzo web, sito dell'azienda, sito web aziendale,
        url sito, indirizzo internet, sito della società, sito ufficiale,
        site da empresa, site oficial, endereço web, sítio web, sítio, sítio na internet, website da empresa,
        página da internet, página na internet, url da empresa, página inicial, site institucional,
        webpagina, webadres, website bedrijf, bedrijfswebsite, internetadres, website van het bedrijf, webstek,
        internetpagina, homepagina, bedrijfssite,
        webbplats, webbsida, hemsida, hemsideadress, webbadress, företagets webbplats, företagets hemsida, internetadress,
        webb, företagswebbplats,
        hjemmeside, hjemmesideadresse, websted, webside, netside, nettside, nettsted, hjemmesiden, webadresse,
        internettside, netsted, firmaets hjemmeside, bedriftens nettside, firmaets nettside, nettadresse, nettstedsadresse,
        virksomhedens hjemmeside,
        verkkosivu, verkkosivut, verkkosivusto, kotisivu, kotisivut, www-sivu, www-sivut, www-osoite, nettisivu,
        nettisivut, internet-sivut, verkko-osoite, yrityksen verkkosivut, yrityksen kotisivut, sivusto, internetosoite,
        yrityksen verkkosivusto,
        strona sieci web, strona www, strona internetowa, strona, www firmy, adres www, adres strony, witryna,
        witryna internetowa,
        strona firmowa, strona firmy, adres strony www, strona internetowa firmy, adres internetowy, strona domowa,
        web firmy, webová stránka, webové stránky, webovky, internetová stránka, internetové stránky, stránky, www stránky,
        webová adresa, stránky firmy, webová prezentace, domovská stránka, adresa webu, webstránka, webové sídlo,
        weboldal, honlap, weblap, webcím, webhely, internetcím, cég weboldala, cég honlapja, céges weboldal, céges honlap,
        internetes oldal, weboldal címe, honlapcím, vállalati honlap, vállalat weboldala,
        site-ul companiei, pagină web, pagina web, pagina de internet, adresă web, site companie, site firmă,
        website companie, sit web, pagină de internet, site-ul firmei, situl web,
        web sitesi, websitesi, web adresi, internet sitesi, internet adresi, şirket web sitesi, site adresi, web sayfası,
        şirket sitesi, firma web sitesi, kurumsal web sitesi, kurumsal site, ana sayfa, firma sitesi, internet sayfası,
        web sayfasi,
        сайт, веб-сайт, вебсайт, сайт компании, адрес сайта, веб-страница, интернет-сайт, веб-адрес, домашняя страница,
        сайт организации, корпоративный сайт, официальный сайт, страница в интернете, сайт фирмы, интернет-адрес,
        вебсторінка, сайт компанії,
        网站, 网址, 公司网站, 公司网址, 官网, 主页, 网页, 公司主页, 官方网站, 企业网站, 網站, 網址, 公司官网, 公司網站, 企业官网, 网站地址,
        ウェブサイト, サイト, ホームページ, url（会社）, 会社url, 会社サイト, 企業サイト, webサイト, 会社ホームページ, 会社hp, hp, ウェブ, コーポレートサイト, 企業url, 会社のウェブサイト,
        ウェブページ, webページ, サイトurl, 公式サイト, hp url, 홈페이지, 웹사이트, ιστοσελίδα, ιστότοπος, trang web
    """,
    # A bare `URL` is a person's profile as often as a company's site: trusted after what says "website".
    "url": "url, link, web url, lien, enlace, adresse url, länk, lenke, ссылка, 链接, リンク, hyperlink, bağlantı, odkaz, odnośnik",
    "email": """
        email, email address, mail, ticket email, work email, work email address, business email, business email address,
        professional email,
        email 1 value, contact email, contact email address, primary email, primary email address, company email,
        corporate email, email work, emails, e-mail addresses, email addresses,
        e-mail value, primary smtp address, windows email address, email id, email ids, person email, lead email,
        recipient email, recipient email address, attendee email, attendee email address, candidate email, user email,
        secondary email, secondary email address, alternate email, alternative email, other email, additional email,
        additional emails, second email, email 2, work emails, email work address, user principal name, upn, mail address,
        your email, customer email, email professional, direct email,
        verified email, valid email, best email, email found, found email, final email, personal work email,
        employee email, member email, subscriber email, email username, electronic mail, internet address email,
        smtp address, address email, guest email, invitee email, registrant email, reply to, contact mail,
        company email address, organization email, current work email, most probable email, most likely email,
        professional email address, work mail, email main, email main address, email business, e-mail 1 - value,
        any email, starry email, email home, home email, personal email, private email, personal email address,
        home email address, email other,
        email personal, private email address, personal emails,
        mailadresse, emailadresse, e-mail-adresse, e-mail-adressen, mail-adresse, e-mail geschäftlich,
        geschäftliche e-mail, geschäftliche e-mail-adresse, e-mail dienstlich, dienstliche e-mail,
        dienstliche e-mail-adresse, berufliche e-mail, berufliche e-mail-adresse, e-mail beruflich, e-mail (arbeit),
        e-mail arbeit, e-mail firma, elektronische post, e-mail-adresse geschäftlich, e-mail kontakt,
        e-mail ansprechpartner, kontakt-e-mail, e-mail privat, private e-mail, weitere e-mail, zweite e-mail,
        e-post-adresse, e-mail des ansprechpartners, e-mail-kontakt, e-mail-adresse privat,
        courriel, adresse email, adresse e-mail, adresse mail, adresse électronique, adresse de courriel,
        email professionnel, mail professionnel, courriel professionnel, e-mail pro, mail pro,
        adresse email professionnelle, adresse mail professionnelle, mél, adresse de messagerie, messagerie,
        adresse courriel, email pro, courrier électronique, email du contact, mail du contact,
        adresse e-mail professionnelle, mèl, mail perso, email perso, email personnel,
        correo, correo electrónico, correo electrónico principal, correo electrónico secundario, e-mail corporativo,
        correo corporativo, correo de trabajo, dirección de correo,
        dirección de correo electrónico, dirección de email, correo empresa, email de trabajo,
        correo electrónico de trabajo, correo electrónico corporativo, correo profesional, email profesional, correo e,
        mail corporativo, correo personal, dirección electrónica, correo-e,
        email primaria, email secondaria, indirizzo email, indirizzo e-mail, indirizzo mail, email aziendale,
        e-mail aziendale, mail aziendale,
        posta elettronica, indirizzo di posta elettronica, email di lavoro, email lavoro, email contatto,
        indirizzo email aziendale, indirizzo posta elettronica, mail di lavoro, email referente, email personale,
        endereço de correio eletrónico, endereço de correio eletrônico, endereço de email, endereço de e-mail,
        e-mail profissional, e-mail corporativo, e-mail comercial,
        e-mail de trabalho, correio eletrónico, correio eletrônico, e-mail do contato, e-mail do contacto,
        e-mail profissional, endereço eletrônico, endereço eletrónico, e-mail da empresa, email de contato,
        email de contacto, email pessoal, e-mail pessoal,
        e-mailadres, mailadres, zakelijk e-mailadres, zakelijke e-mail, e-mail zakelijk, werk e-mail, e-mail werk,
        e-mailadres werk, e-mailadres zakelijk, e-mail contactpersoon, zakelijk mailadres, emailadres contactpersoon,
        privé e-mail, werkmail,
        e-post, epost, e-postadress, e-postadresse, mejl, mejladress, mailadress, jobbmejl, arbetsmejl, e-post arbete,
        e-post (arbete), e-post jobb, epostadress, epostadresse, jobbmail, e-post arbeid, kontakt e-post, arbeidsmail,
        e-mejl, e-mailadresse, arbejdsmail, arbejds-e-mail, e-mail arbejde, elektronisk post, epostmottaker, jobb e-post,
        arbejdsmailadresse, firma-e-post,
        sähköposti, sähköpostiosoite, s-posti, työsähköposti, sähköposti työ, email osoite, sähköpostiosoitteet,
        työsähköpostiosoite, meiliosoite, meili,
        adres e-mail, adres email, e-mail służbowy, służbowy e-mail, poczta, poczta elektroniczna,
        adres poczty elektronicznej, adres e-mail służbowy, e-mail firmowy, mail służbowy, email kontaktowy, adres mailowy,
        mejl służbowy, email firmowy, adres poczty, adres pocztowy e-mail,
        e-mailová adresa, emailová adresa, pracovní e-mail, e-mail pracovní, firemní e-mail, elektronická pošta,
        adresa e-mailu, pracovní email, kontaktní e-mail, elektronická adresa, mejlová adresa, mailová adresa,
        e-mail firemní, soukromý e-mail,
        e-mail cím, email cím, e-mail címe, céges e-mail, céges e-mail cím, munkahelyi e-mail, munkahelyi e-mail cím,
        elektronikus levélcím, drótposta, ímél, e-mail-cím, elektronikus cím, üzleti e-mail, levélcím, villámposta,
        adresă de email, adresă email, adresă de e-mail, adresa de e-mail, adresa email, e-mail serviciu, email serviciu,
        email de serviciu, email firmă, poștă electronică, adresa de email, adresă e-mail, email companie,
        email profesional, adresa e-mail, e-mail de serviciu,
        e-posta, e-posta adresi, eposta, eposta adresi, iş e-postası, kurumsal e-posta, e-mail adresi, mail adresi,
        elektronik posta, iş e-posta, e-posta iş, şirket e-postası, kurumsal mail, iş maili, kurumsal e-posta adresi,
        elektronik posta adresi, iş e-posta adresi,
        электронная почта, почта, эл. почта, эл.почта, имейл, емейл, e-mail адрес, email адрес, адрес электронной почты,
        рабочая почта, рабочий e-mail, рабочий email, эл. адрес, электронный адрес, адрес эл. почты, корпоративная почта,
        емайл, мейл, рабочий e-mail адрес, корпоративный e-mail, личная почта, личный email, личный e-mail,
        електронна пошта, e-mail контактного лица,
        почтовый адрес электронный,
        邮箱, 电子邮箱, 电子邮件, 邮件, 邮箱地址, 电子邮件地址, 公司邮箱, 工作邮箱, 邮件地址, 電子郵件, 信箱, 企业邮箱, 电邮, 工作邮件, 联系邮箱, 電郵, 电子邮箱地址, 電子信箱,
        メール, メールアドレス, eメール, 電子メール, 会社メール, メアド, e-mailアドレス, 勤務先メール, 会社メールアドレス, 電子メールアドレス, 仕事用メール, eメールアドレス, 連絡先メール, 業務用メール,
        ビジネスメール, 이메일, 이메일 주소, địa chỉ email, ηλεκτρονικό ταχυδρομείο, البريد الإلكتروني, דואר אלקטרוני
    """,
    "company": """
        company, company name, ticket company name, which company do you work for, what company do you work for,
        where do you work, organization, organisation, organization name, organisation name, employer, employer name,
        account, companies, related company, deal organization, company name latin alphabet,
        account name, current company, current company name, associated company, current employer, firm, business,
        business name, workplace, firm name, org, org name, company / account, company/organization,
        company or organization, company organization,
        works at, working at, place of work, current organization, current organisation, company legal name, legal name,
        company normalized name, cleaned company name, normalized company name, primary company, primary company name,
        associated company name, corporation, institution, affiliation, client company, lead company, contact company,
        person company, parent account, present employer, company (current), latest company, job company name,
        company clean, enterprise, organization current, attendee company, company account, account name company,
        zugehöriges unternehmen, verknüpftes unternehmen, firma, unternehmen, firmenname, name der firma,
        name der organisation, nom de l'organisation, nombre de la organización,
        nome dell'organizzazione, naam van de organisatie, name des unternehmens, unternehmensname, arbeitgeber, betrieb,
        gesellschaft, organisation, firmenbezeichnung, aktueller arbeitgeber, unternehmensbezeichnung,
        firma / organisation, institution, einrichtung, kunde firma, firmierung, aktuelle firma, aktuelles unternehmen,
        unternehmen / organisation,
        entreprise associée, société associée, entreprise, société, nom de l'entreprise, nom de la société,
        nom entreprise, nom société, raison sociale,
        employeur, organisme, établissement, structure, compagnie, nom de l'organisation, entreprise actuelle,
        société / organisme, nom du compte, dénomination sociale, nom de l'employeur, employeur actuel,
        nom de l'établissement, boîte,
        empresa asociada, nombre de la cuenta, empresa, compañía, nombre de la empresa, nombre empresa, razón social,
        organización, empleador,
        nombre de la compañía, sociedad, compañia, lugar de trabajo, empresa actual, institución,
        nombre de la organización, entidad, nombre de cuenta,
        azienda associata, nome account, azienda, società, nome azienda, ragione sociale, nome società, ditta, impresa,
        datore di lavoro, organizzazione,
        nome dell'azienda, nome della società, denominazione, azienda attuale, nome impresa, ente, denominazione sociale,
        nome ditta,
        empresa associada, nome da conta, nome da empresa, razão social, companhia, organização, empregador, entidade,
        nome empresa, sociedade,
        empresa atual, nome fantasia, entidade patronal, firma atual, instituição, nome da organização, nome da companhia,
        gekoppeld bedrijf, accountnaam, bedrijf, bedrijfsnaam, onderneming, organisatie, werkgever, naam bedrijf,
        naam organisatie, organisatienaam,
        naam van het bedrijf, huidige werkgever, huidig bedrijf, instelling, naam werkgever, zaak, firmanaam,
        naam onderneming,
        associerat företag, kontonamn, företag, företagsnamn, bolag, bolagsnamn, arbetsgivare, företagets namn,
        nuvarande arbetsgivare, verksamhet,
        firmanamn, arbetsplats, nuvarande företag, organisationens namn,
        tilknyttet virksomhed, kontonavn, virksomhed, virksomhedsnavn, firmanavn, selskab, selskabsnavn, arbejdsgiver,
        bedrift, bedriftsnavn, selskap,
        selskapsnavn, arbeidsgiver, arbejdsplads, nuværende arbejdsgiver, foretak, foretaksnavn, virksomhet,
        virksomhetsnavn, navn på virksomhed, firmaets navn, navn på bedrift, nåværende arbeidsgiver, arbeidssted,
        organisasjon, organisasjonsnavn, organisationsnavn, arbeidsplass,
        yritys, yrityksen nimi, yhtiö, organisaatio, työnantaja, firman nimi, yhtiön nimi, toiminimi, yritysnimi,
        nykyinen työnantaja, organisaation nimi, työpaikka, yhteisö,
        nazwa firmy, przedsiębiorstwo, pracodawca, spółka, organizacja, nazwa przedsiębiorstwa, nazwa organizacji,
        nazwa spółki, zakład pracy, obecny pracodawca, instytucja, kontrahent, miejsce pracy, nazwa pracodawcy,
        společnost, název firmy, název společnosti, podnik, zaměstnavatel, organizace, jméno firmy, spoločnosť,
        obchodní firma, název organizace, současný zaměstnavatel, název zaměstnavatele, obchodní jméno, pracoviště,
        cég, cégnév, vállalat, cég neve, munkahely, szervezet, társaság, munkáltató, vállalat neve, vállalkozás,
        szervezet neve, cégneve, vállalkozás neve, munkáltató neve, munkaadó, intézmény,
        companie, firmă, denumire firmă, nume firmă, nume companie, societate, angajator, organizație, denumire companie,
        numele firmei, numele companiei, denumire societate, întreprindere, denumirea firmei, instituție, nume societate,
        loc de muncă,
        şirket, şirket adı, firma adı, kurum, kuruluş, işveren, şirket ismi, kurum adı, firma ismi, işyeri, iş yeri,
        şirket unvanı, firma unvanı, ünvanı, çalıştığı şirket, organizasyon, kuruluş adı, çalıştığı kurum, ticari unvan,
        mevcut şirket,
        компания, организация, предприятие, название компании, работодатель, фирма, наименование, наименование организации,
        место работы, название организации, наименование компании, учреждение, юрлицо, название фирмы, текущая компания,
        контрагент, юридическое лицо, компанія, підприємство, організація, назва компанії,
        公司, 公司名称, 企业, 单位, 企业名称, 公司名, 单位名称, 机构, 雇主, 公司名稱, 企業名稱, 工作单位, 所在公司, 客户名称, 组织, 当前公司, 公司全称, 任职公司, 就职公司,
        会社, 会社名, 企業, 企業名, 勤務先, 所属, 社名, 法人名, 組織, 貴社名, 御社名, 団体名, 所属会社, 所属先, 取引先名, 勤務先名, 組織名, 所属企業, 法人, 御社, 회사, 회사명, công ty,
        tên công ty, εταιρεία, الشركة, חברה
    """,
    "job": """
        title, job title, position, job, role, headline, occupation, job position, current title, current position,
        organization title, profession, person title, contact title, function, job function, work title, designation,
        job role, description title,
        berufsbezeichnung, funktion, stelle, position im unternehmen, jobtitel, beruf, tätigkeit, stellenbezeichnung,
        titre, poste, fonction, intitulé du poste, poste actuel, métier, puesto, cargo, puesto de trabajo, título,
        posición, ocupación,
        ruolo, qualifica, mansione, posizione, funzione, titolo, professione, função, posição, cargo atual, profissão,
        functie, functietitel, beroep, functieomschrijving, befattning, titel, roll, yrkestitel, stilling,
        stillingsbetegnelse, jobtitel, rolle, yrke, stillingstittel, tittel,
        tehtävä, titteli, asema, tehtävänimike, ammatti, ammattinimike, stanowisko, funkcja, pozice, funkce,
        pracovní pozice, pracovní zařazení, beosztás, munkakör, pozíció, funcție, post, poziție, ocupație, unvan, ünvan,
        pozisyon, görev, görevi, iş unvanı, meslek,
        должность, позиция, должность контактного лица, посада, профессия, роль, 职位, 职务, 岗位, 职称, 職位, 職稱, 役職, 職種, 肩書き, 肩書,
        役職名, 직책, 직위
    """,
    "status": """
        email status, invalid, invalid email, email invalid, undeliverable, ungültig, unzustellbar, qualification,
        email qualification, email validity, email valid, valid, is valid, validity, verification, verification status,
        email verification status, email verification, verified, is verified, email deliverability, deliverability,
        deliverable, email quality, verification result, validation status, validation result, validation,
        email validation, email state, zerobounce status, neverbounce status, bouncer status, mail status, status email,
        email check, email result, email health, bounced, bounce, bounce status, bounce type, email bounced, hard bounce,
        hard bounced, is bounced, has hard bounced, clean time, email bounced date, bounced date, bounce date,
        bounced at, bounce reason,
        email bounced reason, email hard bounce reason,
        delivered, delivery status, delivery state, email confidence status, status of email, contact email status,
        work email status, primary email status, address status, status e-mail, e-mail-status, statut email,
        statut de l'email, validité, e-mail gültig, gültig, gültigkeit, estado email, estado del correo, válido,
        stato email, valido, validità, status do email, geldig, e-mailstatus, giltig, gyldig, status e-maila, stav e-mailu,
        e-posta durumu, статус почты, статус email, 邮箱状态, メールステータス
    """,
    "country": """
        country, country name, country code, company country, company country name, company country code, organization country,
        organisation country, account country, billing country, mailing country, work country, business country,
        company hq country,
        hq country, headquarters country, nation, land, länder, firmenland, staat, länderkürzel, pays,
        pays de l'entreprise, code pays,
        país, país de la empresa, código de país, país da empresa, paese, nazione, paese azienda, land bedrijf,
        landcode, landskod,
        landkod, landekode, maa, maakoodi, kraj, kraj firmy, kod kraju, země, stát, krajina, ország, cég országa, țară,
        țara, ülke,
        ülke kodu, şirket ülkesi, страна, країна, 国家, 国, 國家, 国名, 所在国, 국가, 나라, quốc gia, χώρα, البلد, מדינה
    """,
    "state": """
        state, province, state/province, state or province, state/region, state / province, us state, state code, company state,
        company state/province, organization state, account state, billing state, billing state/province, mailing state,
        mailing state/province, hq state, province/state, province code, company province
    """,
    "phone": """
        company phone, company phone number, corporate phone, organization phone, account phone, business phone,
        business phone number,
        work phone, work phone number, work direct phone, office phone, direct phone, direct dial, hq phone, phone, phone number,
        telephone, telephone number, tel, tel., phone 1, phone 1 value, telefon, telefonnummer, telefon geschäftlich, rufnummer,
        durchwahl, téléphone, numéro de téléphone, tél, téléphone professionnel, teléfono, número de teléfono,
        teléfono de la empresa,
        telefone, telefone comercial, telefono, numero di telefono, telefono aziendale, telefoon, telefoonnummer, puhelin,
        puhelinnumero, numer telefonu, telefon służbowy, telefonní číslo, telefonszám, telefon serviciu, iş telefonu, телефон,
        номер телефона, рабочий телефон, 电话, 電話, 電話番号, 公司电话, 전화, 전화번호
    """,
    "unsubscribed": """
        unsubscribed, unsubscribe, opted out, opt out, opt-out, is unsubscribed, email opt out, has opted out of email,
        unsubscribed from all email, unsubscribed from all emails, do not contact, do not email, do not mail, donotemail,
        dnc, global unsubscribe, blacklisted, email blacklisted, blocklisted, suppressed, unsub, opted out of email,
        opt out of email, email optout, hasoptedoutofemail, marketing opt out, unsubscribed all, no email, no contact,
        blacklist, optedout, unsubscribe status, email unsubscribed, opt-out status, unsubscribed date, unsubscribe date,
        opt out date, unsubscribed at, unsubscribe time, unsub time, optout time,
        abgemeldet, abbestellt, widerruf, widerrufen, werbesperre, gesperrt, kontaktsperre, nicht kontaktieren,
        abgemeldet am, opt-out am, keine werbung, mailsperre, désabonné, désinscrit, désinscription, ne pas contacter,
        désabonnement, opposition, refus, désinscrit(e), désabonnés, liste rouge,
        baja, dado de baja, no contactar, cancelado, suscripción cancelada, darse de baja, desuscrito, fecha de baja,
        disiscritto, disiscrizione, non contattare, cancellato, disiscritti, descadastrado, cancelou, não contatar,
        não contactar, desinscrito, cancelamento, não enviar,
        afgemeld, uitgeschreven, niet contacteren, niet benaderen, uitschrijving, niet mailen, opgezegd, avregistrerad,
        avanmäld, kontakta ej, avregistrerat, kontakta inte, frameldt, afmeldt, ikke kontakt, må ikke kontaktes, avmeldt,
        ikke kontakt, reservert, kontakt ikke, peruutettu, peruttu, kielto, ei saa ottaa yhteyttä, markkinointikielto,
        peruuttanut, poistettu listalta,
        wypisany, rezygnacja, nie kontaktować, wypisani, wypis, sprzeciw, odhlášen, odhlášeno, nekontaktovat, odhlášený,
        odhlášení, odhlásil, leiratkozott, leiratkozás, ne keressük, tiltott, leiratkozva, dezabonat, dezabonare,
        nu contactați, a se dezabona, abonelikten çıktı, iletişim yok, abonelikten çıkmış, iletişime geçmeyin,
        abonelik iptali, отписан, отписался, отписка, не писать, не беспокоить, отказ, отписались, не контактировать,
        не связываться, 退订, 已退订, 取消订阅, 拒收, 已取消订阅, 勿联系, 配信停止, 解除, オプトアウト, 退会, 購読解除, 連絡不可, 登録解除, 配信拒否
    """,
}  # fmt: skip


def fold_titles(titles: str) -> list[str]:
    """Return titles that commas part, folded; the whole text at once, which is a tenth of the work."""
    letters = unicodedata.normalize("NFKD", titles.casefold()).translate(_LETTERS)
    plain = "".join([c for c in letters if c.isalnum() or c == ","])
    return [title for title in plain.split(",") if title]


COLUMN_KINDS: dict[str, str] = {}
"""From the folded title of a column to what it holds; the first kind that has a title keeps it."""
for _kind, _titles in _TITLES.items():
    for _title in fold_titles(_titles):
        COLUMN_KINDS.setdefault(_title, _kind)


_PLAIN = """
    name, nom, nome, nombre, naam, navn, namn, nimi, név, nume, jméno, meno, imię, ime, ad, adı, isim, имя, ім'я, 名, 名字,
    名前, 이름, tên, όνομα, names, numele, nazwa
"""

PLAIN_NAMES: frozenset[str] = frozenset(fold_titles(_PLAIN))
"""Titles of a name that is the family name beside a column of given names, and the given name beside one of family names."""

SHOWN_NAMES: frozenset[str] = frozenset(fold_titles("""
    display name, profile display name, e-mail display name, e-mail 1 display name, profile name, user name,
    screen name, nom affiché,
    nom d'affichage, nome visualizzato, nome de exibição, nombre para mostrar, anzeigename, weergavenaam, visningsnavn,
    visningsnamn,
    vist navn, näyttönimi, nazwa wyświetlana, zobrazované jméno, megjelenített név, nume afișat, görünen ad
"""))  # fmt: skip
"""Titles of a name that its owner may have chosen freely (`jane :)`, `The Boss`): a column of full names comes before it."""

SAME_PERSON: frozenset[str] = SHOWN_NAMES | frozenset(
    "legal preferred english nick call goes rufname usuel usage roepnaam tilltalsnamn kutsumanimi".split()
)
"""These, and words in titles, of another name of the row's person."""

for _title in PLAIN_NAMES:
    COLUMN_KINDS[_title] = "name"


def written_titles() -> frozenset[str]:
    """Return all titles as they are written, in lower case."""
    texts = (*_TITLES.values(), _PLAIN)
    return frozenset(title.strip() for titles in texts for title in titles.casefold().split(","))


PERSON_GROUPS: frozenset[str] = frozenset(fold_titles("""
    person, people, contact, contacts, lead, prospect, candidate, attendee, participant, employee, member, recipient,
    subscriber, guest, invitee, registrant, director, officer, attributes, properties, profile, delegate, merge,
    kontakt, ansprechpartner, ansprechpartnerin, teilnehmer, mitarbeiter, personne, interlocuteur, persona, contacto,
    contatto, referente, contato, pessoa, contactpersoon, deelnemer, medewerker, kontaktperson, deltagare, deltager,
    deltaker,
    yhteyshenkilö, henkilö, osoba, osoba kontaktowa, kontaktní osoba, kapcsolattartó, persoană, persoana, kişi, yetkili,
    контакт, контактное лицо, сотрудник, 联系人, 担当者
"""))  # fmt: skip
"""Words before a title that say that it is one of a person: `Person - Email`, `Contact.FirstName`."""

COMPANY_GROUPS: frozenset[str] = frozenset(fold_titles("""
    organization, organisation, org, company, account, employer, firm, business, current company, experience, job,
    companies, corporate, associated company, overview,
    společnosti, firmy, podniku, companiei, firmei, şirketin, firmanın, yrityksen, yhtiön, cég, cége, vállalat, компании,
    организации, фирмы, företagets, företag, virksomhedens, firmaets, bedriftens, entreprise, azienda, aziendale, bedrijfs,
    unternehmens, firmen, spółki, přidružená,
    firma, unternehmen, entreprise, société, empresa, azienda, società, bedrijf, organisatie, företag, virksomhed, firma,
    bedrift, selskap, yritys, organizacja, společnost, cég, companie, firmă, şirket, компания, организация, 公司, 会社
"""))  # fmt: skip
"""Words before a title that say that it is one of an organisation: `Organization - Name`, `Account.Website`."""

PRIVATE: frozenset[str] = frozenset(
    "home personal private privat prive perso personnel personal pessoal personale other secondary alternate alternative"
    " additional second weitere zweite domicile casa prywatny soukromy".split()
)
"""Words of a title that say that an address may be no company's: such columns come after the others of their kind."""

QUALIFIERS: frozenset[str] = PRIVATE | frozenset(
    "work business primary main professional current corporate company value address official geschaftlich beruflich dienstlich"
    " arbeit pro professionnel professionnelle trabajo profesional lavoro aziendale trabalho profissional zakelijk"
    " werk arbete jobb"
    " arbeid arbejde tyo sluzbowy firmowy pracovni firemni munkahelyi serviciu is kurumsal rabochii required optional default"
    " contact latest new current most recent recommended best sluzebni podnikovy lien url uri link c de la le el da"
    " do della dell del des du d l the of der die das von vom van het your dein ihre votre seu tu su i"
    " enter please bitte zb what whats s and billing dm wert valeur valor valore waarde varde vaerdi verdi wartosc"
    " hodnota arvo".split()
)
"""Words that may stand before or after a title without making it another one."""

OWNERS: dict[str, str] = {
    **dict.fromkeys(
        "owner manager buyer agent consultant recruiter partner trainer volunteer teacher author host organizer responsible responsable".split(),
        "role",
    ),
    **dict.fromkeys(
        "attendee invitee participant registrant guest ticket delegate teilnehmer teilnehmerin participante"
        " partecipante deelnemer deltagare"
        " deltager".split(),
        "guest",
    ),
}
"""Words of a title that say whose it is: of another person than the row's, or of a guest, whose address is none of the host's."""

GUESSED: frozenset[str] = frozenset(
    "guess guesses guessed guesswork predicted prediction inferred extrapolated extrapolation permuted permutation"
    " permutated hypothetical"
    " geraten geratene vermutet vermutete hergeleitet extrapoliert devine devinee suppose supposee extrapole extrapolee adivinado"
    " supuesto presunto extrapolado inferido indovinato presunta estrapolato dedotto adivinhado presumido gegokt"
    " geraden vermoedelijk"
    " gissad gissning gaettet gjettet arvattu odgadniety zgadniety uhodnuty предполагаемый угаданный推測 推测".split()
)
"""Words of a title or a status that say that a tool guessed the address."""

_MAYBE_GUESSED = "probable likely possible potential suggested generated estimated wahrscheinlich mogliche estime estimada estimado probabile provavel"
GUESSED_TITLES: frozenset[str] = GUESSED | frozenset(_MAYBE_GUESSED.split())
"""The words of a title; `likely` in a status says that mail would arrive."""

STEMS: dict[str, tuple[str, ...]] = {
    "domain": ("domain", "website", "websit", "webseit", "homepage", "mail", "dominio", "domaine", "epost", "courriel", "correo", "siteweb"),
    "family": ("lastname", "surname", "familyname", "nachname", "apellido", "cognome", "sobrenome", "achternaam", "efternamn"),
}  # fmt: skip
"""Letters in titles that are not known, by what such a column may hold."""

NOT_ALONE = frozenset({("first",), ("last",), ("middle",), ("given",), ("family",)})
"""Words that are a title of a name's part only if no other word was removed from the title: not in `Last Contact`."""

HISTORY = frozenset("domain company name given family middle infix".split())
"""Kinds whose second numbered column is about another person or company: an earlier employer, a second attendee."""

NO_MATTER: frozenset[str] = frozenset(
    "status type label count date time sent opened clicked source owner confidence linkedin facebook twitter xing"
    " phone count id score"
    " opt consent subject body template campaign list number sequence catch provider reason verified last contacted"
    " replied mailing"
    " street city zip postal country code box preferred bounce bounced unsubscribed host esp mx".split()
)
"""Words of titles that make a column say something else: `Email Status`, `Mailing Street`."""
