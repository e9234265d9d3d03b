"""Opt-outs: the addresses, domains and people that a line, a row of a table or an argument names.

Dates and remarks beside them are skipped; the rest is left over, to be shown. If the meaning is unclear, an opt-out
covers more people rather than fewer.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from guessmail.addresses import address_of, is_masked
from guessmail.data import opt_outs as table
from guessmail.data.columns import fold_title
from guessmail.data.name_words import PARTICLES
from guessmail.data.site_hosts import PAGE_HOSTS
from guessmail.domains import has_known_suffix, read_domain
from guessmail.errors import Code, Problem
from guessmail.lists.cells import is_date
from guessmail.lists.headers import SITES, Kind
from guessmail.lists.opted_out import MAX_REMARK_WORDS, REMARKS, OptOutColumns, is_remark
from guessmail.lists.questions import RowReader
from guessmail.names import Name, name_from_parts, read_name
from guessmail.names.known import is_given
from guessmail.names.namesakes import is_one_word
from guessmail.text import MAX_CHARACTERS, clean, fold, split_address

_PIECES = re.compile(r"[,;|\t\r\n，；、｜]+")
_PARTS = re.compile(r'[<>()\[\]{}"]+|(?:^|\s)[-/*]+(?=\s|$)|[:=](?!\d|//)')
_TOKENS_WITH_AT = re.compile(r'(?<![^\s<>()\[\]{}":=/\\])([^\s<>()\[\]{}":=/\\@]*@[^\s<>()\[\]{}":=/\\]+)')
_HOST = re.compile(r"(?:\*?\.)?((?:[\w-]+\.)+[\w-]+)\.?")
_URL = re.compile(r"(?:https?://|www\.|(?:[\w-]+\.)+[a-z]{2,}/)[^\s@]*", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|\s)(?:#|//)[^@]*$")
_AT, _DOT = (re.compile(rf"\s*[\[({{]\s*{word}\s*[\])}}]\s*", re.IGNORECASE) for word in ("at", "dot"))
_FULL_STOPS = str.maketrans("\u3002\uff61", "..")  # of East Asian domains (UTS 46 2.3)
_NOT_NAMES = (table.NOT_NAMES | table.NO | REMARKS) - {*map(fold_title, PARTICLES)}

Part = tuple[str, Any]
"""A kind and its value: `address`, `domain`, `whole` (a domain that stands for all its addresses), `masked` (the domain of an
address with hidden letters), `name` (a `Name`), `leftover` (text that was not understood) or `remark`."""


class OptOut(NamedTuple):
    """An address; or a person at a domain; or, without a person, a whole domain. Domains are A-labels in lower case."""

    address: str = ""
    domain: str = ""
    person: Name | None = None

    @property
    def is_name_alone(self) -> bool:
        """Whether its person is a single name, which means everybody at the domain who has it."""
        return self.person is not None and is_one_word(self.person)


class OptOuts(NamedTuple):
    """The opt-outs of a text or a row."""

    named: tuple[OptOut, ...] = ()
    leftover: tuple[str, ...] = ()
    """Texts that were not understood."""
    has_remark: bool = False
    """Whether it has a date, a remark or a name that was understood and adds no opt-out."""
    is_declined: bool = False
    """Whether a row says that it is not unsubscribed."""
    doubt: str | None = None
    """The cell of a row that should say whether it is unsubscribed, and leaves it open."""


def read_opt_outs(text: str) -> OptOuts:
    """Return the opt-outs in a line or an argument: `Jane Doe <jane@acme.com>, bob@acme.com`, `*@acme.com`, `Jane Doe, acme.com`."""
    parts = _sort_out(text)
    names = _of_kind("name", parts)
    has_domain_alone = _of_kind("domain", parts) and not _of_kind("address", parts)
    if has_domain_alone and not any(_is_person(name) for _, name in names):
        # The name may be the company's: the whole domain is meant then.
        parts = [part for part in parts if part[0] != "name"]
        parts += [("leftover", name.written) for _, name in names]
    opt_outs = opt_outs_of(parts)
    line = _COMMENT.sub("", text).strip()
    return OptOuts(leftover=(line,)) if line and not (opt_outs.named or opt_outs.leftover) else opt_outs


def _is_person(name: Name) -> bool:
    """Return whether a name is a person's: a word is a given name, or it has no given name but a title and a family name."""
    has_title = not any(reading.given for reading in name.readings)
    return has_title or any(is_given(fold(word)) for word in re.split(r"[\s-]+", name.written))


def _of_kind(kind: str, parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part[0] == kind]


