"""Opt-outs: the addresses, domains and people that a line, a cell or an argument names.

Dates and remarks beside them are understood; the rest is left over, to be shown. Where it is unclear who is meant, more
people are rather than fewer.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from guessmail.addresses import address_of, is_masked
from guessmail.data import opt_outs as table
from guessmail.data.columns import fold_title
from guessmail.data.name_words import PARTICLES
from guessmail.data.site_hosts import PAGE_HOSTS
from guessmail.domains import has_known_suffix, read_domain
from guessmail.errors import Code, Problem
from guessmail.names import Name, name_from_parts, read_name
from guessmail.names.known import is_given
from guessmail.names.namesakes import is_one_word
from guessmail.text import MAX_CHARACTERS, clean, fold, split_address

_MAX_PIECE = 1000  # characters of a piece of a line: an address has 254, a name 300
_MAX_NAME_WORDS = 8  # of a name
_MAX_REMARK_WORDS = 12
_MAX_CUTS = 24  # places in a text at which a domain may end
_PIECES = re.compile(r"[,;|\t\r\n，；、｜]+")
_PARTS = re.compile(r'[<>()\[\]{}"]+|(?:^|\s)[-/*]+(?=\s|$)|[:=](?!\d|//)')
_TOKENS = re.compile(r'[^\s<>()\[\]{}":=/\\]+')
_HOST = re.compile(r"(?:\*?\.)?((?:[\w-]+\.)+[\w-]+)\.?")
_URL = re.compile(r"(?:https?://|www\.|(?:[\w-]+\.)+[a-z]{2,}/)[^\s@]*", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|\s)(?:#|//)[^@]*$")
_AT, _DOT = (re.compile(rf"\s*[\[({{]\s*{word}\s*[\])}}]\s*", re.IGNORECASE) for word in ("at", "dot"))
_FULL_STOPS = str.maketrans("\u3002\uff61", "..")
"""Those of East Asian domains (UTS 46 2.3) that normalisation leaves."""
_NUMBER = re.compile(r"\d[\d./:+\-TZ]*(?:st|nd|rd|th|[年月日時])?\.?|[+-]\d{4}|\d{4}年\d+月\d+日")
_YEAR = re.compile(r"(?:19|20)\d\d")
_REMARKS = table.REMARKS | table.YES
_NOT_NAMES = (table.NOT_NAMES | table.NO | _REMARKS) - {*map(fold_title, PARTICLES)}


class OptOut(NamedTuple):
    """An address, a person at a domain, or, with neither, a whole domain; domains are A-labels in lower case."""

    address: str = ""
    domain: str = ""
    person: Name | None = None

    @property
    def is_name_alone(self) -> bool:
        """Whether it means everybody at the domain who has a name."""
        return self.person is not None and is_one_word(self.person)


class OptOuts(NamedTuple):
    """The opt-outs of a text or a row."""

    named: tuple[OptOut, ...] = ()
    leftover: tuple[str, ...] = ()
    """Texts that were not understood."""
    has_remark: bool = False
    """Whether it holds a date, a remark or a name that was understood, and adds nobody."""
    is_declined: bool = False
    """Whether a row says that it is not unsubscribed."""


def read_opt_outs(text: str) -> OptOuts:
    """Return the opt-outs in a line or an argument: `Jane Doe <jane@acme.com>, bob@acme.com`, `*@acme.com`, `Jane Doe, acme.com`."""
    found = sort_out(text)
    has_name_alone = found.domains and found.names and not found.addresses
    if has_name_alone and not any(map(_is_person, found.names)):
        # It may be the company's own: then all of it is meant.
        found.leftover += [name.written for name in found.names]
        found.names = []
    opt_outs = opt_outs_of(found)
    line = _COMMENT.sub("", text).strip()
    is_lost = line and not opt_outs.named and not opt_outs.leftover
    return OptOuts(leftover=(line,)) if is_lost else opt_outs


def _is_person(name: Name) -> bool:
    """Return whether a name is no company's: a word of it is a given name, or a title stands before a family name."""
    has_title = not any(reading.given for reading in name.readings)
    return has_title or any(is_given(fold(word)) for word in re.split(r"[\s-]+", name.written))


