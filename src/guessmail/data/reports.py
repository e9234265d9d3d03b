"""What mail servers write in reports on mail that came back: codes, and patterns of words, without regard to case.

Sources: the RFCs that are named; the reports of Exim, Postfix, Sendmail, qmail, Exchange and Gmail.
"""

import re

__all__ = [
    "BOUNDARY", "EMPTY_LINES", "FAILED", "GENERAL", "HEADING", "MAIL_SYSTEM", "NO_MAILBOX", "NO_MAILBOX_REPLIES",
    "OTHER_ADDRESS", "REPLY", "REPLY_LINE", "REPORT_WORDS", "RETURNED", "SENDER", "STATUS", "STATUS_PART",
    "UNKNOWN_USER",
]  # fmt: skip

NO_MAILBOX = frozenset("5.1.0 5.1.1 5.1.2 5.1.3 5.1.6 5.1.10 5.2.1".split())
"""No such mailbox, host or syntax, moved, disabled (RFC 3463 3.2, 3.3); 5.1.10: null MX (RFC 7505 4.2)."""
GENERAL = frozenset("5.0.0 5.4.1 5.5.0".split())
"""Codes that say nothing of a mailbox: the words beside them may."""
NO_MAILBOX_REPLIES = frozenset("550 551 553".split())
"""Replies to RCPT by which a server without enhanced codes says that there is no mailbox (RFC 5321 4.2.3)."""

STATUS = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")
REPLY = re.compile(r"(?:^|[^\w.@-])([245][0-5]\d)(?![\d.])")
REPLY_LINE = re.compile(r"(?:smtp;\s*)?[245][0-5]\d(?:$|[\s-])")
"""An enhanced status code (RFC 3463) in a text, a reply code in one, and a line that starts with a reply."""

UNKNOWN_USER = re.compile(
    r"(?:user|recipient|mailbox|address|account)\S{0,80} (?:is )?"
    r"(?:unknown|not found|unavailable|invalid|does ?n.?t exist|does not exist|rejected)|"
    r"(?:no such|unknown|invalid|no|nonexistent|bad) (?:\S{1,20} )?(?:user|recipient|mailbox|address|account)|"
    r"recipient address rejected|"
    r"(?:address|recipient|user) (?:you entered )?(?:could not|couldn.?t|cannot) be found|no mailbox here|"
    r"not a known user|mailbox unavailable|"
    r"(?:adresse|empfänger|postfach)\S{0,80} (?:konnte nicht gefunden werden|existiert nicht|wurde nicht gefunden|unbekannt)|"
    r"(?:adresse|destinataire)\S{0,80} (?:est introuvable|n.existe pas|inconnue?)|"
    r"(?:dirección|destinatario|buzón)\S{0,80} no (?:existe|se encontró)|"
    r"(?:indirizzo|destinatario|casella)\S{0,80} (?:non esiste|inesistente|non trovat[oa])",
    re.IGNORECASE,
)
"""Words for an unknown mailbox, in single spaces."""
RETURNED = re.compile(
    r"^-+ ?(?:this is a copy of|original message|below this line|message header|the (?:header|body) of|return-path)|"
    r"^return-path:|^------ this is a copy|^--- below|^original message headers:|^ursprüngliche nachrichten|"
    r"^en-têtes d[eu] message|^encabezados de(?:l)? mensaje|^intestazioni originali|^oorspronkelijke berichtkop",
    re.IGNORECASE,
)
"""Where the message that is given back begins."""
SENDER = re.compile(
    r"\W*(?:from|sender|return-path|reply-to|cc|bcc|von|absender|kopie|de|copie|da|van|från|fra|od)\s*:",
    re.IGNORECASE,
)
"""The start of a line that names who sent a message, or got a copy: mail to them did not come back."""
OTHER_ADDRESS = re.compile(
    r"(?:\b(?:from|sender|ctladdr|orig_to|orcpt|envelope-from|F|P)=|\s<= )<?[^\s<>,@]{0,320}@[^\s<>,]{0,255}>?"
)
"""A field of a mail server's log with the sender's address, or with the one that mail was redirected from."""
REPORT_WORDS = re.compile(
    r"permanent|could not be delivered|wasn.?t able to deliver|undeliver|delivery (?:has )?failed|returned to sender|"
    r"delivery to the following|failed permanently|i.?m not going to try again|address not found|mail delivery|"
    r"unzustellbar|nicht zugestellt|nachrichtenzustellung|zustellung fehlgeschlagen|non remis|pas pu être remis|"
    r"échec de la remise|no se (?:pudo|ha podido) entregar|no entregado|impossibile recapitare|recapito non riuscito|"
    r"onbestelbaar|niet (?:worden )?bezorgd|inte levereras|ikke leveres",
    re.IGNORECASE,
)
"""Words of a report."""
FAILED = re.compile(r"^\s{0,8}<?([^\s<>:]{1,64}@[^\s<>:]{1,255})>?:?(?: \([^\s()]{1,320}\))?\s*$")
"""A line that names a recipient: exim's, indented; qmail's, in angle brackets before a colon; Exchange's, twice."""
HEADING = re.compile(r"\s*#|.*(?::|==|--|[*_\]])\W*$")
"""A heading in a text by its marks: `## Bounced`, `Bounced (2):`, `--- Bounced ---`."""
MAIL_SYSTEM = re.compile(
    rb"(?i)^from:.*(?:mailer-daemon|postmaster|mail delivery|microsoft outlook)", re.MULTILINE
)
"""The start of a message, in bytes, that a mail system sent."""
STATUS_PART = re.compile(
    rb"content-type:\s*message/(?:delivery-status|disposition-notification)\b", re.IGNORECASE
)
BOUNDARY = re.compile(rb"^--.*\n?(?:[ \t\r]*\n)*", re.MULTILINE)
EMPTY_LINES = re.compile(rb"^(?:[ \t\r]*\n)+", re.MULTILINE)
"""The head of the machine-readable part of a report (RFC 3464, RFC 8098), lines between parts, and empty lines; all in bytes."""