def opt_outs_of(parts: Iterable[Part]) -> OptOuts:
    """Return the opt-outs of a text: each address, each person at each domain, and, without people, each other domain."""
    found = defaultdict[str, list[Any]](list)
    for kind, value in parts:
        found[kind].append(value)
    at = dict.fromkeys(split_address(address)[1] for address in found["address"])
    # A single name would mean everybody who has it: it is ignored beside an address.
    people = [name for name in found["name"] if not (at and is_one_word(name))]
    places = dict.fromkeys([*at, *found["domain"], *found["masked"]])
    alone = [domain for domain in found["domain"] if not people and domain not in at]
    named = [
        *(OptOut(address) for address in found["address"]),
        *(OptOut(domain=domain, person=name) for name in people for domain in places),
        *(OptOut(domain=domain) for domain in [*found["whole"], *alone]),
    ]
    leftover = found["leftover"] if named else found["leftover"] + [name.written for name in found["name"]]
    has_remark = bool(found["remark"]) or len(people) < len(found["name"])
    return OptOuts(tuple(dict.fromkeys(named)), tuple(leftover), has_remark)


def _sort_out(text: str) -> list[Part]:
    """Return the parts of a text, in linear time."""
    text = html.unescape(text)
    comment = _COMMENT.search(text)
    parts: list[Part] = [("remark", "")] if comment else []
    texts: list[str | None] = []
    """The texts between addresses, with None in place of each address."""
    for piece in _PIECES.split(text[: comment.start()] if comment else text):
        if len(piece) > 1000:  # an address has 254, a name 300
            parts.append(("leftover", f"{piece[:60]}…"))
        elif '"@' in piece:  # a quoted local part
            quoted = address_of(piece)
            parts.append(("address", quoted) if quoted else ("leftover", piece.strip()))
        else:
            plain = clean(piece.replace("%40", "@")).translate(_FULL_STOPS)
            for line in _DOT.sub(".", _AT.sub("@", plain)).split("|"):
                before, *others = _TOKENS_WITH_AT.split(line)
                texts += _PARTS.split(before)
                for token, after in zip(others[::2], others[1::2], strict=True):
                    found, rest = _in_token(token)
                    parts += found
                    texts += [None, rest, *_PARTS.split(after)]
    return [*parts, *_beside_addresses(texts, has_address=bool(_of_kind("address", parts)))]


def _in_token(token: str) -> tuple[list[Part], str]:
    """Return the parts of a token that has an @, and the text behind its domain."""
    local, typed = split_address(token)
    host = _HOST.match(typed)
    domain, rest = _split_host(host[1]) if host else ("", "")
    bare = local.strip("'`.-!?").lstrip("*")
    if domain and local.strip("'`") in {"", "*", "%", ".*", "**"}:
        found = _with_domain("whole", domain, domain)
    elif domain and "@" not in local and is_masked(bare):
        found = [("masked", domain), ("leftover", token)]
    elif domain and "@" not in local and (address := address_of(f"{bare}@{domain}")):
        found = _with_domain("address", address, domain)
    else:
        found = [("leftover", token)]
    return found, rest + typed[host.end() :] if host else ""


def _in_host(text: str) -> list[Part]:
    """Return the domain that a text is, or that of a URL; an empty list for other texts, and for pages of shared sites."""
    host = _HOST.fullmatch(text)
    read = read_domain(host[1] if host else text) if host or _URL.fullmatch(text) else None
    if not isinstance(read, str) or (read in PAGE_HOSTS and text.count("/") > 2):
        return []
    return _with_domain("domain", read, read)


def _with_domain(kind: str, part: str, domain: str) -> list[Part]:
    """Return a part; a domain without a known suffix, which is probably mistyped, is left over as well."""
    return [(kind, part)] if has_known_suffix(domain) else [(kind, part), ("leftover", domain)]


def _beside_addresses(texts: Iterable[str | None], *, has_address: bool) -> Iterator[Part]:
    """Yield the parts of texts between addresses, as `_sort_out` collects them."""
    run: list[str] = []
    for each in [*texts, None]:
        text = each.strip(" .,'`!?_-") if each is not None else ""
        if each is None or (text and not (name := _name_in(text))):
            if any(" " not in part for part in run):  # `Doe`, `Jane` are one person's
                run = [(", " if len(run) == 2 else " ").join(run)]
            yield from (("name", person) for part in run if isinstance(person := read_person(part), Name))
            run = []
        if not text or fold_title(text) in table.LABELS:
            continue
        if name:
            run.append(text)
        elif is_remark(text):
            yield "remark", text
        else:
            yield from _in_host(text) or _in_words(text.split(), has_address=has_address)


