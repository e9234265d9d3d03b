"""Lists as people have them: which columns count, what their cells say, and which say nothing."""

from pathlib import Path

import pytest

from input_cases import Case, check

CASES = {
    "columns: Name beside Surname": Case(
        {"p.csv": "Name,Surname,Website\nJane,Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=(",jane\\.doe@acme\\.com",),
    ),
    "columns: First Name beside Name": Case(
        {"p.csv": "First Name,Name,Website\nJane,Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=(",jane\\.doe@acme\\.com",),
    ),
    "columns: Navn beside Etternavn (no)": Case(
        {"p.csv": "Navn;Etternavn;Hjemmeside\nJane;Doe;www.acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=(";jane\\.doe@acme\\.com",),
    ),
    "columns: Nome beside Apelido (pt)": Case(
        {"p.csv": "Nome,Apelido,Página Web\nJane,Doe,http://acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Voornaam, Tussenvoegsel, Achternaam (nl)": Case(
        {"p.csv": "Voornaam;Tussenvoegsel;Achternaam;Website\nJan;van der;Berg;acme.com\n"},
        ('guess -i p.csv --no-mx -s "Piet de Vries <piet.devries@acme.com>"',),
        found=("jan\\.vanderberg@acme\\.com",),
    ),
    "columns: a Swedish site column": Case(
        {"p.csv": "Namn;Företag;Webbplats\nJane Doe;Zyxelfrob AB;https://acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("@acme\\.com",),
    ),
    "columns: a French site column": Case(
        {"p.csv": "Nom complet;Société;Site internet\nJane Doe;Zyxelfrob;https://www.acme.com/fr\n"},
        ("guess -i p.csv --no-mx",),
        found=("@acme\\.com",),
    ),
    "columns: an export with numbered organisations: the first is the present one": Case(
        {
            "p.csv": "id,full_name,organization_1,organization_website_1,organization_domain_1,organization_2,organization_domain_2\n1,Jane Doe,Widget Works,https://www.acme.com/,acme.com,Old Co,old.example\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("@acme\\.com",),
    ),
    "columns: CRM export with dotted groups": Case(
        {
            "p.csv": "Person - ID,Person - Name,Person - Organization,Person - Email - Work,Person - Email - Home\n1,Jane Doe,acme.com,,\n2,Bob Jones,acme.com,bjones@acme.com,\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("jdoe@acme\\.com",),
    ),
    "columns: two company columns and an e-mail column, all cells filled": Case(
        {
            "p.csv": "First Name,Last Name,Email,Company name,Associated Company\nJane,Doe,,acme.com,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: mail client's address book with Web Page 1": Case(
        {
            "p.csv": "First Name,Last Name,Display Name,Primary Email,Organization,Web Page 1,Web Page 2\nJane,Doe,Jane Doe,,Zyxelfrob Ltd,http://www.acme.com,\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: a header in Polish": Case(
        {"p.csv": "Imię;Nazwisko;Firma;Strona www\nJane;Doe;Zyxelfrob;acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: a header in Russian": Case(
        {"p.csv": "Имя;Фамилия;Компания;Сайт\nАнна;Иванова;Зикс;acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("anna\\.ivanova@acme\\.com",),
    ),
    "columns: Contact Person, Company": Case(
        {"p.csv": "Contact Person,Company,Website\nJane Doe,Acme,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: do-not-contact list with Name and Surname is honoured": Case(
        {"s.csv": "Name,Surname,Domain\nJane,Doe,acme.test\n"},
        ("suppress import s.csv", 'guess "Jane Doe" acme.test --no-mx'),
        lacking=("jane",),
        status=3,
    ),
    "columns: one domain for a list of names": Case(
        {"team.txt": "Jane Doe\nBob Jones\n"},
        ("guess -i team.txt acme.com --no-mx --format plain",),
        found=("jane\\.doe@acme\\.com", "bob\\.jones@acme\\.com"),
    ),
    "columns: Fornavn Navn da": Case(
        {"p.csv": "Fornavn;Navn;Virksomhed;Hjemmeside\nJane;Doe;Zyxelfrob;acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Etunimi Sukunimi Kotisivut": Case(
        {"p.csv": "Etunimi;Sukunimi;Yritys;Kotisivut\nJane;Doe;Zyxelfrob Oy;www.acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Hungarian": Case(
        {"p.csv": "Vezetéknév;Keresztnév;Cégnév;Weboldal\nDoe;Jane;Zyxelfrob Kft.;acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Romanian": Case(
        {"p.csv": "Nume,Prenume,Companie,Site web\nDoe,Jane,Zyxelfrob,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Turkish": Case(
        {"p.csv": "Ad,Soyad,Şirket,Web sitesi\nJane,Doe,Zyxelfrob,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Czech": Case(
        {"p.csv": "Jméno;Příjmení;Firma;Webové stránky\nJane;Doe;Zyxelfrob;acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Chinese": Case(
        {"p.csv": "姓,名,公司,网址\nDoe,Jane,Zyxelfrob,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Japanese": Case(
        {"p.csv": "氏名,会社名,ホームページ\nJane Doe,Zyxelfrob,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Italian with Nome Cognome Sito web": Case(
        {"p.csv": "Nome;Cognome;Azienda;Sito web\nJane;Doe;Zyxelfrob;acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Spanish two surnames": Case(
        {"p.csv": "Nombre,Primer apellido,Segundo apellido,Página web\nJane,Doe,Roe,acme.com\n"},
        ('guess -i p.csv --no-mx -s "Ana Garcia Lopez <ana.garcialopez@acme.com>"',),
        found=("jane\\.doe",),
    ),
    "columns: Name full beside First Name": Case(
        {"p.csv": "First Name,Name,Website\nJane,Jane Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=(",jane\\.doe@acme\\.com",),
    ),
    "columns: Salesforce relation": Case(
        {
            "p.csv": "Contact.FirstName,Contact.LastName,Account.Name,Account.Website\nJane,Doe,Zyxelfrob,http://www.acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Zoho": Case(
        {
            "p.csv": "Record Id,First Name,Last Name,Account Name,Email,Secondary Email,Website\n1,Jane,Doe,Zyxelfrob,,,www.acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Brackets": Case(
        {
            "p.csv": "First Name [Required],Last Name [Required],Email Address [Required],Domain\nJane,Doe,,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: two website columns": Case(
        {"p.csv": "Name,Website,Website 2\nJane Doe,,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: contradiction is counted": Case(
        {"p.csv": "Name,Domain,Website\nJane Doe,acme.com,https://widget.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
        said=("1 row",),
    ),
    "columns: a country that is none is counted": Case(
        {
            "p.csv": "Name,Domain,Country\nJane Doe,acme.com,Atlantis\nBob Jones,acme.com,Germany\nAnn Poe,acme.com,N/A\n"
        },
        ("guess -i p.csv --no-mx",),
        said=('1 row has a country that is not known, such as "Atlantis"',),
        status=0,
    ),
    "columns: countries that are none, beside companies": Case(
        {"p.csv": "Company,Country\nAcme,Atlantis\nWidget,Lemuria\n"},
        ("domain -i p.csv --no-mx",),
        said=('2 rows have a country that is not known, such as "Atlantis"',),
    ),
    "columns: countries are known by name, code and language": Case(
        {
            "p.csv": "Name,Domain,Country\nJane Doe,acme.com,DE\nBob Jones,acme.com,Allemagne\nAnn Poe,acme.com,\n"
        },
        ("guess -i p.csv --no-mx",),
        unsaid=("country",),
        status=0,
    ),
    "columns: who opted out is not guessed": Case(
        {
            "p.csv": "Name,Domain,Email Opt Out,Status,Subscribed\nJane Doe,acme.com,1,,\nBob Jones,acme.com,0,,no\n"
            "Ann Poe,acme.com,2026-05-04,,\nKim Roe,acme.com,,Unsubscribed,\nLou Fay,acme.com,perhaps,,\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane Doe,.*,suppressed: The list itself says that this person opted out of mail \\(column Email Opt Out\\)\\.",
            "^Bob Jones,.*@acme\\.com",
            "^Ann Poe,.*,suppressed",
            "^Kim Roe,.*,suppressed",
            "^Lou Fay,.*,suppressed",
        ),
        lacking=("(jane|ann|kim|lou).*@",),
        status=4,
    ),
    "columns: who opted out of a kind of mail is not guessed": Case(
        {
            "p.csv": "Name,Domain,Opted out of email: Marketing Information\nJane Doe,acme.com,Yes\nBob Jones,acme.com,No\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe,.*,suppressed", "^Bob Jones,.*@acme\\.com"),
    ),
    "columns: the only list in an object": Case(
        {
            "p.json": '{"total": 2, "data": {"people": [{"name": "Jane Doe", "domain": "acme.com"}, {"name": "Bob Jones", "domain": "acme.com"}]}}'
        },
        ("guess -i p.json --no-mx",),
        found=("jane\\.doe@acme\\.com", "bob\\.jones@acme\\.com"),
        status=0,
    ),
    "columns: objects within objects": Case(
        {
            "p.json": '[{"person": {"firstName": "Jane", "lastName": "Doe"}, "company": {"name": "Acme", "domain": "acme.com"}}]'
        },
        ("guess -i p.json --no-mx --format csv",),
        found=(
            "^person.firstName,person.lastName,company.name,company.domain,guess",
            "jane\\.doe@acme\\.com",
        ),
        status=0,
    ),
    "columns: an address that its row calls invalid is not guessed": Case(
        {
            "p.csv": "Name,Domain,Email,Email Status\nJane Doe,acme.test,jane.doe@acme.test,Bounced\nBob Jones,acme.test,bob.jones@acme.test,valid\nKim Roe,acme.test,,\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane Doe,.*,Bounced,jdoe@acme.test",
            "^Bob Jones,.*,valid,bob.jones@acme.test",
            "^Kim Roe,.*kim.roe@acme.test",
        ),
        status=0,
    ),
    "columns: an address that a state calls invalid, in any language, is not guessed": Case(
        {
            "p.csv": "First Name;Last Name;Domain;Email;Estado\nJane;Doe;acme.test;jane.doe@acme.test;Rebotado\nAnn;Poe;acme.test;ann.poe@acme.test;ungültig\n"
            "Lou;Fay;acme.test;lou.fay@acme.test;Non distribuable\nBob;Jones;acme.test;bob.jones@acme.test;Failed\nKim;Roe;acme.test;kim.roe@acme.test;Dead\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Bob;.*;bob.jones@acme.test;0", "^Kim;.*;kim.roe@acme.test;0"),
        lacking=(";(jane.doe|ann.poe|lou.fay)@acme.test;0",),
        status=0,
    ),
    "columns: consent that was withdrawn, and an application": Case(
        {
            "p.csv": "Name,Domain,GDPR consent,Einwilligung,Status\nJane Doe,acme.com,Withdrawn,,\nAnn Poe,acme.com,,entzogen,\nBob Jones,acme.com,Given,erteilt,Withdrawn\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane.*suppressed", "^Ann.*suppressed", "^Bob.*@acme.com,0"),
    ),
    "columns: a reason for unsubscribing": Case(
        {
            "p.csv": "Name,Domain,Unsubscribe reason,Grund der Abmeldung\nJane Doe,acme.com,No longer interested,\nAnn Poe,acme.com,,zu viele Mails\n"
            "Lou Fay,acme.com,n/a,\nBob Jones,acme.com,no,Still subscribed\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane.*suppressed", "^Ann.*suppressed", "^Lou.*@acme.com,0", "^Bob.*@acme.com,0"),
    ),
    "columns: words of opting out in columns about opting in, and complaints": Case(
        {
            "p.csv": "Name,Domain,Email Marketing Consent,Mass Mail Opt-Out,Marked email as spam\nJane Doe,acme.com,UNSUBSCRIBED,,\nAnn Poe,acme.com,,Yes,\n"
            "Lou Fay,acme.com,,,true\nBob Jones,acme.com,NEVER_SUBSCRIBED,No,false\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane.*suppressed", "^Ann.*suppressed", "^Lou.*suppressed", "^Bob.*@acme.com,0"),
    ),
    "cells: links of spreadsheets, pages and notes": Case(
        {
            "p.csv": 'Name,Website\nJane Doe,"=HYPERLINK(""https://acme.com"",""Acme"")"\nBob Jones,"<a href=""https://www.acme.com/"">Acme</a>"\n'
            "Kim Roe,[Acme](https://acme.com)\nAnn Poe,https://https://acme.com\nLou Fay,https//acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane .*jane.doe@acme.com",
            "^Bob .*@acme.com",
            "^Kim .*@acme.com",
            "^Ann .*@acme.com",
            "^Lou .*@acme.com",
        ),
        status=0,
    ),
    "cells: no domain is no profile page": Case(
        {"p.csv": "Name,Website\nJane Doe,n/a\n"},
        ("guess -i p.csv --no-mx",),
        found=("no_domain: The domain is missing",),
        lacking=("profile",),
        status=4,
    ),
    "opt-outs: a complaint about mail": Case(
        {
            "c.eml": "From: <abuse@isp.example>\nSubject: FW: Hello\nTo: <abuse@mine.example>\nMIME-Version: 1.0\n"
            'Content-Type: multipart/report; report-type=feedback-report; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSpam.\n'
            "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: <jane.doe@acme.test>\n\n"
            "--b\nContent-Type: message/rfc822\n\nFrom: <me@mine.example>\nTo: <jane.doe@acme.test>\nSubject: Hello\n\nText\n--b--\n"
        },
        ("suppress import c.eml", 'guess "Jane Doe" acme.test --no-mx'),
        said=("do-not-contact",),
        status=3,
    ),
    "opt-outs: events of mail services": Case(
        {
            "e.json": '{"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"jane.doe@acme.test"}]},"mail":{"source":"me@mine.example","destination":["bob.jones@acme.test"]}}\n'
            '{"event-data":{"event":"unsubscribed","recipient":"ann.poe@acme.test"}}\n{"event-data":{"event":"delivered","recipient":"bob.jones@acme.test"}}\n',
            "p.csv": "Name,Domain\nJane Doe,acme.test\nAnn Poe,acme.test\nBob Jones,acme.test\n",
        },
        ("suppress import e.json", "guess -i p.csv --no-mx"),
        found=("^Jane.*suppressed", "^Ann.*suppressed", "^Bob.*@acme.test,0"),
    ),
    "columns: a guessed domain may be meant": Case(
        {"p.csv": "Name,Company,Suggested Domain\nJane Doe,Acme,acme.test\n"},
        ("guess -i p.csv --no-mx --no-directory",),
        said=('The column "Suggested Domain" is not used',),
    ),
    "opt-outs: titles that are not known are no heading": Case(
        {"r.csv": "Remarks,Opt in\ncall jane.doe@acme.test,no\n"},
        ("suppress import r.csv", 'guess "Jane Doe" acme.test --no-mx'),
        said=("do-not-contact",),
        status=3,
    ),
    "opt-outs: a group called Robinson": Case(
        {"p.csv": "Name,Domain,Group\nAnn Robinson,acme.test,Robinson\nJane Doe,acme.test,Lista Robinson\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Ann.*@acme.test,0", "^Jane.*suppressed"),
    ),
    "lines: names whose parts stand below each other": Case(
        {"n.txt": "Jane    Doe\nBob     Jones\n"},
        ("guess -i n.txt acme.test --no-mx",),
        found=("^Jane    Doe,jane.doe@acme.test", "^Bob     Jones,bob.jones@acme.test"),
    ),
    "opt-outs: events in flat objects": Case(
        {
            "e.json": '{"email":"jane.doe@acme.test","event":"spamreport"}\n{"email":"bob.jones@acme.test","event":"bounce","type":"blocked"}\n'
            '{"email":"ann.poe@acme.test","event":"group_unsubscribe"}\n{"email":"kim.roe@acme.test","event":"delivered"}\n',
            "p.csv": "Name,Domain\nJane Doe,acme.test\nAnn Poe,acme.test\nBob Jones,acme.test\nKim Roe,acme.test\n",
        },
        ("suppress import e.json", "guess -i p.csv --no-mx"),
        found=("^Jane.*suppressed", "^Ann.*suppressed", "^Bob.*@acme.test,0", "^Kim.*@acme.test,0"),
    ),
    "opt-outs: an event that says nothing of opting out is named": Case(
        {"e.json": '{"event-data":{"event":"delivered","recipient":"bob.jones@acme.test"}}\n'},
        ("suppress import e.json",),
        said=("could not be read and suppress nobody: line 1",),
        status=1,
    ),
    "columns: who opted out, by a word of a title in any language": Case(
        {
            "p.csv": "Vorname;Nachname;Domain;Vom Erhalt aller E-Mails abgemeldet;E-Mail-Deaktivierung;Ne pas autoriser les e-mails;E-Mail zulassen;Tags\n"
            "Jane;Doe;acme.com;true;;;;\nAnn;Poe;acme.com;;1;;;\nLou;Fay;acme.com;;;Ne pas autoriser;;\nKim;Roe;acme.com;;;;Nicht zulassen;\n"
            "Pat;Lee;acme.com;;;;;DNC 2025\nBob;Jones;acme.com;;0;Autoriser;Zulassen;\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane.*suppressed",
            "^Ann.*suppressed",
            "^Lou.*suppressed",
            "^Kim.*suppressed",
            "^Pat.*suppressed",
            "^Bob.*@acme.com;0",
        ),
    ),
    "columns: who opted out, below titles of a kind of mail, of permissions and of the law": Case(
        {
            "p.csv": "Name;Domain;Newsletter;Email permission;GDPR;Stop email;May we contact you?\nJane Doe;acme.com;abgemeldet;;;;\nAnn Poe;acme.com;;denied;;;\n"
            "Lou Fay;acme.com;;;Deletion requested;;\nKim Roe;acme.com;;;;oui;\nPat Lee;acme.com;;;;;No\nBob Jones;acme.com;May news;granted;Yes;non;Yes\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane.*suppressed",
            "^Ann.*suppressed",
            "^Lou.*suppressed",
            "^Kim.*suppressed",
            "^Pat.*suppressed",
            "^Bob.*@acme.com;0",
        ),
    ),
    "columns: an opt-out of other ways than mail, and titles about opting out": Case(
        {
            "p.csv": "Name,Domain,SMS unsubscribed,Call Opted Out,Unsubscribe link\nJane Doe,acme.com,true,yes,https://mine.example/u/1\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane.*@acme.com,0",),
    ),
    "columns: objects within rows that say who opted out": Case(
        {
            "p.json": '[{"name": "Jane Doe", "domain": "acme.com", "preferences": {"email": {"unsubscribed": true}}}, {"name": "Bob Jones", "domain": "acme.com", "preferences": {"email": {"unsubscribed": false}}}]'
        },
        ("guess -i p.json --no-mx --format csv",),
        found=("^Jane.*suppressed", "^Bob.*@acme.com,0"),
    ),
    "columns: values of numbered columns, a director's parts of a name, an account's website": Case(
        {
            "p.csv": "Director First Name,Director Surname,E-Mail 1 – Wert,Account Name: Website\nJane,Doe,,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane,Doe.*jane.doe@acme.com,0",),
    ),
    "columns: who opted out, by longer titles and in words": Case(
        {
            "p.csv": "Voornaam;Achternaam;Domain;Uitgeschreven voor nieuwsbrief;Opposition au démarchage;GDPR status;Notes\nJane;Doe;acme.com;Ja;;;\nAnn;Poe;acme.com;;oui;;\n"
            "Lou;Fay;acme.com;;;Consent withdrawn;\nKim;Roe;acme.com;;;;asked not to be contacted\nBob;Jones;acme.com;Nee;non;Consent given;called in May\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane.*suppressed",
            "^Ann.*suppressed",
            "^Lou.*suppressed",
            "^Kim.*suppressed",
            "^Bob.*@acme.com;0",
        ),
    ),
    "opt-outs: a complaint that names nobody": Case(
        {
            "c.eml": "From: <abuse@isp.example>\nTo: <abuse@mine.example>\n\nFeedback-Type: abuse\nVersion: 1\n"
        },
        ("suppress import c.eml",),
        said=("a complaint that names nobody",),
        status=1,
    ),
    "columns: without an address is no opt-out": Case(
        {"p.csv": "Name,Domain,No Email\nJane Doe,acme.com,TRUE\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe,.*@acme\\.com",),
        status=0,
    ),
    "columns: lacks the domain": Case(
        {"p.csv": "Name,Phone\nJane Doe,123\n"}, ("guess -i p.csv --no-mx",), said=("(?i)domain",), status=2
    ),
    "columns: Vietnamese": Case(
        {"p.csv": "First Name,Last Name,Domain\nVăn An,Nguyễn,acme.com\n"},
        ('guess -i p.csv --no-mx -s "Trần Thị Hoa <hoa.tran@acme.com>"',),
        found=(",an\\.nguyen@",),
    ),
    "columns: names for a domain with jobs": Case(
        {"team.txt": "Doe, Jane\nBob Jones, CEO\n"},
        ("guess -i team.txt acme.com --no-mx --format plain",),
        found=("^jane\\.doe@acme\\.com", "^bob\\.jones@acme\\.com"),
    ),
    "columns: names with columns fills": Case(
        {"p.csv": "Name,Domain\nJane Doe,\nBob Jones,widget.com\n"},
        ("guess -i p.csv acme.com --no-mx",),
        found=("jane\\.doe@acme\\.com", "@widget\\.com"),
    ),
    "columns: json array": Case(
        {
            "p.json": '[{"name": "Jane Doe", "domain": "acme.com"},\n {"name": "Bob Jones", "domain": "acme.com"}]\n'
        },
        ("guess -i p.json --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: title above the header": Case(
        {"p.csv": "Contacts 2026\n\nName,Website\nJane Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: companies file with other titles": Case(
        {"c.csv": "Firma;Webseite\nZyxelfrob GmbH;www.acme.com\n"},
        ('guess "Jane Doe" "Zyxelfrob" --companies c.csv --no-mx',),
        found=("@acme\\.com",),
    ),
    "columns: check a column": Case(
        {"c.csv": "Firma;Webseite\nZyxelfrob GmbH;www.acme.com\n"},
        ("check -i c.csv --format plain --resolver RESOLVER --dns-timeout 1",),
        found=("^www\\.acme\\.com",),
    ),
    "columns: domain list": Case(
        {"c.csv": "Contact;Société\nJane;Zyxelfrob SARL\n"},
        ("domain -i c.csv --no-mx",),
        found=("zyxelfrob\\.",),
    ),
    "columns: German with title column and particles": Case(
        {"p.csv": "Anrede;Titel;Vorname;Name;Firma;Internet\nFrau;Dr.;Jane;Doe;Zyxelfrob;www.acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: Prefix with a title is no particle": Case(
        {"p.csv": "Prefix,First Name,Last Name,Domain\nDr.,Jane,Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: unused columns are named": Case(
        {"p.csv": "Name,Kundendomainname\nJane Doe,acme.com\n"},
        ("guess -i p.csv --no-mx --map company=2",),
        status=0,
    ),
    "columns: a given name alone with full cells": Case(
        {"p.csv": "Imię,Strona www\nJane Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: two email columns": Case(
        {"p.csv": "Name,Personal Email,Work Email\nJane Doe,jane@gmail.com,doej@acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("doej@acme\\.com.*known",),
    ),
    "columns: first given column filled, second empty": Case(
        {"p.csv": "First Name,Given Name,Last Name,Domain\n,Jane,Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: pretty json": Case(
        {"p.json": '[\n  {\n    "fullName": "Jane Doe",\n    "companyUrl": "https://www.acme.com"\n  }\n]\n'},
        ("guess -i p.json --no-mx --format csv",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns: who is to be left alone by a stage, a label, a tag or a program's own status": Case(
        {
            "p.csv": "Name,Domain,Stage,Person - Label,Tags,lemlistStatus\nJane Doe,acme.com,Do Not Contact,,,\nBob Jones,acme.com,Cold,Hot lead,python; remote,emailsSent\n"
            "Ann Poe,acme.com,,Do not contact,,\nKim Roe,acme.com,,,python; DNC,\nLou Fay,acme.com,,,,emailsUnsubscribed\nMax Moe,acme.com,,Subscriber,,\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane Doe,.*,suppressed",
            "^Bob Jones,.*@acme\\.com",
            "^Ann Poe,.*,suppressed",
            "^Kim Roe,.*,suppressed",
            "^Lou Fay,.*,suppressed",
            "^Max Moe,.*@acme\\.com",
        ),
        status=4,
    ),
    "columns: a merge's status says who unsubscribed and what bounced": Case(
        {
            "p.csv": "Name,Email Address,Merge status\nJane Doe,jane.doe@acme.test,BOUNCED\nBob Jones,bob.jones@acme.test,EMAIL_SENT\nKim Roe,kim.roe@acme.test,UNSUBSCRIBED\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Bob Jones,.*known", "^Kim Roe,.*,suppressed"),
        lacking=("^Jane Doe,.*known",),
    ),
    "columns: a dead or failed lead has its address": Case(
        {
            "p.csv": "Name,Email Address,Lead Status\nJane Doe,jane.doe@acme.test,Dead\nBob Jones,bob.jones@acme.test,Failed\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe,.*known", "^Bob Jones,.*known"),
    ),
    "columns: a stage says who is left alone, whatever the column of opt-outs says": Case(
        {
            "s.csv": "Email,Opted Out,Stage\njane.doe@acme.test,false,Do Not Contact\nbob.jones@acme.test,false,Cold\n"
        },
        ("suppress import s.csv", 'guess "Jane Doe" acme.test --no-mx'),
        status=3,
    ),
    "columns: a CRM's words for allowed and not allowed": Case(
        {
            "p.csv": "Name,Email,Do not allow Emails,Can be contacted\nJane Doe,jane.doe@acme.test,Do Not Allow,\nBob Jones,bob.jones@acme.test,Allow,Yes\nKim Roe,kim.roe@acme.test,Allow,No\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe,.*,suppressed", "^Bob Jones,.*known", "^Kim Roe,.*,suppressed"),
    ),
    "columns: the list beside other objects in an object": Case(
        {
            "s.json": '{"items":[{"address":"jane.doe@acme.test","tags":["*"]}],"paging":{"first":"https://api.example.com/"}}'
        },
        ("suppress import s.json", 'guess "Jane Doe" acme.test --no-mx'),
        status=3,
    ),
    "columns: cells to check that stand for nothing": Case(
        {"c.csv": "Firma;Domäne\nAcme;-\nDelta;keine\n"},
        ("check -i c.csv",),
        found=("^Acme;-;.*no_domain", "^Delta;keine;.*no_domain"),
        status=4,
    ),
    "columns: who is to be left alone by what a note says, or by a state of any title": Case(
        {
            "p.csv": "Name,Email,Estado de suscripción,Interne Bemerkung\nJane Doe,jane.doe@acme.test,Dado de baja,\nBob Jones,bob.jones@acme.test,Suscrito,ruft nicht mehr an\n"
            "Ann Poe,ann.poe@acme.test,,Bitte nicht mehr kontaktieren!\nKim Roe,kim.roe@acme.test,,hat sich abgemeldet am 3.5.2026\nLou Fay,lou.fay@acme.test,,asked us to take her off the list\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane Doe,.*,suppressed",
            "^Bob Jones,.*known",
            "^Ann Poe,.*,suppressed",
            "^Kim Roe,.*,suppressed",
            "^Lou Fay,.*,suppressed",
        ),
    ),
    "columns: notes and stages that ask nobody to be left alone": Case(
        {
            "p.csv": "Name,Email,Stage,Notes\nJane Doe,jane.doe@acme.test,No contact,never contacted\nBob Jones,bob.jones@acme.test,Withdrawn,removed from shortlist; no marketing budget\n"
            "Ann Poe,ann.poe@acme.test,Blocked,wurde noch nicht kontaktiert\nKim Roe,kim.roe@acme.test,Rejected,no email on LinkedIn\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe,.*known", "^Bob Jones,.*known", "^Ann Poe,.*known", "^Kim Roe,.*known"),
        status=0,
    ),
    "columns: suppress spanish": Case(
        {"s.csv": "Nombre;Apellidos;Dominio\nJane;Doe;acme.test\n"},
        ("suppress import s.csv", 'guess "Jane Doe" acme.test --no-mx'),
        status=3,
    ),
    "columns: suppress Dutch": Case(
        {"s.csv": "Voornaam;Tussenvoegsel;Achternaam;Domein\nJan;van der;Berg;acme.test\n"},
        ("suppress import s.csv", 'guess "Jan van der Berg" acme.test --no-mx'),
        status=3,
    ),
    "columns: suppress json": Case(
        {"s.json": '[{"email": "jane.doe@acme.test"}]\n'},
        ("suppress import s.json", 'guess "Jane Doe" acme.test --no-mx'),
        status=3,
    ),
    "placeholders: N/A as a website, another row has the company's": Case(
        {"p.csv": "name,company,website\nJane Doe,Acme,N/A\nBob Jones,Acme,\nAnn Lee,Acme,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe.*jane\\.doe@acme\\.com", "^Bob Jones.*@acme\\.com,0"),
    ),
    "placeholders: a dash as a domain, the website beside it": Case(
        {"p.csv": "name,domain,website\nJane Doe,-,https://acme.com\nBob Jones,null,https://acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe.*jane\\.doe@acme\\.com", "^Bob Jones.*bob\\.jones@acme\\.com"),
    ),
    "placeholders: Self-employed is no company that people share": Case(
        {
            "c.csv": "First Name,Last Name,Company,Email Address\nJane,Doe,Self-employed,jane@janedoe.test\nBob,Jones,Self-employed,\n"
        },
        ("guess -i c.csv --no-mx",),
        found=("^Bob.*(no_domain|unknown_company)",),
        lacking=("bob@janedoe",),
    ),
    "placeholders: Freelance, in German": Case(
        {
            "c.csv": "Vorname;Nachname;Firma;E-Mail\nJane;Doe;freiberuflich;jane@janedoe.test\nBob;Jones;Freiberuflich;\n"
        },
        ("guess -i c.csv --no-mx",),
        found=("^Bob.*(no_domain|unknown_company)",),
        lacking=("bob@janedoe",),
    ),
    "placeholders: a locked address of a lead service": Case(
        {
            "p.csv": "first_name,last_name,organization_name,website,email\nJane,Doe,Acme,acme.com,email_not_unlocked@domain.com\nBob,Jones,Acme,,\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane.*jane\\.doe@acme\\.com",),
        lacking=("@domain\\.com,0",),
    ),
    "placeholders: a masked address says only the domain": Case(
        {"p.csv": "name,domain,email\nJane Doe,,j***@acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
        lacking=("known",),
    ),
    "placeholders: spreadsheet errors are no names": Case(
        {"p.csv": "first name,last name,domain\nJane,#N/A,acme.com\nBob,#REF!,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        lacking=("jane\\.na@|bob\\.ref@",),
    ),
    "placeholders: LNU, FNU: last and first name unknown": Case(
        {"p.csv": "first name,last name,domain\nJane,LNU,acme.com\nFNU,Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        lacking=("lnu@|fnu",),
    ),
    "placeholders: a link shortener is no company's site": Case(
        {
            "p.csv": "name,website,company\nJane Doe,https://bit.ly/acme,Zyxelfrob Foo Ltd\nBob Jones,,Zyxelfrob Foo Ltd\n"
        },
        ("guess -i p.csv --no-mx",),
        lacking=("@bit\\.ly",),
    ),
    "placeholders: a site builder's host, a job board": Case(
        {
            "p.csv": "name,website\nJane Doe,https://acme.wixsite.com/home\nBob Jones,https://boards.greenhouse.io/acme\n"
        },
        ("guess -i p.csv --no-mx",),
        lacking=("@(acme\\.)?wixsite\\.com,|@(boards\\.)?greenhouse\\.io,",),
    ),
    "placeholders: german": Case(
        {"p.csv": "Name;Firma;Webseite\nJane Doe;Acme;k.A.\nBob Jones;Acme;keine\nAnn Lee;Acme;acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe.*jane\\.doe@acme\\.com", "^Bob Jones.*@acme\\.com;0"),
    ),
    "placeholders: french independent": Case(
        {
            "c.csv": "Prénom,Nom,Entreprise,Email\nJane,Doe,Indépendante,jane@janedoe.test\nBob,Jones,Indépendant,\n"
        },
        ("guess -i c.csv --no-mx",),
        found=("^Bob.*(no_domain|unknown_company)",),
        lacking=("bob@janedoe",),
    ),
    "placeholders: looking for": Case(
        {
            "c.csv": "First Name,Last Name,Company,Email Address\nJane,Doe,Looking for new opportunities,jane@janedoe.test\nBob,Jones,looking for new opportunities!,\n"
        },
        ("guess -i c.csv --no-mx",),
        lacking=("bob@janedoe",),
    ),
    "placeholders: Null is a name": Case(
        {"p.csv": "first name,last name,domain\nJane,Null,acme.com\nBob,Nan,acme.com\nAnn,NULL,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Jane,Null,.*null@acme", "^Bob,Nan,.*nan@acme"),
        lacking=("ann\\.null",),
    ),
    "placeholders: null and undefined are none": Case(
        {
            "p.csv": "first name,last name,domain\nnull,Doe,acme.com\nundefined,Doe,acme.com\nNaN,Doe,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^null,Doe,.*,doe@acme", "^undefined,Doe,.*,doe@acme", "^NaN,Doe,.*,doe@acme"),
    ),
    "placeholders: google form, play store, calendly": Case(
        {
            "p.csv": "name,website\nJane Doe,https://forms.gle/abc\nBob Jones,https://play.google.com/store/apps/details?id=x\nAnn Lee,https://calendly.com/ann\nKim Roe,https://acme.recruitee.com\nLou Moe,https://www.instagram.com/lou\nSam Poe,bit.ly\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("sam.*@bit\\.ly",),
        lacking=("@(forms\\.gle|play\\.google|calendly|acme\\.recruitee|instagram|www)",),
    ),
    "placeholders: invalid status": Case(
        {
            "p.csv": "name,domain,email,email status\nJane Doe,acme.test,doej@acme.test,invalid\nBob Jones,acme.test,jonesb@acme.test,valid\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("Bob.*known",),
        lacking=("Jane.*known",),
    ),
    "placeholders: domains": Case(
        {
            "p.csv": "name,domain,website\nJane Doe,not found,https://acme.com\nBob Jones,#REF!,https://acme.com\nKim Roe,inconnu,acme.com\nLou Moe,неизвестно,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(
            "^Jane Doe.*@acme\\.com,0",
            "^Bob Jones.*@acme\\.com,0",
            "^Kim Roe.*@acme\\.com,0",
            "^Lou Moe.*@acme\\.com,0",
        ),
    ),
    "placeholders: polish, own business": Case(
        {
            "c.csv": "Imię;Nazwisko;Firma;E-mail\nJane;Doe;Własna działalność;jane@janedoe.test\nBob;Jones;własna działalność gospodarcza;\n"
        },
        ("guess -i c.csv --no-mx",),
        lacking=("bob@janedoe",),
    ),
    "placeholders: stealth": Case(
        {
            "c.csv": "First Name,Last Name,Company,Email Address\nJane,Doe,Stealth Startup,jane@janedoe.test\nBob,Jones,Stealth startup (AI),\n"
        },
        ("guess -i c.csv --no-mx",),
        lacking=("bob@janedoe",),
    ),
    "placeholders: locked": Case(
        {
            "p.csv": "name,website,email\nJane Doe,acme.com,Locked\nBob Jones,acme.com,bob@**********.com\nKim Roe,acme.com,not_unlocked@acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane.*jane\\.doe@acme\\.com", "^Bob.*bob\\.jones@acme\\.com", "^Kim.*kim\\.roe@acme\\.com"),
        lacking=("known",),
    ),
    "cells: HTML entities in a name": Case(
        {"p.csv": "name,domain\nConor O&#39;Brien,acme.com\nRen&eacute; Dupont,acme.com\n"},
        ('guess -i p.csv --no-mx -s "Ann Lee <ann.lee@acme.com>"',),
        found=("conor\\.obrien@acme\\.com", "rene\\.dupont@acme\\.com"),
    ),
    "cells: two addresses in a cell": Case(
        {
            "p.csv": 'name,company,email\nJane Doe,Acme,"doej@acme.com, jane@gmail.com"\nBob Jones,Acme,jonesb@acme.com\n'
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe.*doej@acme\\.com.*known",),
    ),
    "cells: an address with its name, one with a remark": Case(
        {
            "p.csv": "name,company,email\nMax Moe,Acme,Max Moe <moem@acme.com>\nJane Doe,Acme,doej@acme.com (verified)\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Max Moe.*moem@acme\\.com.*known", "^Jane Doe.*doej@acme\\.com.*known"),
    ),
    "cells: trade marks in a company's name": Case(
        {"p.csv": "name,company\nJane Doe,Zyxelfrob™ Inc.\n"},
        ("guess -i p.csv --no-mx",),
        found=("@zyxelfrob\\.com",),
        lacking=("zyxelfrobtm",),
    ),
    "cells: N.A.": Case(
        {"p.csv": "name,company,website\nJane Doe,Bank of Zyxel,acme.com\nBob Jones,Bank of Zyxel N.A.,\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Bob.*@acme\\.com",),
    ),
    "cells: emoji in a company": Case(
        {"p.csv": "name,company,website\nJane Doe,🚀 Zyxelfrob,acme.com\nBob Jones,Zyxelfrob®,\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Bob.*@acme\\.com",),
    ),
    "cells: masked bullets": Case(
        {"p.csv": "name,email\nJane Doe,j•••@acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "cells: address with remark and company": Case(
        {"p.csv": "name,company,email\nJane Doe,Acme,doej@acme.com [work]; jane@gmail.com [home]\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Jane Doe.*doej@acme\\.com.*known",),
    ),
    "cells: ampersand in a company": Case(
        {"p.csv": "name,company,website\nJane Doe,Zyx &amp; Frob Ltd,acme.com\nBob Jones,Zyx & Frob,\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Bob.*@acme\\.com",),
    ),
    "cells: name with a nbsp entity": Case(
        {"p.csv": "name,domain\nJane&nbsp;Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "cells: website with tracking and several": Case(
        {
            "p.csv": 'name,website\nJane Doe,"www.acme.com, www.facebook.com/acme"\nBob Jones,"https://www.facebook.com/acme; https://acme.com/?utm_source=x"\n'
        },
        ("guess -i p.csv --no-mx",),
        found=("^Jane.*@acme\\.com", "^Bob.*@acme\\.com"),
    ),
    "columns: two headers, group row above titles": Case(
        {
            "p.csv": ",Contact,,Company,\nId,First Name,Last Name,Name,Website\n1,Jane,Doe,Zyxelfrob,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(",jane\\.doe@acme\\.com",),
    ),
    "columns: two headers, groups, Person and Organization": Case(
        {"p.csv": "Person,,Organization,\nFirst name,Last name,Name,Domain\nJane,Doe,Zyxelfrob,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=(",jane\\.doe@acme\\.com",),
    ),
    "columns: two headers, groups, German": Case(
        {
            "p.csv": "Kontakt;;;Firma;\nAnrede;Vorname;Nachname;Name;Webseite\nFrau;Jane;Doe;Zyxelfrob GmbH;acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=(";jane\\.doe@acme\\.com",),
    ),
    "columns: two headers, a second header repeated below": Case(
        {"p.csv": "First Name,Last Name,Website\nVorname,Nachname,Webseite\nJane,Doe,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=(",jane\\.doe@acme\\.com",),
    ),
    "columns: two headers, machine names below titles": Case(
        {"p.csv": "Name,Company,Website\nname,company,website\nJane Doe,Zyxelfrob,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=(",jane\\.doe@acme\\.com",),
    ),
    "columns: slack, guess -i": Case(
        {
            "s.csv": "username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,expiration-timestamp\njdoe,doej@acme.test,Member,1,0,0,U01,Jane Doe,jane,\nbjones,,Admin,1,0,0,U02,Bob Jones,bob,\n"
        },
        ("guess -i s.csv acme.test --no-mx",),
        found=("jonesb@acme\\.test",),
    ),
    "columns: two headers, a column without a title, a blank row below": Case(
        {"p.csv": "Name,,Website\n,,\nJane Doe,x,acme.com\n"},
        ("guess -i p.csv --no-mx",),
        found=("^Name,,Website,guess_email", ",jane\\.doe@acme\\.com"),
    ),
    "columns: two headers, the notice": Case(
        {
            "p.csv": ",Contact,,Company,\nId,First Name,Last Name,Name,Website\n1,Jane,Doe,Zyxelfrob,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        said=("Row 2 is taken as the header; row 1 could be one, too",),
    ),
    "columns: two headers, a repeated header": Case(
        {
            "p.csv": "Name,Website\nJane Doe,acme.com\n\nName,Website\nBob Jones,acme.com\nKim Roe,acme.com\nSam Poe,acme.com\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("^Name,Website,guess_email", ",jane\\.doe@acme\\.com", ",sam\\.poe@acme\\.com"),
    ),
    "columns: two headers, Zoom's participants, guessed": Case(
        {
            "p.csv": "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n81234567890,Selling,05/04/2026 09:00,05/04/2026 10:00,olga@host.test,60,2\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nJane Doe,,05/04/2026 09:00,05/04/2026 10:00,60,Yes\nBob Jones,jonesb@acme.test,05/04/2026 09:00,05/04/2026 10:00,60,Yes\n"
        },
        ("guess -i p.csv --no-mx",),
        found=("Bob Jones,jonesb@acme.test.*,jonesb@acme.test,.*known",),
    ),
    "columns of a web page: a list in HTML for guess": Case(
        {
            "p.xls": "<html><body><table><tr><td>Name</td><td>Website</td></tr><tr><td>Jane Doe</td><td>acme.com</td></tr></table></body></html>\n"
        },
        ("guess -i p.xls --no-mx",),
        said=("(?i)web page",),
        status=1,
    ),
    "columns apart by spaces: a list to guess for": Case(
        {
            "t.txt": "Name            Company        Website\nJane Doe        Zyxelfrob      acme.com\nBob Jones       Zyxelfrob      acme.com\n"
        },
        ("guess -i t.txt --no-mx",),
        said=("(?i)spaces",),
    ),
    "columns apart by spaces: names and a domain": Case(
        {
            "t.txt": "Name            Company        Position\nJane Doe        Zyxelfrob      Painter\nBob Jones       Zyxelfrob      Coach\n"
        },
        ("guess -i t.txt acme.com --no-mx",),
        said=("(?i)spaces",),
    ),
    "columns apart by spaces: outcome": Case(
        {
            "t.txt": "E-mail               Status\ndoej@acme.test       bounced\njonesb@acme.test     delivered\n"
        },
        ("outcome bounced t.txt", "store export"),
        found=('"local": "doej"',),
        lacking=('"local": "jonesb"',),
    ),
    "columns apart by spaces: suppress": Case(
        {
            "t.txt": "Name            E-mail            Unsubscribed\nJane Doe        doej@acme.test    yes\nBob Jones       jonesb@acme.test  no\n"
        },
        ("suppress import t.txt",),
        said=("(?i)spaces",),
        status=2,
    ),
    "columns apart by spaces: suppress without a column of opt-outs": Case(
        {
            "t.txt": "Name            E-mail\nJane Doe        doej@acme.test\nBob Jones       jonesb@acme.test\n"
        },
        ("suppress import t.txt", 'guess "Bob Jones" acme.test --no-mx'),
        status=3,
    ),
    "columns apart by spaces: domain": Case(
        {"t.txt": "Company           City\nZyxelfrob Ltd     Berlin\n"},
        ("domain -i t.txt --no-mx",),
        said=("(?i)spaces",),
    ),
    "columns apart by spaces: check": Case(
        {"t.txt": "Domain          Owner\nacme.test       Jane Doe\n"},
        ("check -i t.txt",),
        said=("(?i)spaces",),
    ),
    "columns apart by spaces: names alone, typed with two blanks": Case(
        {"t.txt": "Jane  Doe\nBob  Jones\n"},
        ("guess -i t.txt acme.com --no-mx",),
        found=("jane\\.doe@acme\\.com",),
    ),
    "columns of a web page: a list of names is not a page": Case(
        {"p.html": "<html><body><table><tr><td>Jane Doe</td></tr></table></body></html>\n"},
        ("guess -i p.html acme.com --no-mx",),
        said=("web page",),
        status=1,
    ),
    "columns: two headers, groups of a list of companies": Case(
        {"p.csv": ",Company,,Contact\nId,Name,City,Name\n1,Zyxelfrob Ltd,Berlin,Jane Doe\n"},
        ("domain -i p.csv --no-mx",),
        found=("^Id,Name,City,Name,guess_domain", "^1,Zyxelfrob Ltd,.*zyxelfrob"),
    ),
    "opt-outs: rows whose cell leaves it open are counted, with their cells": Case(
        {
            "c.csv": "Name,Email,Email Opt Out\nJane Doe,doej@acme.test,yes\nKim Roe,roek@acme.test,\nAnn Roe,roea@acme.test,\nSam Poe,poes@acme.test,maybe\n"
        },
        ("suppress import c.csv",),
        found=("^8 added",),
        said=(r"^3 rows count as opt-outs though the column leaves it open: empty \(2\), 'maybe' \(1\)\.",),
    ),
    "opt-outs: nothing is left open by another column, or without one": Case(
        {
            "a.csv": "Name,Email,Opt Out,Status\nJane Doe,doej@acme.test,,unsubscribed\nBob Jones,jonesb@acme.test,,subscribed\n",
            "b.csv": "Name,Email,Notes\nKim Roe,roek@acme.test,hello\n",
        },
        ("suppress import a.csv", "suppress import b.csv"),
        found=("^2 added",),
        unsaid=("open",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_inputs(name: str, tmp_path: Path) -> None:
    check(CASES[name], tmp_path)
