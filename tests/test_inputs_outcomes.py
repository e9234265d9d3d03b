"""Outcomes of mail as mail servers and mail services report them, and lists of addresses that came back."""

from pathlib import Path

import pytest

from guessmail.lists.cells import status_of
from input_cases import Case, check

CASES = {
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
    "outcomes: not bounced": Case(
        {"b.csv": "Email,Status\njane.doe@acme.test,Bounced: no mailbox\nbob.jones@acme.test,Not bounced\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: not opened is no bounce": Case(
        {
            "b.csv": "Email,Delivered,Opened,Clicked\njane.doe@acme.test,Yes,No,No\nbob.jones@acme.test,No,No,No\nann.poe@acme.test,,No,0\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "bob.jones"',),
        lacking=('"local": "(jane.doe|ann.poe)"',),
    ),
    "outcomes: dates and counts": Case(
        {
            "b.csv": "Email,Bounced at,Opens,Last click\njane.doe@acme.test,2026-01-12 10:00,0,never\nbob.jones@acme.test,,5,12 Jan 2026\nann.poe@acme.test,,0,\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|ann.poe)"',),
    ),
    "outcomes: replied is delivered": Case(
        {"b.csv": "Email,Replied\njane.doe@acme.test,Yes\nbob.jones@acme.test,No\n"},
        ("outcome delivered b.csv", "store export"),
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
    "outcomes: dutch": Case(
        {"b.csv": "E-mailadres;Bezorgd\njane.doe@acme.test;nee\nbob.jones@acme.test;ja\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: danish status": Case(
        {"b.csv": "E-mail;Status\njane.doe@acme.test;Afvist\nbob.jones@acme.test;Leveret\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: Type: Permanent/Transient": Case(
        {
            "b.csv": "Recipient,Type,Timestamp\njane.doe@acme.test,Permanent,2026-05-04\nbob.jones@acme.test,Transient,2026-05-04\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: complaint": Case(
        {
            "b.csv": "Email,Event\njane.doe@acme.test,bounce\nbob.jones@acme.test,complaint\nkim@acme.test,unsubscribe\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim)"',),
        said=("",),
    ),
    "outcomes: brevo lines": Case(
        {
            "b.jsonl": '{"event":"hard_bounce","email":"jane.doe@acme.test","reason":"550 5.1.1 unknown user"}\n{"event":"soft_bounce","email":"bob.jones@acme.test"}\n{"event":"delivered","email":"kim@acme.test"}\n'
        },
        ("outcome bounced b.jsonl", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim)"',),
    ),
    "outcomes: ses complaint & delivery": Case(
        {
            "b.json": '{"notificationType":"Delivery","mail":{"source":"me@example.com","destination":["jane.doe@acme.test"]},"delivery":{"recipients":["jane.doe@acme.test"],"smtpResponse":"250 ok"}}\n'
        },
        ("outcome delivered b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "me"',),
    ),
    "outcomes: exim list of two": Case(
        {
            "b.eml": "From: Mail Delivery System <Mailer-Daemon@mx.example.com>\nTo: me@example.com\nSubject: Mail delivery failed: returning message to sender\n\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  jane.doe@acme.test\n    host mx.acme.test [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<jane.doe@acme.test>:\n    550 5.1.1 <jane.doe@acme.test>: Recipient address rejected: User unknown\n  bob.jones@acme.test\n    SMTP error from remote mail server after end of data:\n    552 5.2.2 mailbox full\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <me@example.com>\nTo: kim@acme.test\n"
        },
        ("outcome bounced b.eml", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|me|kim)"',),
    ),
    "outcomes: sparkpost": Case(
        {
            "b.json": '[{"msys":{"message_event":{"type":"bounce","bounce_class":"10","rcpt_to":"jane.doe@acme.test","raw_reason":"550 5.1.1 user unknown","friendly_from":"me@example.com"}}}]\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "me"',),
    ),
    "outcomes: resend": Case(
        {
            "b.json": '{"type":"email.bounced","created_at":"2026","data":{"from":"me@example.com","to":["jane.doe@acme.test"],"bounce":{"type":"Permanent","message":"The recipient does not exist"}}}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "me"',),
    ),
    "outcomes: mailjet": Case(
        {
            "b.json": '[{"event":"bounce","email":"jane.doe@acme.test","hard_bounce":true,"blocked":false,"error":"user unknown"},{"event":"bounce","email":"bob.jones@acme.test","hard_bounce":false,"blocked":false,"error":"mailbox full"}]\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: postmark list": Case(
        {
            "b.json": '{"TotalCount":2,"Bounces":[{"Type":"HardBounce","Email":"jane.doe@acme.test"},{"Type":"SoftBounce","Email":"bob.jones@acme.test"}]}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: mandrill": Case(
        {
            "b.json": '[{"event":"hard_bounce","msg":{"email":"jane.doe@acme.test","sender":"me@example.com","bounce_description":"bad_mailbox","diag":"smtp;550 5.1.1 unknown"}}]\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "me"',),
    ),
    "outcomes: polish yes no": Case(
        {"b.csv": "Adres e-mail;Dostarczono\njane.doe@acme.test;tak\nbob.jones@acme.test;nie\n"},
        ("outcome delivered b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: bounce reason text only": Case(
        {
            "b.csv": "Email Address,First Name,Reason\njane.doe@acme.test,Jane,550 5.1.1 The email account that you tried to reach does not exist\nbob.jones@acme.test,Bob,452 4.2.2 Mailbox full\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: swedish yes no": Case(
        {"b.csv": "E-postadress;Studsade\njane.doe@acme.test;Ja\nbob.jones@acme.test;Nej\n"},
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: xlsx-like tab with SMTP reply col": Case(
        {
            "b.tsv": "To\tResponse\tDate\njane.doe@acme.test\t550 No such user here\t2026-05-04\nbob.jones@acme.test\t250 2.0.0 OK\t2026-05-04\n"
        },
        ("outcome bounced b.tsv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: gmail's answer without status part": Case(
        {
            "b.eml": "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: me@example.com\nSubject: Delivery Status Notification (Failure)\nX-Failed-Recipients: jane.doe@acme.test\n\n** Address not found **\n\nYour message wasn't delivered to jane.doe@acme.test because the address couldn't be found, or is unable to receive mail.\n\nThe response was:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n"
        },
        ("outcome bounced b.eml", "store export"),
        found=('"local": "jane.doe"',),
    ),
    "outcomes: the date of receipt in a mail server's trace says nothing": Case(
        {
            "b.csv": "Received,SenderAddress,RecipientAddress,Status\n2026-12-01T10:00:00,me@example.com,jane.doe@acme.test,Failed\n2026-12-01T10:00:00,me@example.com,bob.jones@acme.test,Delivered\n2026-12-01T10:00:00,me@example.com,kim.roe@acme.test,FilteredAsSpam\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim.roe|me)"',),
    ),
    "outcomes: a complaint is no bounce, whatever the date's title": Case(
        {
            "b.csv": "Bounce Type,Recipient,Bounced At\nHard bounce,jane.doe@acme.test,2026-01-01\nSpam complaint,bob.jones@acme.test,2026-01-01\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: a permanent job and a dead deal are no bounces": Case(
        {
            "b.csv": "Email,Employment Type,Deal,Delivery Status\njane.doe@acme.test,Permanent,Dead,Bounced\nbob.jones@acme.test,Permanent,Dead,Delivered\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: what was not sent did not arrive": Case(
        {
            "b.csv": "Email,Email Sent,Email Bounced\njane.doe@acme.test,TRUE,FALSE\nbob.jones@acme.test,FALSE,FALSE\n"
        },
        ("outcome delivered b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: the date of the last contact says nothing of mail": Case(
        {
            "b.csv": "EMAIL,STATUS,LAST_CONTACTED,OPENED,BOUNCED\njane.doe@acme.test,BOUNCED,2024-01-01,0,1\nbob.jones@acme.test,ACTIVE,2024-01-01,1,0\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: states of a campaign stand beside bounces": Case(
        {
            "b.csv": "Email,Lead Status\njane.doe@acme.test,Bounced\nbob.jones@acme.test,Completed\nkim.roe@acme.test,Not contacted\nlou.fay@acme.test,Interested\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim.roe|lou.fay)"',),
    ),
    "outcomes: a verifier's results": Case(
        {
            "b.csv": "Email Address,ZB Status,ZB Sub Status,ZB First Name\njane.doe@acme.test,invalid,mailbox_not_found,Jane\nbob.jones@acme.test,valid,,Bob\nkim.roe@acme.test,do_not_mail,role_based,Kim\nlou.fay@acme.test,catch-all,,Lou\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim.roe|lou.fay)"',),
    ),
    "outcomes: the time at which a list was cleaned of an address": Case(
        {
            "b.csv": "Email Address,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,LEID\njane.doe@acme.test,2026-02-03 11:12:13,News,1\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=(),
    ),
    "outcomes: a title that does not say that addresses stand below it": Case(
        {
            "b.csv": "Subscriber;Sent;Opened;Status\njane.doe@acme.test;3;0;bounced\nbob.jones@acme.test;3;1;active\nkim.roe@acme.test;3;0;unsubscribed\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim.roe)"',),
    ),
    "outcomes: lines that say what became of mail": Case(
        {
            "b.txt": "jane.doe@acme.test - bounced\nbob.jones@acme.test - delivered\nkim.roe@acme.test, out of office\nAnn Poe <ann.poe@acme.test>\n"
        },
        ("outcome bounced b.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "ann.poe"'),
        lacking=('"local": "(bob.jones|kim.roe)"',),
    ),
    "outcomes: a mail server's log": Case(
        {
            "b.log": "Dec  1 10:00:01 mx postfix/smtp[123]: 4ABC: to=<jane.doe@acme.test>, relay=mx.acme.test[192.0.2.1]:25, dsn=5.1.1, status=bounced (host mx.acme.test said: 550 5.1.1 user unknown)\nDec  1 10:00:02 mx postfix/smtp[123]: 4ABD: to=<bob.jones@acme.test>, relay=mx.acme.test[192.0.2.1]:25, dsn=2.0.0, status=sent (250 OK)\nDec  1 10:00:02 mx postfix/qmgr[124]: 4ABD: from=<me@example.com>, size=123\nDec  1 10:00:03 mx postfix/smtp[123]: 4ABE: to=<kim.roe@acme.test>, relay=none, dsn=4.4.1, status=deferred (connection timed out)\n"
        },
        ("outcome bounced b.log", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|kim.roe|me)"',),
    ),
    "outcomes: a delivery report that was pasted, without codes": Case(
        {
            "b.txt": "Delivery has failed to these recipients or groups:\n\njane.doe@acme.test (jane.doe@acme.test)\nThe email address you entered couldn't be found.\n\nContact postmaster@acme.test if the problem continues.\nOriginal message headers:\nFrom: Me <me@example.com>\nCc: bob.jones@acme.test\n"
        },
        ("outcome bounced b.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|postmaster|me)"',),
    ),
    "outcomes: a delivery report that was pasted: refused as spam": Case(
        {
            "b.txt": "Your message couldn't be delivered. Delivery has failed to these recipients:\n\njane.doe@acme.test (jane.doe@acme.test)\nRemote Server returned '550 5.7.1 Message rejected as spam'\n"
        },
        ("outcome bounced b.txt", "learn bob.jones@acme.test", "store export"),
        found=('"local": "bob.jones"',),
        lacking=('"local": "jane.doe"',),
    ),
    "outcomes: an answer that was pasted names nobody whose mail bounced": Case(
        {"b.txt": "I left the company. Please write to bob.jones@acme.test from now on.\n"},
        ("outcome bounced b.txt", "learn jane.doe@acme.test", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: a German delivery report": Case(
        {
            "b.eml": "From: Microsoft Outlook <postmaster@example.com>\nTo: me@example.com\nSubject: Unzustellbar: Hallo\n\nFehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\njane.doe@acme.test (jane.doe@acme.test)\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\nUrsprüngliche Nachrichtenkopfzeilen:\n\nCc: bob.jones@acme.test\n"
        },
        ("outcome bounced b.eml", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|me)"',),
    ),
    "sections: Bounced: and Delivered:, outcome bounced": Case(
        {"r.txt": "Bounced:\n jane.doe@acme.test\n kim.roe@acme.test\nDelivered:\n bob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: Markdown headings, counts, bullets": Case(
        {
            "r.txt": "## Hard bounces (2)\n\n- jane.doe@acme.test\n- kim.roe@acme.test\n\n## Soft bounces (1)\n\n- sam.poe@acme.test\n\n## Delivered (1)\n\n- bob.jones@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "(bob.jones|sam.poe)"',),
    ),
    "sections: capitals, underlined, without colon": Case(
        {"r.txt": "BOUNCED\n=======\njane.doe@acme.test\n\nDELIVERED\n=========\nbob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: German": Case(
        {"r.txt": "Unzustellbar:\njane.doe@acme.test\nZugestellt:\nbob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: sentences": Case(
        {
            "r.txt": "The following addresses bounced:\njane.doe@acme.test\n\nThese were delivered:\nbob.jones@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: names beside addresses": Case(
        {
            "r.txt": "Bounced:\n  Jane Doe <jane.doe@acme.test>\n  Kim Roe - kim.roe@acme.test\nDelivered:\n  Bob Jones <bob.jones@acme.test>\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: heading and addresses on one line": Case(
        {"r.txt": "Bounced: jane.doe@acme.test, kim.roe@acme.test\nDelivered: bob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: heading of something else ends the section": Case(
        {
            "r.txt": "Bounced:\njane.doe@acme.test\n\nUnsubscribed:\nsam.poe@acme.test\n\nOpened:\nbob.jones@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|sam.poe)"',),
    ),
    "sections: outcome delivered of other headings": Case(
        {
            "r.txt": "Not delivered:\njane.doe@acme.test\nDelivered:\nbob.jones@acme.test\nPending:\nsam.poe@acme.test\n"
        },
        ("outcome delivered r.txt", "store export"),
        found=('"local": "bob.jones"',),
        lacking=('"local": "(jane.doe|sam.poe)"',),
    ),
    "sections: a table in sections": Case(
        {
            "r.csv": "Email,Name\nBounced,\njane.doe@acme.test,Jane Doe\nDelivered,\nbob.jones@acme.test,Bob Jones\n"
        },
        ("outcome bounced r.csv", "store export"),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: one heading": Case(
        {"r.txt": "Bounced:\njane.doe@acme.test\nbob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "bob.jones"'),
    ),
    "sections: a heading that says nothing": Case(
        {"r.txt": "Addresses from May:\njane.doe@acme.test\nbob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "bob.jones"'),
    ),
    "sections: a heading that says nothing behind one that does: bare again?": Case(
        {
            "r.txt": "Delivered:\nbob.jones@acme.test\n\nBounced 4 May:\njane.doe@acme.test\n\nBounced on 5 May:\nkim.roe@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: two columns of addresses": Case(
        {
            "r.csv": "Bounced,Delivered\njane.doe@acme.test,bob.jones@acme.test\nkim.roe@acme.test,sam.poe@acme.test\n"
        },
        ("outcome bounced r.csv", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "(bob.jones|sam.poe)"',),
    ),
    "sections: label before wrapped addresses": Case(
        {
            "r.txt": "Bounced: jane.doe@acme.test,\n         kim.roe@acme.test\nDelivered: bob.jones@acme.test,\n         sam.poe@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "(bob.jones|sam.poe)"',),
    ),
    "sections: statuses below addresses are no headings": Case(
        {
            "r.txt": "jane.doe@acme.test\n  user unknown\nbob.jones@acme.test\n  delivered\nkim.roe@acme.test\n  user unknown\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
    ),
    "sections: a summary of numbers above": Case(
        {"r.txt": "Sent: 100\nBounced: 2\nDelivered: 98\n\njane.doe@acme.test\nkim.roe@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
    ),
    "sections: subheadings": Case(
        {
            "r.txt": "# Bounced\n## Acme\njane.doe@acme.test\n## Globex\nkim.roe@globex.test\n# Delivered\n## Acme\nbob.jones@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"', '"local": "kim.roe"'),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: Valid and Invalid": Case(
        {"r.txt": "Valid\nbob.jones@acme.test\nInvalid\njane.doe@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: two tables in one paste": Case(
        {"r.txt": "*Bounced*\njane.doe@acme.test\n*Delivered*\nbob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: came back, got through": Case(
        {
            "r.txt": "These came back:\n- jane.doe@acme.test\n\nThese went through:\n- bob.jones@acme.test\n\nNo answer yet:\n- sam.poe@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|sam.poe)"',),
    ),
    "sections: a sentence of many words": Case(
        {
            "r.txt": "Mail to the following five people could not be delivered this morning:\njane.doe@acme.test\n\nMail to all these other people has been delivered:\nbob.jones@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: a mail server's words with a heading": Case(
        {
            "r.txt": "Undeliverable:\njane.doe@acme.test\n    550 5.1.1 user unknown\nDelivered:\nbob.jones@acme.test\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "sections: addresses and reasons in a section": Case(
        {
            "r.txt": "Bounced:\n  jane.doe@acme.test - user unknown\n  sam.poe@acme.test - mailbox full\nDelivered:\n  bob.jones@acme.test - opened\n"
        },
        ("outcome bounced r.txt", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "(bob.jones|sam.poe)"',),
    ),
    "sections: French": Case(
        {"r.txt": "Adresses en erreur :\njane.doe@acme.test\nAdresses livrées :\nbob.jones@acme.test\n"},
        ("outcome bounced r.txt", "store export"),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: that mail did not come back proves no delivery": Case(
        {"b.csv": "Email,Bounced\njane.doe@acme.test,false\nbob.jones@acme.test,true\n"},
        ("outcome delivered b.csv", "learn kim.roe@acme.test", "store export"),
        found=('"local": "kim.roe"',),
        lacking=('"local": "(jane.doe|bob.jones)"',),
    ),
    "outcomes: that an address is valid, and a question answered, proves no delivery": Case(
        {
            "b.csv": "Email,Result,Reason,Valid,Success\njane.doe@acme.test,undeliverable,rejected_email,false,true\n"
            "bob.jones@acme.test,deliverable,accepted_email,true,true\nkim.roe@acme.test,unknown,invalid_smtp,,true\n"
        },
        ("outcome delivered b.csv", "outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe".*"kind": "bounced"',),
        lacking=('"local": "(bob.jones|kim.roe)"',),
    ),
    "outcomes: not sent to who unsubscribed is no bounce": Case(
        {
            "b.json": '{"event-data":{"event":"failed","severity":"permanent","reason":"suppress-unsubscribe","delivery-status":{"code":606},"recipient":"jane.doe@acme.test"}}\n'
            '{"RecordType":"Bounce","Type":"ManuallyDeactivated","Email":"bob.jones@acme.test","From":"me@example.com"}\n'
            '{"RecordType":"Bounce","Type":"HardBounce","Email":"kim.roe@acme.test","From":"me@example.com"}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "kim.roe"',),
        lacking=('"local": "(jane.doe|bob.jones|me)"',),
    ),
    "outcomes: a log's sender, and the address that mail was redirected from": Case(
        {
            "b.log": "May  4 10:00:01 mx sendmail[1]: 5A: to=<jane.doe@acme.test>, ctladdr=<me@example.com> (500/500), dsn=5.1.1, stat=User unknown\n"
            "May  4 10:00:01 mx postfix/smtp[1]: 4A: to=<bob.jones@acme.test>, orig_to=<bob@example.com>, dsn=5.1.1, status=bounced (550 5.1.1 User unknown)\n"
        },
        ("outcome bounced b.log", "store export"),
        found=('"local": "jane.doe"', '"local": "bob.jones"'),
        lacking=('"local": "(me|bob)"',),
    ),
    "outcomes: the user says nothing of recipients within an event": Case(
        {
            "b.json": '{"metric":"bounced","data":{"recipient":"jane.doe@acme.test","failure_message":"550 5.1.1 user unknown"}}\n{"measure":"delivered","data":{"recipient":"bob.jones@acme.test"}}\n'
        },
        ("outcome bounced b.json", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "bob.jones"',),
    ),
    "outcomes: a read receipt": Case(
        {
            "m.eml": "From: Jane Doe <jane.doe@acme.test>\nTo: me@example.com\nSubject: Read: Hello\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n"
            "--b\nContent-Type: text/plain\n\nYour message was read.\n\n--b\nContent-Type: message/disposition-notification\n\nReporting-UA: acme.test; Outlook\n"
            "Final-Recipient: rfc822;jane.doe@acme.test\nDisposition: manual-action/MDN-sent-manually; displayed\n\n--b--\n"
        },
        ("outcome delivered m.eml", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"local": "me"',),
    ),
    "outcomes: reasons in words alone": Case(
        {
            "i.csv": "reason,email,created\nMail domain mentioned in email address is unknown,jane.doe@acmee.test,1777888000\nNo such user here,bob.jones@acme.test,1777888000\n"
        },
        ("outcome bounced i.csv", "store export"),
        found=('"local": "jane.doe"', '"local": "bob.jones"'),
    ),
    "outcomes: a status is about the first address of a row": Case(
        {
            "b.csv": "Email,Email Status,Secondary Email\njane.doe@acme.test,bounced,jane@other.test\nbob.jones@acme.test,valid,\n"
        },
        ("outcome bounced b.csv", "store export"),
        found=('"local": "jane.doe"',),
        lacking=('"domain": "other.test"',),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_inputs(name: str, tmp_path: Path) -> None:
    check(CASES[name], tmp_path)


@pytest.mark.parametrize(
    ("title", "cell", "status"),
    [
        ("Status", "never bounced", "other"),
        ("Status", "kein Bounce", "other"),
        ("Status", "Bounced: no", "other"),
        ("Status", "bounced: no mailbox", "bounced"),
        ("Status", "nunca entregado", "bounced"),
        ("Status", "could not be delivered", "bounced"),
        ("Status", "Delivered: no.", "bounced"),
        ("Status", "Delivered, never opened", "delivered"),
        ("Status", "delivered, no bounce", "delivered"),
        ("Status", "Opened, no reply", "delivered"),
        ("Status", "not opened", "other"),
        ("Status", "No reply", "other"),
        ("Opened", "no", "other"),
        ("Opened", "yes", "delivered"),
        ("Not opened", "yes", "other"),
        ("Bounces", "2", "bounced"),
        ("Bounced on", "12.01.2026", "bounced"),
        ("Opened at", "2026-01-12T10:00:00Z", "delivered"),
        ("Last opened", "Never", "other"),
        ("Not bounced", "yes", "not bounced"),
        ("Not bounced", "no", "bounced"),
        ("Kein Bounce", "ja", "not bounced"),
        ("No hard bounce", "yes", "temporary"),
        ("Soft bounced", "true", "temporary"),
        ("Soft bounced", "false", "not bounced"),
        ("Deliverable", "yes", "other"),
        ("Result", "ok", "other"),
        ("Reason", "failed_smtp_connection", "temporary"),
        ("Reason", "DNS_FAILURE", "temporary"),
        ("Reason", "FILTERED", "temporary"),
        ("Category", "BadAddress", "bounced"),
        ("Deliverable", "no", "bounced"),
        ("Nicht zugestellt", "ja", "bounced"),
    ],
)
def test_a_denied_status(title: str, cell: str, status: str) -> None:
    assert status_of(title, cell) == status