def opt_outs_of(found: "Sorted") -> OptOuts:
    """Return the opt-outs of a text: each address, each person at each domain, and without a person each other domain."""
    at = dict.fromkeys(split_address(address)[1] for address in found.addresses)
    # A name alone is everybody's who has it: beside an address it is not taken.
    people = [name for name in found.names if not (at and is_one_word(name))]
    places = {**at, **found.domains, **found.masked}
    alone = [domain for domain in found.domains if not people and domain not in at]
    named = [
        *(OptOut(address) for address in found.addresses),
        *(OptOut(domain=domain, person=name) for name in people for domain in places),
        *(OptOut(domain=domain) for domain in [*found.whole, *alone]),
    ]
    if not named:
        found.leftover += [name.written for name in found.names]
    has_remark = found.has_remark or len(people) < len(found.names)
    return OptOuts(tuple(dict.fromkeys(named)), tuple(found.leftover), has_remark)


class Sorted:
    """The parts of texts; `whole` are domains that stand for all their addresses, `masked` those of addresses with hidden letters."""

    def __init__(self) -> None:
        self.addresses: dict[str, None] = {}
        self.domains: dict[str, None] = {}
        self.whole: dict[str, None] = {}
        self.masked: dict[str, None] = {}
        self.names: list[Name] = []
        self.leftover: list[str] = []
        self.has_remark = False

    def add(self, other: "Sorted") -> None:
        """Add the parts of another text."""
        self.addresses |= other.addresses
        self.domains |= other.domains
        self.whole |= other.whole
        self.masked |= other.masked
        self.names += other.names
        self.leftover += other.leftover

    def add_address(self, token: str) -> str:
        """Add an address, or a domain where it stands for all of them; return the rest of the token."""
        local, typed = split_address(token)
        host = _HOST.match(typed)
        domain, rest = _split_host(host[1]) if host else ("", "")
        domain = "" if "@" in local else domain
        bare = local.strip("'`.-!?").lstrip("*")
        if domain and local.strip("'`") in {"", "*", "%", ".*", "**"}:
            self._add(self.whole, domain, domain)
        elif domain and is_masked(bare):
            self.masked[domain] = None
            self.leftover.append(token)
        elif domain and (address := address_of(f"{bare}@{domain}")):
            self._add(self.addresses, address, domain)
        else:
            self.leftover.append(token)
        return rest + typed[host.end() :] if host else ""

    def add_host(self, text: str) -> bool:
        """Add a domain or the site at a URL; return whether it is one."""
        host = _HOST.fullmatch(text)
        if not host and not _URL.fullmatch(text):
            return False
        read = read_domain(host[1] if host else text)
        if isinstance(read, Problem) or (read.ascii in PAGE_HOSTS and text.count("/") > 2):
            return False
        self._add(self.domains, read.ascii, read.ascii)
        return True

    def _add(self, found: dict[str, None], part: str, domain: str) -> None:
        """Add a part; if no mail can be sent to its domain, which is mistyped then, the domain is left over as well."""
        found[part] = None
        if not has_known_suffix(domain):
            self.leftover.append(domain)


def sort_out(text: str) -> Sorted:
    """Sort the parts of a text, in linear time."""
    found = Sorted()
    text = html.unescape(text)
    if comment := _COMMENT.search(text):
        text, found.has_remark = text[: comment.start()], True
    parts: list[str | None] = []
    for piece in _PIECES.split(text):
        if len(piece) > _MAX_PIECE:
            found.leftover.append(f"{piece[:60]}…")
        elif '"@' in piece:  # a quoted local part
            if quoted := address_of(piece):
                found.addresses[quoted] = None
            else:
                found.leftover.append(piece.strip())
        else:
            plain = clean(piece.replace("%40", "@")).translate(_FULL_STOPS)
            for line in _DOT.sub(".", _AT.sub("@", plain)).split("|"):
                parts += _parts(line, found)
    _sort_parts(parts, found)
    return found


def _parts(line: str, found: Sorted) -> Iterator[str | None]:
    """Add the addresses in a piece of text; yield the text around them, and None in place of each."""
    start = 0
    for token in _TOKENS.finditer(line):
        if "@" in token[0][:-1]:
            yield from _PARTS.split(line[start : token.start()])
            yield None
            yield found.add_address(token[0])
            start = token.end()
    yield from _PARTS.split(line[start:])