def _in_words(words: list[str], *, has_address: bool) -> Iterator[Part]:
    """Yield the parts of words (`Jane Doe at acme.com`); domains among them count only if the text has no address."""
    hosts = {word: _in_host(word) for word in words if not has_address and _is_host(word)}
    yield from chain.from_iterable(hosts.values())
    rest = [word for word in words if not hosts.get(word)]
    for start in range(max(0, len(rest) - MAX_REMARK_WORDS), len(rest)):
        if is_date(rest[start:]):
            yield "remark", " ".join(rest[start:])
            del rest[start:]
    while any(hosts.values()) and rest and rest[-1].lower() in table.AT:
        rest.pop()
    left = " ".join(rest)
    is_company = getattr(read_name(left), "code", "") == Code.NOT_A_NAME
    if name := _name_in(left):
        yield "name", name
    elif left and (is_company or is_remark(left)):
        yield "remark", left
    elif left:
        yield "leftover", left


def _is_host(word: str) -> bool:
    """Return whether a word is a URL, or a domain with a known suffix; `J.Doe` is not, by its capitals."""
    host = _HOST.fullmatch(word)
    is_known = host and not host[1].istitle() and has_known_suffix(_split_host(host[1])[0])
    return bool(is_known or _URL.fullmatch(word))


def _split_host(host: str) -> tuple[str, str]:
    """Return a domain and the text behind it: `acme.com` and `-by` for `acme.com-by`; the domain may be empty."""
    ends = [len(host), *(at for at in range(len(host) - 1, 0, -1) if not host[at].isalpha())]
    for end in ends[:24]:
        read = read_domain(host[:end])
        if not isinstance(read, Problem) and has_known_suffix(read):
            return read, host[end:]
    read = read_domain(host)
    return "" if isinstance(read, Problem) else read, ""


def read_person(text: str) -> Name | Problem:
    """Read a name as `read_name` does, except that particles and one word (`van der Berg`) are a family name alone."""
    *before, _ = text.split() or [""]
    is_family = before and all(fold(word) in {"mc", "mac"} or fold(word) in PARTICLES for word in before)
    return name_from_parts("", text) if is_family else read_name(text)


def _name_in(text: str) -> Name | None:
    """Return the name that a text is; None if it has digits, words of remarks, or lower-case words other than particles."""
    words = text.split()
    may_be_name = (
        0 < len(words) <= 8
        and len(text) <= MAX_CHARACTERS
        and not any(map(str.isdigit, text))
        and _NOT_NAMES.isdisjoint(map(fold_title, words))
        and fold_title(text) not in REMARKS | table.LABELS
        and not any(word[0].islower() and word.lower() not in PARTICLES for word in words)
        and "." not in text.strip(".")[2:-1].replace(". ", "")
    )
    name = read_person(text) if may_be_name else None
    return name if isinstance(name, Name) else None


def read_row(columns: OptOutColumns, names: RowReader, cells: Sequence[str]) -> OptOuts:
    """Return the opt-outs of a row: every address, and the person at each domain; none if a cell denies them, and no other says or leaves it open."""
    texts, answers = columns.texts(cells), {answer[1:] for answer in columns.answers(cells)}
    values = {value for _, value in answers}
    if False in values and True not in values and (Kind.UNSUBSCRIBED, None) not in answers:
        return OptOuts(is_declined=True)
    parts: list[Part] = []
    sites: list[Part] = []
    for kind, text in texts:
        if kind in {Kind.EMAIL, Kind.DOMAIN} or (kind == Kind.NAME and "@" in text):
            parts += _sort_out(text)
        elif kind in SITES:
            sites += _sort_out(text)
        elif "@" in text:  # in a remark: the address counts, the words beside it do not
            parts += _of_kind("address", _sort_out(text))
    parts += _of_kind("address", sites)
    if not _of_kind("address", parts):
        parts += _of_kind("domain", sites)
    full, given, middle, family = names.parts(["" if "@" in text else text for _, text in texts])
    people = [(given, middle, family)] if given or family else []
    others = [cells[at] for at in names.columns.of(Kind.NAME)[1:] if at < len(cells) and " " in cells[at]]
    own = {*map(fold_title, f"{given} {middle} {family}".split())}
    # A full name with words that its parts lack is another person's.
    people += [(each, "", "") for each in (full, *others) if not {*map(fold_title, each.split())} <= own]
    for given, middle, family in people:
        name = name_from_parts(given, family, middle) if family else read_person(given)
        if isinstance(name, Name):
            parts.append(("name", name))
        elif name.code is not Code.NOT_A_NAME:  # a company's name is ignored
            written = " ".join(filter(None, (given, middle, family)))
            parts = [*(part for part in parts if part[0] != "domain"), ("leftover", written)]
    return opt_outs_of(parts)._replace(has_remark=False, doubt=columns.doubt(cells))
