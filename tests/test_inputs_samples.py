"""Known addresses and outcomes of mail as mail programs, directories and mail services give them."""

from pathlib import Path

import pytest

from input_cases import Case, check

CASES = {
    "samples: Outlook's recipients, family name first": Case(
        {"to.txt": "Doe, Jane <doej@acme.test>; Jones, Bob <jonesb@acme.test>; Roe, Kim <roek@acme.test>\n"},
        ("learn to.txt", 'guess "Kavita Chandra" acme.test --no-mx -n 1'),
        found=("chandrak@acme\\.test",),
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
        ("learn Connections.csv", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: sep=; above the header": Case(
        {"k.csv": "sep=;\nName;E-Mail\nJane Doe;doej@acme.test\nBob Jones;jonesb@acme.test\n"},
        ("learn k.csv", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: a directory's DisplayName and PrimarySmtpAddress": Case(
        {
            "k.csv": "DisplayName,PrimarySmtpAddress\nBob Jones,jonesb@acme.test\nJane Doe,doej@acme.test\nPat Moe,moep@acme.test\n"
        },
        ("learn k.csv", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: Attendee, E-mail address": Case(
        {"k.csv": "Attendee,E-mail address\nBob Jones,jonesb@acme.test\nJane Doe,doej@acme.test\n"},
        ("learn k.csv", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: JSON Lines": Case(
        {
            "k.jsonl": '{"name": "Jane Doe", "email": "doej@acme.test"}\n{"name": "Bob Jones", "email": "jonesb@acme.test"}\n'
        },
        ("learn k.jsonl", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: quoted mail": Case(
        {"m.txt": "> From: Bob Jones <jonesb@acme.test>\n> To: Jane Doe <doej@acme.test>\n"},
        ("learn m.txt", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: an answer's head line in German": Case(
        {"m.txt": "Am Di., 4. Mai 2026 um 10:00 Uhr schrieb Bob Jones <jonesb@acme.test>:\n"},
        ("learn m.txt", "store export"),
        found=("Bob Jones",),
        lacking=("schrieb",),
    ),
    "samples: mailto list": Case(
        {"to.txt": "Jane Doe - doej@acme.test\nBob Jones - jonesb@acme.test\n"},
        ("learn to.txt", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: ldif": Case(
        {
            "d.ldif": "dn: uid=jdoe,ou=people,dc=acme\nobjectClass: person\ncn: Jane Doe\nmail: doej@acme.test\n\ndn: uid=bj,ou=people,dc=acme\ncn: Bob Jones\nmail: jonesb@acme.test\n"
        },
        ("learn d.ldif", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
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
        ('guess "Kim Roe" acme.test --no-mx -n 1 --samples k.csv',),
        found=("roek@acme\\.test",),
    ),
    "samples: json array": Case(
        {
            "k.json": '[{"fullName": "Jane Doe", "email": "doej@acme.test"}, {"fullName": "Bob Jones", "email": "jonesb@acme.test"}]\n'
        },
        ("learn k.json", 'guess "Kim Roe" acme.test --no-mx -n 1'),
        found=("roek@acme\\.test",),
    ),
    "samples: commas between family names first": Case(
        {"to.txt": "Doe, Jane <doej@acme.test>, Jones, Bob <jonesb@acme.test>, Roe, Kim <roek@acme.test>\n"},
        ("learn to.txt", 'guess "Kavita Chandra" acme.test --no-mx -n 1'),
        found=("chandrak@acme\\.test",),
    ),
    "outcomes: a yes/no column": Case(
        {"b.csv": "Email,Bounced\njane.doe@acme.test,TRUE\nbob.jones@acme.test,FALSE\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: Delivered? yes and no": Case(
        {"r.csv": "Email,Delivered?\njane.doe@acme.test,yes\nbob.jones@acme.test,no\n"},
        ("outcome delivered r.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: a status column in a report of bounces": Case(
        {"b.csv": "Email,Email Status\njane.doe@acme.test,bounced\nbob.jones@acme.test,delivered\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: hard and soft": Case(
        {"b.csv": "Email,Bounce Type\njane.doe@acme.test,Hard\nbob.jones@acme.test,Soft\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: a mail service's notification in JSON": Case(
        {
            "b.json": '{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"jane.doe@acme.test","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},"mail":{"source":"me@example.com","destination":["jane.doe@acme.test","bob.jones@acme.test"]}}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|me)"',),
    ),
    "outcomes: a transient failure is no bounce": Case(
        {
            "b.json": '{"notificationType":"Bounce","bounce":{"bounceType":"Transient","bouncedRecipients":[{"emailAddress":"jane.doe@acme.test","action":"failed","status":"4.2.2"}]},"mail":{"source":"me@example.com","destination":["jane.doe@acme.test"]}}\n'
        },
        ("outcome bounced b.json", "store export"),
        lacking=('"local": "(bob.jones|me|jane.doe)"',),
    ),
    "outcomes: a report with an SMTP status a row": Case(
        {
            "b.csv": 'status,reason,email,created\n5.1.1,"550 5.1.1 user unknown",jane.doe@acme.test,1777888000\n'
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
    ),
    "outcomes: a mail server's report without a machine-readable part": Case(
        {
            "b.eml": "From: Mail Delivery System <Mailer-Daemon@mx.example.com>\nTo: me@example.com\nX-Failed-Recipients: jane.doe@acme.test\nSubject: Mail delivery failed: returning message to sender\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  jane.doe@acme.test\n    SMTP error from remote mail server after RCPT TO:<jane.doe@acme.test>:\n    550 5.1.1 no such user\n"
        },
        ("outcome bounced b.eml", "store export"),
        found=('"local": "jane.doe"',),
    ),
    "outcomes: undelivered 1/0": Case(
        {"b.csv": "E-Mail;Unzustellbar\njane.doe@acme.test;1\nbob.jones@acme.test;0\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: other columns without status": Case(
        {"b.csv": "Email,City\njane.doe@acme.test,Bonn\n"}, ("outcome bounced b.csv",), status=1
    ),
    "outcomes: sendgrid": Case(
        {
            "b.json": '[{"email":"jane.doe@acme.test","event":"bounce","type":"bounce","status":"5.1.1","reason":"550 5.1.1 The email account does not exist"},{"email":"bob.jones@acme.test","event":"delivered"},{"email":"kim@acme.test","event":"deferred"},{"email":"lou@acme.test","event":"bounce","type":"blocked","status":"5.7.1"}]\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim|lou)"',),
    ),
    "outcomes: mailgun": Case(
        {
            "b.json": '{"signature":{},"event-data":{"event":"failed","severity":"permanent","recipient":"jane.doe@acme.test","delivery-status":{"code":550,"message":"5.1.1 user unknown"},"message":{"headers":{"to":"jane.doe@acme.test","from":"me@example.com"}},"envelope":{"sender":"me@example.com"}}}\n{"signature":{},"event-data":{"event":"failed","severity":"temporary","recipient":"bob.jones@acme.test","delivery-status":{"code":452,"message":"full"}}}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|me)"',),
    ),
    "outcomes: postmark": Case(
        {
            "b.json": '{"RecordType":"Bounce","Type":"HardBounce","TypeCode":1,"Email":"jane.doe@acme.test","From":"me@example.com","Description":"The server was unable to deliver your message (ex: unknown user, mailbox not found).","Details":"smtp;550 5.1.1 unknown"}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "me"',),
    ),
    "outcomes: SNS envelope": Case(
        {
            "b.json": '{"Type":"Notification","Message":"{\\"notificationType\\":\\"Bounce\\",\\"bounce\\":{\\"bounceType\\":\\"Permanent\\",\\"bouncedRecipients\\":[{\\"emailAddress\\":\\"jane.doe@acme.test\\"}]},\\"mail\\":{\\"source\\":\\"me@example.com\\",\\"destination\\":[\\"bob.jones@acme.test\\"]}}"}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|me)"',),
    ),
    "outcomes: qmail": Case(
        {
            "b.eml": "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.com\nTo: me@example.com\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.com.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<jane.doe@acme.test>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: bob.jones@acme.test\n"
        },
        ("outcome bounced b.eml", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|me)"',),
    ),
    "outcomes: no report": Case(
        {"b.eml": "From: Bob <bob@example.com>\nTo: me@example.com\nSubject: hello\n\nHi there\n"},
        ("outcome bounced b.eml",),
        said=("(?i)report",),
        status=1,
    ),
    "outcomes: SMTP codes only": Case(
        {"b.csv": "recipient,code\njane.doe@acme.test,550\nbob.jones@acme.test,250\nkim@acme.test,452\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim)"',),
    ),
    "outcomes: plain table of names": Case(
        {"b.csv": "Name,Email\nJane Doe,jane.doe@acme.test\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
    ),
    "outcomes: HubSpot style": Case(
        {
            "b.csv": "Email,First Name,Last Name,Email hard bounce reason,Bounced\njane.doe@acme.test,Jane,Doe,UNKNOWN_USER,true\nbob.jones@acme.test,Bob,Jones,,false\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_inputs(name: str, tmp_path: Path) -> None:
    check(CASES[name], tmp_path)
