"""Texts with addresses: plain ones, web pages, LDIF (RFC 2849), vCards (RFC 6350, RFC 2426, parts of 2.1), mail (RFC 5322) and mailboxes (RFC 4155)."""

import base64
import io
import quopri
import re
from binascii import Error as Base64Error
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import HeaderParser
from html.parser import HTMLParser
from itertools import chain, takewhile
from typing import BinaryIO, cast
from urllib.parse import unquote

from guessmail.data.columns import fold_title
from guessmail.data.file_starts import FIELD, INLINE, LDIF_MAIL
from guessmail.data.mail_words import HIDDEN
from guessmail.data.reports import HEADING
from guessmail.data.statuses import FOOTERS, STATUS_WORDS
from guessmail.lists.cells import is_bad_address, status_of
from guessmail.lists.decoding import TextSource
from guessmail.lists.opted_out import is_opt_out
from guessmail.mailboxes import Mailbox, mailboxes, name_alone
from guessmail.samples.entries import Entries, Rejected, RejectionReason

_LONGEST = 1 << 16  # characters of a logical line that are kept: a longer one is a picture or a key
_VCARD_PROPERTY = re.compile(
    r'(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;(?:[^":;]|"[^"]*")*)*):(?P<value>.*)', re.DOTALL
)
_VCARD_SEMICOLON = re.compile(r"(?<!\\);")
_FIELD = re.compile(FIELD, re.IGNORECASE)
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_PROSE = re.compile(r"[^\W\d]\.[^\W\d]|[.!?]\s*$|[,;|\t]")
"""A host in a line, the end of a sentence, or a delimiter: such a line is a heading only by its marks."""
_HEADER_LIMIT = 1 << 18  # bytes of headers that are read; a longer header is an attack or no mail
_LINE_LIMIT = 1 << 16  # bytes of a line that are read; RFC 5322 2.1.1 allows 998


def lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a text with their endings, decoded as lists are; `BrokenFileError` if it is no text."""
    for piece in TextSource(cast("io.BufferedReader", stream)).pieces():
        yield from io.StringIO(piece, newline="")


def unfolded(pieces: Iterable[str]) -> Iterator[str]:
    """Yield logical lines: folded ones (RFC 2849, RFC 6350 3.2) and those that quoted-printable continues are joined."""
    parts: list[str] = []
    size, is_quoted = 0, False
    for piece in pieces:
        text = piece.rstrip("\r\n")
        is_folded = text[:1] in {" ", "\t"}
        if is_folded or (is_quoted and parts[-1].endswith("=")):
            if size < _LONGEST:
                parts.append(text[1:] if is_folded else f"\n{text}")
                size += len(text)
            continue
        yield "".join(parts)
        parts, size = [text], len(text)
        is_quoted = "QUOTED-PRINTABLE" in text.partition(":")[0].upper()
    yield "".join(parts)


def decode_value(value: bytes) -> str:
    """Decode a value whose encoding is unknown: as UTF-8, else as Windows-1252."""
    with suppress(UnicodeDecodeError):
        return value.decode()
    return value.decode("cp1252", "replace")


def read_text(stream: BinaryIO) -> Entries:
    """Yield every address in a text, with the name that belongs to it; rejections below headings that say so."""
    for number, line, heading in under_headings(lines(stream)):
        reason = RejectionReason.CALLED_INVALID if is_bad_address(heading) else None
        reason = RejectionReason.OPTED_OUT if is_opt_out(heading) else reason
        for mailbox in mailboxes(line):
            place = f"line {number}"
            yield Rejected(reason, place) if reason else mailbox._replace(place=place)


def under_headings(texts: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Yield each line, its number and the heading above it that says what became of mail, or who opted out: `Hard bounces (2):`, `## Sent`.

    Another heading, if it is neither deeper nor the next line, ends the section. Headings without addresses are not yielded.
    """
    heading, depth, is_apart, is_used = "", 0, True, False
    for number, line in enumerate(texts, 1):
        label, _, rest = line[:200].partition(":")
        if "@" in line:
            heading = (
                label.strip() if rest and fold_title(label) in STATUS_WORDS.keys() - FOOTERS else heading
            )
            yield number, line, heading
            is_apart, is_used = False, True
            continue
        words = [word for word in _EDGES.sub("", label).split() if "." not in word[1:-1]]  # without hosts
        phrases = (" ".join(words[:6]), " ".join(words[-6:]))
        said = [each for each in phrases if status_of("", each) or is_opt_out(each) is not None]
        level = len(line) - len(line.lstrip("# \t"))
        is_alone = not rest.strip() or line.lstrip()[:1] == "#"
        is_marked = is_alone and HEADING.match(line[:200])
        is_short = len(words) < 5 and (is_apart or heading) and not _PROSE.search(label)
        if said and is_alone and (is_marked or is_short):
            heading, depth, is_apart, is_used = said[0], level, True, False
            continue
        if is_marked and heading and is_used and level <= depth:
            heading = label.strip()
        yield number, line, heading
        is_apart = not line.strip()


