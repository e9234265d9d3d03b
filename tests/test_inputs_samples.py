"""Known addresses as mail programs and directories give them."""

from pathlib import Path

import pytest

from input_cases import Case, check
from program import run

CASES = {
    "samples: a text that starts with a bracket": Case(
        {
            "chat.txt": "[12.01.26, 10:00:01] Jane Doe: jane.doe@acme.test\n[12.01.26, 10:00:05] Bob Jones: bob.jones@acme.test\n"
        },
        ("learn chat.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "bob.jones".*"name": "Bob Jones"'),
    ),
    "samples: who opted out is not learned": Case(
        {
            "crm.csv": "Name,Email,Do not contact\nJane Doe,jane.doe@acme.test,yes\nBob Jones,bob.jones@acme.test,no\n"
        },
        ("learn crm.csv", "store export"),
        found=('"local": "bob.jones"',),
        lacking=("jane",),
    ),
    "samples: who opted out is counted": Case(
        {
            "crm.csv": "Name,Email,Do not contact\nJane Doe,jane.doe@acme.test,yes\nBob Jones,bob.jones@acme.test,no\n"
        },
        ("learn crm.csv",),
        found=("skipped: 1 person who opted out, as the list says",),
    ),
    "samples: authors who share a domain": Case(
        {"paper.txt": "Jane Doe, Bob Jones\n{jane.doe, bob.jones}@acme.test\n"},
        ("learn paper.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "bob.jones"'),
    ),
    "samples: a mail server's log names nobody": Case(
        {
            "maillog": "Jan 12 10:00:01 mx postfix/smtp[123]: ABC: to=<jane.doe@acme.test>, relay=mx.acme.test[192.0.2.1]:25, dsn=2.0.0\n"
        },
        ("learn maillog", "store export"),
        found=('"local": "jane.doe".*"name": ""',),
    ),
    "samples: Outlook's recipients, family name first": Case(
        {"to.txt": "Doe, Jane <doej@acme.test>; Jones, Bob <jonesb@acme.test>; Roe, Kim <roek@acme.test>\n"},
        ("learn to.txt", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: the same on the command line": Case(
        {},
        (
            'guess "Hans Meier" acme.test --no-mx -n 1 --format jsonl --sample "Anna Keller <anna.keller@acme.test>, Peter Frei <peter.frei@acme.test>"',
        ),
        found=("hans\\.meier@acme\\.test", '"samples": ?2'),
    ),
    "samples: learn takes the same": Case(
        {},
        ('learn "Anna Keller <anna.keller@acme.test>; Peter Frei <peter.frei@acme.test>"', "store export"),
        found=(
            '"local": "anna.keller".*"name": "Anna Keller"',
            '"local": "peter.frei".*"name": "Peter Frei"',
        ),
    ),
    "samples: an export whose first lines are no header": Case(
        {
            "Connections.csv": 'Notes:\n"When exporting your connection data, some addresses may be missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nJane,Doe,https://www.linkedin.com/in/jane-doe-0,doej@acme.test,Acme,Coach,04 May 2026\nBob,Jones,https://www.linkedin.com/in/bob-0,jonesb@acme.test,Acme,Painter,03 May 2026\n'
        },
        ("learn Connections.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: sep=; above the header": Case(
        {"k.csv": "sep=;\nName;E-Mail\nJane Doe;doej@acme.test\nBob Jones;jonesb@acme.test\n"},
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: a directory's DisplayName and PrimarySmtpAddress": Case(
        {
            "k.csv": "DisplayName,PrimarySmtpAddress\nBob Jones,jonesb@acme.test\nJane Doe,doej@acme.test\nPat Moe,moep@acme.test\n"
        },
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: Attendee, E-mail address": Case(
        {"k.csv": "Attendee,E-mail address\nBob Jones,jonesb@acme.test\nJane Doe,doej@acme.test\n"},
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: JSON Lines": Case(
        {
            "k.jsonl": '{"name": "Jane Doe", "email": "doej@acme.test"}\n{"name": "Bob Jones", "email": "jonesb@acme.test"}\n'
        },
        ("learn k.jsonl", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: quoted mail": Case(
        {"m.txt": "> From: Bob Jones <jonesb@acme.test>\n> To: Jane Doe <doej@acme.test>\n"},
        ("learn m.txt", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: an answer's head line in German": Case(
        {"m.txt": "Am Di., 4. Mai 2026 um 10:00 Uhr schrieb Bob Jones <jonesb@acme.test>:\n"},
        ("learn m.txt", "store export"),
        found=("Bob Jones",),
        lacking=("schrieb",),
    ),
    "samples: mailto list": Case(
        {"to.txt": "Jane Doe - doej@acme.test\nBob Jones - jonesb@acme.test\n"},
        ("learn to.txt", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: ldif": Case(
        {
            "d.ldif": "dn: uid=jdoe,ou=people,dc=acme\nobjectClass: person\ncn: Jane Doe\nmail: doej@acme.test\n\ndn: uid=bj,ou=people,dc=acme\ncn: Bob Jones\nmail: jonesb@acme.test\n"
        },
        ("learn d.ldif", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: french head": Case(
        {"m.txt": "Le mar. 4 mai 2026 à 10:00, Bob Jones <jonesb@acme.test> a écrit :\n"},
        ("learn m.txt", "store export"),
        found=('"name": "Bob Jones"',),
    ),
    "samples: unread names are counted": Case(
        {"m.txt": "山田太郎 <yamada@acme.test>\n"}, ("learn m.txt",), found=("(?i)name.* cannot be read",)
    ),
    "samples: samples option with workbook-like csv": Case(
        {
            "k.csv": "Liste der Kunden\nNachname;Vorname;E-Mail-Adresse (geschäftlich)\nDoe;Jane;doej@acme.test\nJones;Bob;jonesb@acme.test\n"
        },
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: json array": Case(
        {
            "k.json": '[{"fullName": "Jane Doe", "email": "doej@acme.test"}, {"fullName": "Bob Jones", "email": "jonesb@acme.test"}]\n'
        },
        ("learn k.json", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: commas between family names first": Case(
        {"to.txt": "Doe, Jane <doej@acme.test>, Jones, Bob <jonesb@acme.test>, Roe, Kim <roek@acme.test>\n"},
        ("learn to.txt", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: Spanish head": Case(
        {
            "m.txt": "El mar, 4 may 2026 a las 10:00, Bob Jones (<jonesb@acme.test>) escribió:\n> Hola\n> De: Doe, Jane <doej@acme.test>\n"
        },
        ("learn m.txt", "store export"),
        found=('"name": "Bob Jones"', '"name": "Doe, Jane"'),
    ),
    "samples: exchange csv": Case(
        {
            "k.csv": '"DisplayName","PrimarySmtpAddress","RecipientType"\n"Doe, Jane","doej@acme.test","UserMailbox"\n"Jones, Bob","jonesb@acme.test","UserMailbox"\n'
        },
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: AD export": Case(
        {
            "k.csv": "GivenName,Surname,Name,UserPrincipalName,mail\nJane,Doe,Jane Doe,u1@acme.local,doej@acme.test\nBob,Jones,Bob Jones,u2@acme.local,jonesb@acme.test\n"
        },
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: names after": Case(
        {"k.txt": "doej@acme.test - Jane Doe\njonesb@acme.test - Bob Jones\n"},
        ("learn k.txt", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: Eventbrite": Case(
        {
            "k.csv": "Order #,Order Date,First Name,Last Name,Email,Ticket Type,Attendee #\n1,2026,Jane,Doe,doej@acme.test,Free,1\n2,2026,Bob,Jones,jonesb@acme.test,Free,2\n"
        },
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: several semicolon without angles": Case(
        {},
        (
            'guess "Kim Roe" acme.test --no-mx -n 1 --format jsonl --sample "jonesb@acme.test (Bob Jones); doej@acme.test (Jane Doe)"',
        ),
        found=('"samples": ?2',),
    ),
    "samples: table with addresses as Name <address>": Case(
        {
            "k.csv": 'Contact,Company\n"Doe, Jane <doej@acme.test>",Acme\n"Jones, Bob <jonesb@acme.test>",Acme\n'
        },
        ("learn k.csv", "store export"),
        found=(
            '"local": "doej".*"name": "(?:Jane Doe|Doe, Jane)"',
            '"local": "jonesb".*"name": "(?:Bob Jones|Jones, Bob)"',
        ),
    ),
    "samples: a title that does not say that addresses stand below it": Case(
        {
            "k.csv": "Vorname;Nachname;Erreichbar unter\nJane;Doe;doej@acme.test\nBob;Jones;jonesb@acme.test\nKim;Roe;\n"
        },
        ("learn k.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: a row's owner, its manager and a legal name beside a preferred one": Case(
        {
            "k.csv": "Candidate Name,Emails,Owner Name,Owner Email\nJane Doe,doej@acme.test,Kim Roe,kim.roe@other.test\nAnn Poe,poea@acme.test,Kim Roe,kim.roe@other.test\n",
            "w.csv": "Worker,Legal First Name,Legal Last Name,Preferred Name,Work Email,Manager Email\nBob Jones,Robert,Jones,Bob Jones,jonesb@acme.test,moep@acme.test\n",
        },
        ("learn k.csv w.csv", "store export"),
        found=('"local": "doej", "name": "Jane Doe"', '"local": "jonesb", "name": "Robert Jones"'),
        lacking=("other.test", '"local": "moep"'),
    ),
    "samples: two columns of different people give addresses without names": Case(
        {
            "k.csv": "Speaker,Attendee,Email\nKim Roe,Jane Doe,doej@acme.test\nKim Roe,Ann Poe,poea@acme.test\n"
        },
        ("learn k.csv", "store export"),
        found=('"kind": "csv"', '"local": "doej", "name": ""'),
        lacking=("Kim",),
    ),
    "samples: a guest's name for signing in": Case(
        {
            "k.csv": "userPrincipalName,displayName\ndoej@acme.test,Jane Doe\nkim_roe_other.test#EXT#@acme.onmicrosoft.com,Kim Roe\n"
        },
        ("learn k.csv", "store export"),
        found=('"domain": "other.test", "local": "kim_roe", "name": "Kim Roe"',),
        lacking=("onmicrosoft",),
    ),
    "samples: a mailing list's archive": Case(
        {
            "a.txt": "From doej at acme.test  Mon May  4 10:00:00 2026\nFrom: doej at acme.test (Jane Doe)\nDate: Mon, 4 May 2026 10:00:00 +0200\nSubject: [list] Hello\n\nText\n"
        },
        ("learn a.txt", "store export"),
        found=('"domain": "acme.test", "local": "doej", "name": "Jane Doe"',),
    ),
    "samples: a guest's address is none of the host's, nor of who ordered": Case(
        {
            "c.csv": "Organizer Email,Invitee Name,Invitee Email,User Email\nkim@other.test,Jane Doe,doej@acme.test,kim@other.test\n",
            "p.csv": "Order code,Email,Attendee name: Given name,Attendee name: Family name,Attendee email\nA1,kim@other.test,Bob,Jones,jonesb@acme.test\n",
            "t.csv": "Ticket Full Name,Ticket Email,Order Name,Order Email\nAnn Poe,poea@acme.test,Kim Roe,kim@other.test\n",
        },
        ("learn c.csv p.csv t.csv", "store export"),
        found=(
            '"local": "doej", "name": "Jane Doe"',
            '"local": "jonesb", "name": "Bob Jones"',
            '"local": "poea", "name": "Ann Poe"',
        ),
        lacking=("other.test",),
    ),
    "samples: a row without a header, address first": Case(
        {"k.txt": "doej@acme.test|Jane Doe|0a1b2c3\nlee@acme.test\tAnn Lee\tAcme Widgets\n"},
        ("learn k.txt", "store export"),
        found=('"local": "doej", "name": "Jane Doe"', '"local": "lee", "name": "Ann Lee"'),
    ),
    "samples: marks in brackets before a name": Case(
        {
            "k.txt": "uid           [ultimate] Jane Doe <doej@acme.test>\n[EXT] Bob Jones <jonesb@acme.test>\nAnn Lee [Acme] <leea@acme.test>\n"
        },
        ("learn k.txt", "store export"),
        found=('"name": "Jane Doe"', '"name": "Bob Jones"', '"name": "Ann Lee'),
    ),
    "samples: a calendar's guests, in folded lines": Case(
        {
            "c.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nORGANIZER;CN=Kim Roe:MAILTO:kim.roe@other.test\nATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Jane Doe;X-GUESTS=0:mailto:doej@acme.co\n m.test\n"
            'ATTENDEE;CN="Jones, Bob":mailto:jonesb@acme.test\nSUMMARY:Call help@acme.test\nEND:VEVENT\nEND:VCALENDAR\n'
        },
        ("learn c.ics", "store export"),
        found=(
            '"domain": "acme.com.test", "local": "doej", "name": "Jane Doe"',
            '"local": "jonesb", "name": "Jones, Bob"',
            '"domain": "other.test"',
        ),
        lacking=("help",),
    ),
    "samples: an agent beside an owner, and none else, are two people": Case(
        {"k.csv": "Agent Name,Owner Name,Email\nJane Doe,Kim Roe,doej@acme.test\n"},
        ("learn k.csv", "store export"),
        found=('"local": "doej", "name": ""',),
    ),
    "samples: a recommended address": Case(
        {
            "k.csv": "First Name,Last Name,Recommended Work Email\nJane,Doe,doej@acme.test\nAnn,Poe,poea@acme.test\n"
        },
        ("learn k.csv", "store export"),
        found=('"local": "doej", "name": "Jane Doe"',),
    ),
    "samples: placeholder addresses are not invalid": Case(
        {"k.csv": "Name,Email\nJane Doe,doej@acme.test\nBob Jones,n/a\nKim Poe,unknown\n"},
        ("learn k.csv",),
        lacking=("invalid",),
    ),
    "sections: learn does not learn the bounced ones": Case(
        {"r.txt": "Bounced:\n jane.doe@acme.test\nDelivered:\n bob.jones@acme.test\n"},
        ("learn r.txt", "store export"),
        found=('"local": "bob.jones"',),
        lacking=('"local": "jane.doe"',),
    ),
    "sections: learn: invalid addresses": Case(
        {"r.txt": "Active\nJane Doe <jane.doe@acme.test>\n\nInvalid\nBob Jones <bob.jones@acme.test>\n"},
        ("learn r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: learn: headings that say nothing of addresses": Case(
        {
            "r.txt": "Permanent staff:\nJane Doe <jane.doe@acme.test>\n\nFailed projects\nBob Jones <bob.jones@acme.test>\n\n"
            "Delivered:\nAnn Poe <ann.poe@acme.test>\n\nThe mail bounced.\nKim Roe <kim.roe@acme.test>\n"
        },
        ("learn r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "bob.jones"', '"local": "ann.poe"', '"local": "kim.roe"'),
    ),
    "sections: learn: how to unsubscribe": Case(
        {"r.txt": "Unsubscribe: unsubscribe@news.test\nJane Doe <jane.doe@acme.test>\n"},
        ("learn r.txt", "store export"),
        found=('"local": "jane.doe"',),
    ),
    "samples: a column that calls addresses invalid": Case(
        {"k.csv": "Name,Email,Invalid\nJane Doe,jane.doe@acme.test,no\nBob Jones,bob.jones@acme.test,yes\n"},
        ("learn k.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "samples: a calendar's rooms are no people": Case(
        {
            "c.ics": "BEGIN:VCALENDAR\nATTENDEE;CN=Aula;CUTYPE=ROOM:mailto:aula@acme.test\nATTENDEE;CN=Jane Doe:mailto:jane@acme.test\n"
        },
        ("learn c.ics", "store export"),
        found=('"local": "jane"',),
        lacking=("aula",),
    ),
    "sections: learn: opted out": Case(
        {
            "r.txt": "Customers:\nJane Doe <jane.doe@acme.test>\n\nUnsubscribed:\nBob Jones <bob.jones@acme.test>\n"
        },
        ("learn r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: learn: do not contact again": Case(
        {
            "r.txt": "## Team\nJane Doe <jane.doe@acme.test>\n## Please do not contact again\nBob Jones <bob.jones@acme.test>\n"
        },
        ("learn r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "samples: two headers, learn": Case(
        {
            "p.csv": ",Contact,,E-mail,\nId,First Name,Last Name,Work,Private\n1,Jane,Doe,doej@acme.test,jane@gmail.com\n2,Bob,Jones,jonesb@acme.test,\n"
        },
        ("learn p.csv", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: two headers, Zoom's attendee report": Case(
        {
            "p.csv": 'Attendee Report\nReport Generated:,"May 5, 2026 10:00"\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views\nSelling,812 3456 7890,"May 4, 2026 09:00",60,12,0,9,11,9\nHost Details,\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\nYes,Olga Host,olga@host.test,05/04/2026 09:00,05/04/2026 10:00,60,No,Germany\nAttendee Details,\nAttended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\nYes,Jane Doe,Jane,Doe,doej@acme.test,05/01/2026 10:00,approved,05/04/2026 09:00,05/04/2026 10:00,60,Yes,Germany\nYes,Bob Jones,Bob,Jones,jonesb@acme.test,05/01/2026 10:00,approved,05/04/2026 09:00,05/04/2026 10:00,60,Yes,Germany\n'
        },
        ("learn p.csv", "store export"),
        found=(
            '"local": "doej".*"name": "Jane Doe"',
            '"local": "jonesb".*"name": "Bob Jones"',
            '"local": "olga".*"name": "Olga Host"',
        ),
    ),
    "samples: two headers, Zoom's meeting participants": Case(
        {
            "p.csv": "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n81234567890,Selling,05/04/2026 09:00,05/04/2026 10:00,olga@host.test,60,2\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nJane Doe,doej@acme.test,05/04/2026 09:00,05/04/2026 10:00,60,Yes\nBob Jones,jonesb@acme.test,05/04/2026 09:00,05/04/2026 10:00,60,Yes\n"
        },
        ("learn p.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: two headers, Teams' attendance report": Case(
        {
            "p.csv": "1. Summary\nMeeting title\tSelling\nAttended participants\t2\nStart time\t5/4/26, 9:00:00 AM\n\n2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\nJane Doe\t5/4/26, 9:00:00 AM\t5/4/26, 10:00:00 AM\t1h\tdoej@acme.test\tdoej@acme.test\tPresenter\nBob Jones\t5/4/26, 9:00:00 AM\t5/4/26, 10:00:00 AM\t1h\tjonesb@acme.test\tjonesb@acme.test\tAttendee\n\n3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\nJane Doe\t5/4/26, 9:00:00 AM\t5/4/26, 10:00:00 AM\t1h\tdoej@acme.test\tPresenter\n"
        },
        ("learn p.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: two headers, Zoom's registration report": Case(
        {
            "p.csv": 'Registration Report\nReport Generated:,"May 5, 2026 10:00"\nTopic,Webinar ID,Scheduled Time,Duration (minutes),# Registered\nSelling,812 3456 7890,"May 4, 2026 09:00",60,2\n\nAttendee Details\nFirst Name,Last Name,Email,Organization,Job Title,Registration Time,Approval Status\nJane,Doe,doej@acme.test,Acme,Coach,05/01/2026 10:00,approved\nBob,Jones,jonesb@acme.test,Acme,Painter,05/01/2026 10:00,approved\n'
        },
        ("learn p.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: two headers, GoToWebinar's attendee report": Case(
        {
            "p.csv": 'Attendee Report,,,,\nGenerated,,,,\n"May 05, 2026 10:00 AM CEST",,,,\n\nGeneral Information,,,,\nWebinar Name,Webinar ID,,,\nSelling,123-456-789,,,\nActual Start Date/Time,Duration,# Registered,# Attended,\n"May 04, 2026 09:00 AM CEST",1 hour,2,2,\n\nSession Details,,,,\nAttended,First Name,Last Name,Email Address,Interest Rating\nYes,Jane,Doe,doej@acme.test,50\nYes,Bob,Jones,jonesb@acme.test,60\n'
        },
        ("learn p.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: slack, member export": Case(
        {
            "s.csv": "username,email,status,billing-active,has-2fa,has-sso,userid,fullname,displayname,expiration-timestamp\njdoe,doej@acme.test,Member,1,0,0,U01,Jane Doe,jane,\nbjones,jonesb@acme.test,Admin,1,0,0,U02,Bob Jones,bob,\nold,oldp@acme.test,Deactivated,0,0,0,U03,Pat Old,pat,\n"
        },
        ("learn s.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: slack, display names that are handles of other people": Case(
        {
            "s.csv": "username,email,status,fullname,displayname\njdoe,doej@acme.test,Member,Jane Doe,Zed Zorro\nbjones,jonesb@acme.test,Admin,Bob Jones,The Bob\n"
        },
        ("learn s.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: two headers, numbers below columns without titles": Case(
        {"p.csv": "Email,,,\ndoej@acme.test,1,2,1\njonesb@acme.test,1,2,1\n"},
        ("learn p.csv", "store export"),
        found=('"local": "doej"', '"local": "jonesb"'),
    ),
    "samples: slack, a full name missing": Case(
        {
            "s.csv": "username,email,status,fullname,displayname\njdoe,doej@acme.test,Member,Jane Doe,The Boss\nbjones,jonesb@acme.test,Admin,,Bob Jones\n"
        },
        ("learn s.csv", "store export"),
        found=('"local": "doej".*"name": "Jane Doe"', '"local": "jonesb".*"name": "Bob Jones"'),
    ),
    "samples: an address that a tool extrapolated": Case(
        {
            "apollo.csv": "First Name,Last Name,Email,Email Status\nJane,Doe,jane.doe@acme.test,Extrapolated\nBob,Jones,jonesb@acme.test,Verified\nAnn,Poe,ann.poe@acme.test,Guessed\n"
        },
        ("learn apollo.csv",),
        found=("^apollo.csv: 1 new", "skipped: 2 addresses that the list calls guesses"),
    ),
    "samples: an extrapolated address is rated": Case(
        {"apollo.csv": "First Name,Last Name,Email,Email Status\nJane,Doe,jane.doe@acme.test,Extrapolated\n"},
        ("guess -i apollo.csv --no-mx --rate",),
        found=(r"^Jane,.*prior,.*,0\.\d+,",),
    ),
    "samples: two people in a row": Case(
        {
            "p.csv": "Name,Full Name,Email\nJane Doe,Bob Jones,doej@acme.test\nAnn Poe,Lou Fay,poea@acme.test\n"
        },
        ("learn p.csv",),
        found=("^p.csv: 2 new", "2 rows that name two people"),
    ),
    "samples: titles of guesses": Case(
        {
            "p.csv": "Name,Predicted email,Email (guessed),Vermutete E-Mail\nJane Doe,jane.doe@acme.test,jdoe@acme.test,jane@acme.test\n"
        },
        ("learn p.csv",),
        found=("^p.csv: 0 new", "skipped: 1 address that the list calls a guess"),
    ),
    "samples: a known address beside a guess": Case(
        {"p.csv": "Name,Email,Probable e-mail\nJane Doe,doej@acme.test,jane.doe@acme.test\n"},
        ("learn p.csv", "store export"),
        found=('"local": "doej"',),
        lacking=("jane.doe",),
    ),
    "samples: mail to a guess arrived": Case(
        {"p.csv": "Name,guess_email,guess_probability,Status\nJane Doe,jane.doe@acme.test,0.5,delivered\n"},
        ("outcome delivered p.csv", "store export"),
        found=('"local": "jane.doe"',),
    ),
    "samples: guesses are suppressed": Case(
        {"p.csv": "Guessed e-mail\njane.doe@acme.test\n"},
        ("suppress import p.csv", "guess 'Jane Doe' acme.test --no-mx"),
        lacking=("jane",),
        status=3,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_inputs(name: str, tmp_path: Path) -> None:
    check(CASES[name], tmp_path)


@pytest.mark.parametrize("more", ["-o out.csv", "-o out.tsv", "-o out.xlsx", "-o out.csv --prefix x_ -n 3"])
def test_a_list_of_guesses_is_not_learned(more: str, tmp_path: Path) -> None:
    people = {"in.csv": "name,domain\nJane Doe,acme.test\nBob Jones,acme.test\n"}
    commands = (f"guess -i in.csv --no-mx {more}", f"learn {more.split()[1]}")
    check(Case(people, commands, (": 0 new", "skipped: 2 addresses that the list calls guesses")), tmp_path)


def test_guesses_for_one_person_are_not_learned(tmp_path: Path) -> None:
    listed = run("guess", "Jane Doe", "acme.test", "--no-mx", "--no-store", "--format", "csv").stdout
    check(Case({"one.csv": listed}, ("learn one.csv",), (": 0 new", "skipped: 5 addresses")), tmp_path)