def _sort_parts(parts: Iterable[str | None], found: Sorted) -> None:
    """Sort the parts of a text beside its addresses."""
    run: list[str] = []
    for part in [*parts, None]:
        text = part.strip(" .,'`!?_-") if part is not None else ""
        if part is None or (text and not (name := _name_in(text))):
            if any(" " not in each for each in run):  # `Doe`, `Jane` are one person's
                run = [(", " if len(run) == 2 else " ").join(run)]
            found.names += [person for each in run if isinstance(person := read_person(each), Name)]
            run = []
        if not text or fold_title(text) in table.LABELS:
            continue
        if name:
            run.append(text)
        elif is_remark(text):
            found.has_remark = True
        elif not found.add_host(text):
            _sort_words(text, found)


def _sort_words(text: str, found: Sorted) -> None:
    """Sort words of which some may be domains, unless addresses are beside them, and others a name: `Jane Doe at acme.com`."""
    hosts = [word for word in text.split() if not found.addresses and _is_host(word) and found.add_host(word)]
    rest = [word for word in text.split() if word not in hosts]
    for start in range(max(0, len(rest) - _MAX_REMARK_WORDS), len(rest)):
        if _is_date(rest[start:]):
            found.has_remark = True
            del rest[start:]
    while hosts and rest and rest[-1].lower() in table.AT:
        rest.pop()
    left = " ".join(rest)
    if name := _name_in(left):
        found.names.append(name)
    elif left and (is_remark(left) or getattr(read_name(left), "code", "") == Code.NOT_A_NAME):  # a company's
        found.has_remark = True
    elif left:
        found.leftover.append(left)


def _is_host(word: str) -> bool:
    """Return whether a word among others is a domain: its end must be known, and `J.Doe` is none."""
    host = _HOST.fullmatch(word)
    is_known = host and not host[1].istitle() and has_known_suffix(_split_host(host[1])[0])
    return bool(is_known or _URL.fullmatch(word))


def _split_host(host: str) -> tuple[str, str]:
    """Return a domain and the text glued behind it: `acme.com`, `-by`; an empty domain if there is none."""
    ends = [len(host), *(at for at in range(len(host) - 1, 0, -1) if not host[at].isalpha())]
    for end in ends[:_MAX_CUTS]:
        read = read_domain(host[:end])
        if not isinstance(read, Problem) and has_known_suffix(read.ascii):
            return read.ascii, host[end:]
    return getattr(read_domain(host), "ascii", ""), ""


def read_person(text: str) -> Name | Problem:
    """Read a name as `read_name` does, and one of particles and a word, `van der Berg`, as a family name alone."""
    *before, _ = text.split() or [""]
    is_family = before and all(fold(word) in {"mc", "mac"} or fold(word) in PARTICLES for word in before)
    return name_from_parts("", text) if is_family else read_name(text)


def _name_in(text: str) -> Name | None:
    """Return the name that a part is by its capitals, or in a script without; None for remarks."""
    words = text.split()
    may_be_name = (
        0 < len(words) <= _MAX_NAME_WORDS
        and len(text) <= MAX_CHARACTERS
        and not any(map(str.isdigit, text))
        and _NOT_NAMES.isdisjoint(map(fold_title, words))
        and fold_title(text) not in _REMARKS | table.LABELS
        and not any(word[0].islower() and word.lower() not in PARTICLES for word in words)
        and "." not in text.strip(".")[2:-1].replace(". ", "")
    )
    name = read_person(text) if may_be_name else None
    return name if isinstance(name, Name) else None


def is_remark(text: str) -> bool:
    """Return whether a text is a date, or says that somebody is unsubscribed: `opted out on 4 May 2026`."""
    words = text.split()
    cuts = range(len(words) + 1) if 0 < len(words) <= _MAX_REMARK_WORDS else ()
    halves = ((words[:cut], words[cut:]) for cut in cuts)
    return any(
        all(not half or fold_title("".join(half)) in _REMARKS or _is_date(half) for half in each)
        for each in halves
    )


def _is_date(words: Sequence[str]) -> bool:
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    others = [fold_title(word) for word in words if word not in numbers]
    digits = sum(len(re.findall(r"\d+", number)) for number in numbers)
    is_known = bool(others) or digits > 2 or any(map(_YEAR.fullmatch, numbers))
    return bool(numbers) and is_known and table.DATE_WORDS.issuperset(filter(None, others))