class _Page(HTMLParser):
    """The visible text of a page; a link to an address becomes `Jane Doe <jane@acme.com>`."""

    parse_marked_section = HTMLParser.parse_bogus_comment  # Word's `<![if !vml]>`

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._address, self._start = "", 0  # of the link, and of its text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append("" if tag in INLINE else "\t" if tag in {"td", "th"} else "\n")
        scheme, _, target = (dict(attrs).get("href") or "").strip().partition(":")
        if tag == "a" and scheme.lower() == "mailto":
            self._address, self._start = unquote(target.partition("?")[0]), len(self.parts)
            self.parts.append(f"|{self._address}|")  # also if the link has no end

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address:
            text, link = "".join(self.parts[self._start + 1 :]), f"|{self._address}|"
            name, beside = name_alone(text), "" if "@" in text else text
            self.parts[self._start :] = [f"|{name} <{self._address}>|" if name else f"\t{beside}{link}"]
            self._address = ""

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.cdata_elem else re.sub(r"\s+", " ", data))  # of a script or style


def read_page(stream: BinaryIO) -> Entries:
    """Yield every address in the visible text and the links of a web page, with the name that belongs to it."""
    page = _Page()
    page.feed(decode_value(stream.read()))  # without `close`, which would read each unfinished tag anew
    found = (mailbox for line in "".join(page.parts).split("\n") for mailbox in mailboxes(line))
    yield from (mailbox._replace(place=f"address {number}") for number, mailbox in enumerate(found, 1))


def read_ldif(stream: BinaryIO) -> Entries:
    """Yield the addresses of each entry under its display name, its common name, or its parts."""
    number, entry = 1, defaultdict[str, list[str]](list)
    for line in chain(unfolded(lines(stream)), [""]):
        key, colon, value = line.partition(":")
        if not line and entry:
            yield from _of_entry(entry, f"entry {number}")
            number += 1
            entry.clear()
        elif colon and not line.startswith("#"):
            entry[key.partition(";")[0].strip().lower()].append(_ldif_value(value))


def _ldif_value(written: str) -> str:
    """Return a value, decoded from Base64 if a second colon stands before it (RFC 2849); empty if that is broken."""
    if not written.startswith(":"):
        return written.strip()
    with suppress(ValueError):  # also for characters outside ASCII
        return decode_value(base64.b64decode(written[1:].strip()))
    return ""


def _of_entry(entry: Mapping[str, Sequence[str]], place: str) -> Entries:
    name = next((entry[key][0] for key in ("displayname", "cn", "name") if key in entry), "")
    name = name or " ".join(entry[key][0] for key in ("givenname", "sn") if key in entry)
    found = [address for key in LDIF_MAIL for address in entry.get(key, ())]
    found += [proxy[5:] for proxy in entry.get("proxyaddresses", ()) if proxy.startswith("SMTP:")]
    yield from (Mailbox(address, name, place) for address in dict.fromkeys(found))
    if not found and name:
        yield Rejected(RejectionReason.NO_ADDRESS, place)


def read_calendar(stream: BinaryIO) -> Entries:
    """Yield the people that the events of a calendar name, each under the common name (RFC 5545 3.2.2)."""
    for number, line in enumerate(unfolded(lines(stream)), 1):
        match = _VCARD_PROPERTY.match(line)
        is_thing = match and re.search(";CUTYPE=R", match["parameters"], re.IGNORECASE)  # a room or resource
        if match and match["name"].upper() in {"ATTENDEE", "ORGANIZER"} and not is_thing:
            name = re.search(r';CN="?([^";:]*)', match["parameters"], re.IGNORECASE)
            yield Mailbox(match["value"].rpartition(":")[2], name[1] if name else "", f"property {number}")


