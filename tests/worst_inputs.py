"""Worst inputs of every reader, for the tests and for benchmarks/linear_time.py: none may take more than linear time."""

from collections.abc import Callable

__all__ = ["BOUNCED", "CATALOG", "COMPANIES", "LEARN", "REPORT", "WORST", "Content"]

Content = Callable[[int], bytes]
"""Makes an input of about so many bytes."""


def repeated(unit: str, before: str = "", after: str = "") -> Content:
    """Return what repeats a unit between two other texts."""
    return lambda size: f"{before}{unit * (size // len(unit))}{after}".encode()


def short_rows(size: int) -> bytes:
    """Return a list of many columns and many rows that lack them."""
    return b"name,domain," + b"a," * min(size >> 2, 4000) + b"\n" + b"x\n" * min(size >> 2, 8000)


def other_keys(size: int) -> bytes:
    """Return objects of many keys, and many that have none."""
    keys = b", ".join(b'"%d": 1' % number for number in range(size // 20))
    return b"{%s}\n" % keys + b"{}\n" * (size // 6)


MAIL = "From: jane@example.com\nDate: Mon, 4 May 2026 09:00:00 +0200\n"
REPORT = (
    "From MAILER Mon May  4 09:00:00 2026\nSubject: x\nContent-Type: multipart/report; boundary=x\n\n--x\n"
    "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
    "Final-Recipient: rfc822; jane@example.com\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; "
)
PLAIN_REPORT = "From: MAILER-DAEMON\nSubject: x\nTo: a@b.example\n\nThis is a permanent error.\n\n"
CARD = "BEGIN:VCARD\nVERSION:3.0\n"
LEARN = ("learn", "--dry-run", "FILE")
GUESS = ("guess", "-i", "FILE", "--no-store")
COMPANIES = ("guess", "Jane Doe", "Acme", "--companies", "FILE", "--no-store")
CATALOG = ("patterns", "--check", "FILE")
BOUNCED = ("outcome", "bounced", "FILE")

WORST: dict[str, tuple[tuple[str, ...], Content]] = {
    "text: spaces before an angle": (LEARN, repeated(" ", "a@b.example\n", "<a@")),
    "text: spaces before all": (LEARN, repeated(" ", "", "a@b.example\n")),
    "text: words without an end": (LEARN, repeated("a", "a@b.example\n", "@")),
    "text: many at signs": (LEARN, repeated("@a")),
    "text: opening quotes": (LEARN, repeated('"a\\', "a@b.example\n", "@")),
    "text: opening angles": (LEARN, repeated("<a@b", "a@b.example\n")),
    "text: bullets": (LEARN, repeated("* ", "a@b.example\n", "a@b<")),
    "text: colons": (LEARN, repeated("a: ", "a@b.example\n", "a@b<")),
    "text: names in brackets": (LEARN, repeated("A via (b ", "a@b.example\n", " <a@b.example>")),
    "text: names and commas": (LEARN, repeated("Doe, Jane, ", "", "<a@b.example>\n")),
    "text: times": (LEARN, repeated("10:00 ", "a@b.example\n", "Jane <a@b.example>\n")),
    "text: quoting": (LEARN, repeated("> ", "", "a@b.example\n")),
    "text: mailboxes in quotes": (LEARN, repeated('"a <b@c.example" ', "a@b.example\n")),
    "text: dashes": (LEARN, repeated(" -", "Jane Doe", " a@b.example\n")),
    "text: bare addresses": (LEARN, repeated("a@b.example ")),
    "page: tags": (LEARN, repeated("<a ", "<html>a@b.example")),
    "page: comments": (LEARN, repeated("<!--", "<html>a@b.example")),
    "page: links": (LEARN, repeated("<a href=mailto:a@b.example>Jane Doe</a>", "<html>")),
    "page: links without ends": (LEARN, repeated("<a href=mailto:a@b.example>", "<html>")),
    "text: headings": (LEARN, repeated("Bounced:\n", "a@b.example\n", "a@b.example\n")),
    "LDIF: folding": (LEARN, repeated("\n a", "dn: cn=x\ncn: x")),
    "LDIF: values": (LEARN, repeated("mail: a@b.example\n", "dn: x\n")),
    "mail: nested comments": (LEARN, repeated("(", MAIL + "To: ", " a@b.example\n\n")),
    "mail: groups in groups": (LEARN, repeated("a:", MAIL + "To: ", " a@b.example\n\n")),
    "mail: a long group": (LEARN, repeated("a@b.example,", MAIL + "To: g:", ";\n\n")),
    "mail: encoded words without end": (LEARN, repeated("=?a?q?=", MAIL + 'To: "', '" <a@b.example>\n\n')),
    "mail: folded lines": (LEARN, repeated(" a\n", MAIL + "To: a\n", "\n")),
    "mail: header fields": (LEARN, repeated("To: a@b.example\n", MAIL, "\n")),
    "mail: messages": (LEARN, repeated("From x\nTo: a@b.example\n\n", "From x\n\n")),
    "report: users": (BOUNCED, repeated("user", REPORT, "\n\n--x--\n")),
    "report: spaces": (BOUNCED, repeated(" ", REPORT + "user", "x\n\n--x--\n")),
    "report: addresses": (BOUNCED, repeated("address\t", REPORT, "\n\n--x--\n")),
    "report: nested parts": (
        BOUNCED,
        repeated('Content-Type: multipart/mixed; boundary="b"\n\n--b\n', REPORT + "550 user unknown\n\n"),
    ),
    "report: nested messages": (
        BOUNCED,
        repeated("Content-Type: message/rfc822\n\n", REPORT + "550 user unknown\n\n--x\n"),
    ),
    "report: parameters": (
        BOUNCED,
        repeated(";a", 'From x\nContent-Type: multipart/report; a="', "\n\ndelivery-status a@b.example"),
    ),
    "report: lines with addresses": (BOUNCED, repeated("  a@b.example\n", PLAIN_REPORT)),
    "report: words below an address": (BOUNCED, repeated("user ", f"{PLAIN_REPORT}  a@b.example\n", "\n")),
    "report: JSON brackets": (BOUNCED, repeated("[", "", "1")),
    "report: objects in objects": (BOUNCED, repeated('{"a":', "", "1")),
    "report: an open array": (BOUNCED, repeated('{"event": "bounce", "email": "a@b.example"}, ', "[")),
    "report: an open object": (BOUNCED, repeated('"a": 1, ', "{")),
    "report: recipients": (
        BOUNCED,
        repeated('"a@b.example", ', '{"event": "bounce", "recipients": [', '"a@b.example"]}'),
    ),
    "report: words of a status": (BOUNCED, repeated("soft ", "email,event\na@b.example,", "\n")),
    "report: fields of a log": (BOUNCED, repeated("from=", "a@b.example bounced ", "\n")),
    "list: titles of opt-outs": (GUESS, repeated("opted out ", "name,domain,", "\n")),
    "calendar: common names": (LEARN, repeated(";CN", "BEGIN:VCALENDAR\nATTENDEE", ":mailto:a@b.example\n")),
    "vCard: folding": (LEARN, repeated("\n a", CARD + "NOTE:x")),
    "vCard: quoted-printable": (LEARN, repeated("=\na", CARD + "FN;ENCODING=QUOTED-PRINTABLE:")),
    "vCard: parameters": (LEARN, repeated(';a="', CARD + "FN")),
    "vCard: dots": (LEARN, repeated("a.", CARD)),
    "samples: columns": (LEARN, repeated("name,", "email,")),
    "samples: an open quote": (LEARN, repeated("a\n", 'email,name\na@b.example,"')),
    "list: columns": (GUESS, repeated("name,", "name,domain,", "\n")),
    "list: columns of German names": (GUESS, repeated("name,", "vorname,", "domain\n")),
    "list: equal columns": (
        (*GUESS, "--format", "jsonl"),
        repeated("a,", "name,domain,", "\nJane,b.example\n"),
    ),
    "list: an open quote": (GUESS, repeated("a\n", 'name,domain\n"')),
    "list: a long record": (GUESS, repeated('"a\n",', "name,domain\n")),
    "list: quotes in the head": (GUESS, repeated('"a\n",')),
    "list: labels": (GUESS, repeated("a.", "name,website\nJane Doe,", "/x\n")),
    "list: short rows": (GUESS, short_rows),
    "list: vowels": (GUESS, repeated(f"Kim {'o' * 60}q,b.example\n", "name,domain\n")),
    "list: entities": (GUESS, repeated("&amp;", "name,domain\nJane ", ",b.example\n")),
    "list: addresses in a cell": (GUESS, repeated("a@b.example, ", 'name,email\nJane,"', '"\n')),
    "list: sites in a cell": (GUESS, repeated("http://b.example/ ", 'name,website\nJane,"', '"\n')),
    "list: a long title": (GUESS, repeated("Person - ", "name,domain,", "\n")),
    "list: a long company": (GUESS, repeated("a / ", "name,company\nJane,", "\n")),
    "list: an open array": (GUESS, repeated('{"name": "Jane", "domain": "b.example"}, ', "[")),
    "list: an object of an array": (
        GUESS,
        repeated('"a": 1, ', "[{", '"name": "Jane", "domain": "b.example"}]'),
    ),
    "list: JSON brackets": (GUESS, repeated("[", '{"name": ')),
    "list: JSON keys": (GUESS, other_keys),
    "companies: an open quote": (COMPANIES, repeated("a\n", 'company,domain\n"')),
    "companies: legal forms": (COMPANIES, repeated("gmbh ", "company,domain\n", ",b.example\n")),
    "catalogue: keys": (CATALOG, repeated("a: 1\n")),
    "catalogue: one key": (CATALOG, repeated("a", "", ": 1\n")),
    "catalogue: question marks": (CATALOG, repeated("? ")),
    "catalogue: dashes": (CATALOG, repeated("- ")),
    "catalogue: braces": (CATALOG, repeated("{a,", "patterns: ")),
    "catalogue: a pattern": (CATALOG, repeated("{first}", "patterns:\n  - share: 1\n    pattern: '", "'\n")),
    "catalogue: entries": (CATALOG, repeated('  - {pattern: "{first}", share: 1}\n', "patterns:\n")),
}
"""By name: the command, which reads FILE, and what is in it."""