def read_vcard(stream: BinaryIO) -> Entries:
    """Yield the addresses of each card under its FN, or under the name in its N if FN is empty or the company's."""
    number, card = 0, defaultdict[str, list[str]](list)
    for match in filter(None, map(_VCARD_PROPERTY.match, unfolded(lines(stream)))):
        name, value = match["name"].upper(), match["value"].strip()
        if name == "BEGIN":
            number += 1
            card.clear()
        elif name == "END":
            yield from _of_card(card, f"card {number}")
            card.clear()
        elif name in {"FN", "N", "ORG", "EMAIL"}:
            if "QUOTED-PRINTABLE" in match["parameters"].upper():
                value = decode_value(quopri.decodestring(value.encode()))
            card[name].append(value)
    if card:
        yield Rejected(RejectionReason.UNREADABLE, f"card {number}")


def _of_card(card: dict[str, list[str]], place: str) -> Entries:
    name = _unescaped(card["FN"][0]) if "FN" in card else ""
    company = _unescaped(_VCARD_SEMICOLON.split(card["ORG"][0])[0]) if "ORG" in card else ""
    if (not name or name.casefold() == company.casefold()) and "N" in card:
        family, given, middle, *_ = [*map(_unescaped, _VCARD_SEMICOLON.split(card["N"][0])), "", "", ""]
        name = " ".join(filter(None, (given, middle, family))) or name
    for address in card.get("EMAIL", ()):
        yield Mailbox(_unescaped(address), name, place)
    if "EMAIL" not in card:
        yield Rejected(RejectionReason.NO_ADDRESS, place)


def _unescaped(value: str) -> str:
    r"""Return a value without its escapes: `\,` becomes a comma, `\n` a space."""
    return re.sub(r"\\(.)", lambda match: " " if match[1] in "nN" else match[1], value).strip()


def is_mail(head: bytes) -> bool:
    """Return whether the first lines have two different header fields (RFC 5322 2.2); folded lines are skipped."""
    lines = takewhile(bytes.strip, head.lstrip().splitlines()[:50])
    return len({match[0].lower() for line in lines if (match := _FIELD.match(line))}) > 1


def read_mail(stream: BinaryIO) -> Entries:
    """Yield the addresses in From, To, Cc and Reply-To of each message; bodies are skipped."""
    for number, header in enumerate(messages(stream), 1):
        if len(header) >= _HEADER_LIMIT:
            yield Rejected(RejectionReason.UNREADABLE, f"message {number}")
            continue
        message = parse_header(header)
        for field in ("From", "To", "Cc", "Reply-To"):
            for value in message.get_all(field, []):
                for mailbox in mailboxes(HIDDEN.sub(r"\1@", re.sub(r"[\r\n]+", " ", value))):
                    # Its name, decoded, may hold commas.
                    yield Mailbox(mailbox.address, _decoded(mailbox.name), f"message {number}, {field}")


def parse_header(header: bytes) -> Message:
    """Return the fields of a header; bytes without a charset are UTF-8, or else Windows-1252."""
    return HeaderParser().parsestr(decode_value(header))


def messages(stream: BinaryIO, limit: int = 0) -> Iterator[bytes]:
    """Yield each message of a mailbox (RFC 4155, appendix A), or of an `.eml`, cut after `limit` bytes; without a limit, only its header."""
    kept: list[bytes] = []
    size, most, in_header, was_blank, is_whole = 0, limit or _HEADER_LIMIT, True, True, True
    while line := stream.readline(_LINE_LIMIT):
        is_blank = is_whole and not line.strip(b"\r\n")
        if was_blank and line.removeprefix(BOM_UTF8).startswith(b"From "):
            if kept:
                yield b"".join(kept)[:most]
            kept, size, in_header = [], 0, True
        else:
            in_header = in_header and not (is_blank and kept)
            if (in_header or limit) and size < most:
                kept.append(line)
                size += len(line)
        was_blank, is_whole = is_blank, line.endswith(b"\n")
    if kept:
        yield b"".join(kept)[:most]


def _decoded(name: str) -> str:
    """Return a display name without its encoded words (RFC 2047); empty if they are broken."""
    # ValueError: a charset whose name is no text
    with suppress(HeaderParseError, Base64Error, LookupError, ValueError):
        parts = decode_header(name[:2000])  # each of 300 letters may take six characters
        return "".join([
            part if isinstance(part, str) else part.decode(code or "latin-1", "replace") for part, code in parts
        ])  # fmt: skip
    return ""
