"""The meaning of a column's title (`Person - Name`, `E-mail 2`, `Name (full)`) and of its cells, and the placeholders among them."""

import html
import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from guessmail.addresses import is_masked
from guessmail.data import cell_forms as forms
from guessmail.data import columns, statuses
from guessmail.data.columns import fold_title
from guessmail.data.name_words import PARTICLES
from guessmail.data.site_hosts import CUSTOMER_HOSTS, PAGE_HOSTS
from guessmail.domains import read_domain
from guessmail.text import split_address

_LIMIT = 2048  # the characters of a cell that are examined


class Title(NamedTuple):
    """The meaning of a column's title."""

    kind: str = ""
    """The column's kind in `COLUMN_KINDS`; empty if it is not known."""
    number: int = 1
    """The number of the column among those of its kind."""
    is_plain: bool = False
    """Whether it is a plain word for a name, which may hold only a part of it beside columns of parts."""
    is_private: bool = False
    """Whether its addresses may be private: these columns come last."""
    owner: str = ""
    """`role` if its person is another one than the row's, `guest` if it is a guest's (`OWNERS`)."""
    stem: str = ""
    """The kind that an unknown title resembles, if any."""


@lru_cache(maxsize=4096)
def read_title(title: str) -> Title:
    """Return the meaning of a column's title; one of an unknown kind has a `stem` at most."""
    whole = fold_title(title)
    own = words_of(title)
    owner = next((columns.OWNERS[word] for word in own if word in columns.OWNERS), "")
    is_private = not columns.PRIVATE.isdisjoint(own)
    if kind := columns.COLUMN_KINDS.get(whole):
        return Title(kind, 1, whole in columns.PLAIN_NAMES, is_private, owner)
    bare = forms.BRACKETS.sub(" ", title[:200])
    words = words_of(bare if fold_title(bare) else title)
    number = next((int(word) for word in words if word.isdecimal() and len(word) < 4), 1)
    words = [word for word in words if not word.isdecimal()][:12]
    together = "".join(words)
    plain = tuple(word for word in words if word not in columns.GUESSED_TITLES)
    if not columns.GUESSED_TITLES.isdisjoint(own) and _title_kind(plain)[0] == "email":
        return Title("guess", number)
    kind, in_company = _title_kind(tuple(words))
    if kind and not (number > 1 and (in_company or kind in columns.HISTORY)):
        return Title(kind, number, together in columns.PLAIN_NAMES, is_private, owner)
    if kind or not columns.NO_MATTER.isdisjoint(words):
        return Title()
    found = (kind for kind, stems in columns.STEMS.items() for stem in stems if stem in together)
    return Title(stem=next(found, ""))


def words_of(title: str) -> list[str]:
    """Return the words of a title, folded; `firstName` has two."""
    text = unicodedata.normalize("NFC", title[:200])
    return [fold_title(word) for word in forms.WORDS.findall(forms.HUMPS.sub(" ", text)) if fold_title(word)]


def _title_kind(words: tuple[str, ...]) -> tuple[str, bool]:
    """Return the kind of a title's words without groups and qualifiers, and whether a group is an organisation's, whose `Name` is a company."""
    in_company = not columns.COMPANY_GROUPS.isdisjoint(words)
    while words:
        if kind := columns.COLUMN_KINDS.get("".join(words)):
            return kind, in_company
        if words[0] in columns.COMPANY_GROUPS and len(words) > 1:
            kind, _ = _title_kind(words[1:])
            if kind != "name" or not columns.PLAIN_NAMES.isdisjoint(words[1:]):
                kind = {"name": "company", "url": "website"}.get(kind, kind)
                kind = kind if kind in {"company", "domain", "website", "email"} else ""
            return kind, True
        if words[0] in columns.PERSON_GROUPS or words[0] in columns.QUALIFIERS:
            words = words[1:]
        elif words[-1] in columns.QUALIFIERS or (words[-1] in columns.COMPANY_GROUPS and len(words) > 1):
            words = words[:-1]
            if words in columns.NOT_ALONE:
                break
        else:
            break
    return "", in_company


def decoded(cell: str) -> str:
    """Return a cell with its HTML entities as characters."""
    return html.unescape(cell) if "&" in cell and forms.ENTITY.search(cell[:_LIMIT]) else cell


def is_empty(cell: str) -> bool:
    """Return whether a cell for a domain, a site, a company or an address is blank or a placeholder."""
    text = cell.strip()
    if len(text) > 6 and ("." in text[1:-2] or "@" in text) and " " not in text:
        return False  # a domain or an address, as in most cells; not an abbreviation such as `n.v.t.`
    if not text or len(text) >= 60:
        return not text
    from guessmail.data.cells import PLACEHOLDERS, SHORT_PLACEHOLDERS

    folded = fold_title(text)
    if not folded or text.lower() in SHORT_PLACEHOLDERS or forms.SHEET_ERROR.fullmatch(text):
        return True
    # A real domain or address has a full stop or an @ inside: `none.com`.
    return folded in PLACEHOLDERS and "@" not in text and "." not in text.strip(". ")


def name_in(cell: str) -> str:
    """Return the name in a cell, without placeholders and error values."""
    from guessmail.data.cells import NAME_PLACEHOLDERS

    words = (word for word in decoded(cell).split(" ") if word.strip() not in NAME_PLACEHOLDERS)
    return " ".join([word for word in words if not forms.SHEET_ERROR.fullmatch(word)])


def infix_in(cell: str) -> str:
    """Return the particles in a cell; empty if it has any other word, such as a title."""
    words = cell.lower().split()
    are_particles = all(word.strip(".") in PARTICLES or fold_title(word) in PARTICLES for word in words)
    return " ".join(cell.split()) if are_particles else ""


@lru_cache(maxsize=1 << 12)
def company_in(cell: str) -> str:
    """Return the company in a cell, without trade marks and emoji; empty for placeholders and words such as `Freelance`."""
    from guessmail.data.cells import NO_COMPANY, NO_COMPANY_STARTS

    if is_empty(cell):
        return ""
    text = " ".join(forms.MARKS.sub(" ", decoded(cell[:_LIMIT])).split())
    folded = fold_title(text)
    if folded in NO_COMPANY or folded.startswith(NO_COMPANY_STARTS):
        return ""
    return "" if fold_title(forms.REMARK.split(text, maxsplit=1)[0]) in NO_COMPANY else text


@lru_cache(maxsize=1 << 12)
def site_in(cell: str, customer_hosts: frozenset[str] = CUSTOMER_HOSTS) -> str:
    """Return the site in a cell of a column of sites; empty if there is none, or for a page at a service."""
    link = forms.LINK.search(cell[:_LIMIT])
    text = link[1] if link else cell.strip()
    if is_empty(text):
        return ""
    if is_readable(text) and not forms.SEPARATORS.search(text):
        return "" if _is_elsewhere(text, customer_hosts) else text
    parts = [part for part in forms.SEPARATORS.split(decoded(text[:_LIMIT])) if part and not is_empty(part)]
    readable = [part for part in parts if is_readable(part)]
    own = [part for part in readable if not _is_elsewhere(part, customer_hosts)]
    return own[0] if own else "" if readable else text


def is_readable(typed: str) -> bool:
    """Return whether a text has a valid domain."""
    return isinstance(read_domain(typed), str)


def _is_elsewhere(text: str, customer_hosts: frozenset[str]) -> bool:
    """Return whether a site is a page at a service, which does not show the company's domain."""
    host, _, rest = re.sub(r"^(?:https?:)?//", "", text.lower()).partition("/")
    host, _, query = host.partition("?")
    host = host.partition(":")[0].rpartition("@")[2].rstrip(".")[:253]
    labels = host.removeprefix("www.").split(".")[-5:]
    ends = [".".join(labels[at:]) for at in range(len(labels))]
    path = rest.strip("/? #")
    has_page = bool((path and not forms.LOCALE.fullmatch(path)) or query)
    return (has_page and not PAGE_HOSTS.isdisjoint(ends)) or not customer_hosts.isdisjoint(ends[1:])


def domain_of_address(address: str) -> str:
    """Return the domain of an address whose local part may be masked; empty if the domain is masked, or a placeholder."""
    from guessmail.data.cells import NO_DOMAINS

    local, domain = split_address(address)
    domain = domain.strip(" \t>;,).").lower()
    return "" if is_masked(domain) or (is_masked(local) and domain in NO_DOMAINS) else domain


class Status(StrEnum):
    """The outcome of mail to an address."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    """It failed permanently."""
    TEMPORARY = "temporary"
    """It failed for now, or for a reason that is not the mailbox's."""
    SENT = "sent"
    NOT_BOUNCED = "not bounced"
    """It did not come back, which proves that it arrived only if it was sent."""
    OTHER = "other"
    """Any other outcome: complained, unsubscribed."""


@lru_cache(maxsize=4096)
def status_of(title: str, cell: str) -> Status | None:
    """Return the status in a cell; that of a yes or no depends on the column's title. None if there is none."""
    folded = fold_title(cell)
    # A reply code has three digits.
    is_count = cell.strip().isdecimal() and len(cell.strip().lstrip("0")) in {1, 2}
    has_year = re.search(r"(?<!\d)(?:19[89]|20)\d\d(?!\d)", cell[:80])
    is_dated = has_year and is_date(cell[:80].replace(",", " ").split())
    is_yes = bool(folded in statuses.YES or is_count or is_dated)
    word = statuses.STATUS_WORDS.get(folded)
    if not is_yes and folded not in statuses.NO:
        return Status(word) if word else _status_in(cell)
    titles = {fold_title(title), *words_of(title)}
    said = {kind for kind, words in statuses.TITLES.items() if not words.isdisjoint(titles)}
    if said.isdisjoint({"bad", "good", "valid", "engaged"}):
        found = Status.SENT if is_yes else Status.TEMPORARY
        return found if "sent" in said else Status(word) if word else None
    if is_yes is not (("bad" in said) is ("denied" in said)):
        found = Status.OTHER if said.isdisjoint({"bad", "good", "valid"}) else Status.BOUNCED
        return Status.TEMPORARY if "soft" in said else found
    if "bad" not in said:
        return Status.OTHER if "valid" in said else Status.DELIVERED
    # "No" under "hard bounce" may still be a soft bounce.
    return Status.TEMPORARY if "hard" in said else Status.NOT_BOUNCED


def _status_in(cell: str) -> Status | None:
    """Return the status in a cell of a few words: `Bounced (soft)`, `not delivered`."""
    words = list(filter(None, map(fold_title, re.split(r"[^\w]+|_", cell[:200]))))
    if not words or len(words) > 6:
        return None
    pairs = list(map("".join, pairwise(words)))
    found = {statuses.STATUS_WORDS[word] for word in (*pairs, *words) if word in statuses.STATUS_WORDS}
    if "temporary" in found:  # Bounced (soft)
        return Status.TEMPORARY
    is_denied = words[-1] in statuses.NO  # "delivered: no"; the last word denies the one before it
    behind = (after for word, after in pairwise(words) if word in statuses.NEGATIONS)
    denied = {*map(statuses.STATUS_WORDS.get, chain(behind, words[-2:-1] if is_denied else ()))}
    if "bounced" in found - denied:
        return Status.BOUNCED
    places = chain(enumerate(words), enumerate(pairs))
    arrived = [(at, word) for at, word in places if statuses.STATUS_WORDS.get(word) == "delivered"]
    if arrived:
        # "Delivered, not opened" is delivered.
        at, word = min(arrived, key=lambda place: (place[1] in statuses.ENGAGED, place[0]))
        if statuses.NEGATIONS.isdisjoint(words[:at]) and not (is_denied and at == max(arrived)[0]):
            return Status.DELIVERED
        return Status.OTHER if word in statuses.ENGAGED else Status.BOUNCED
    return Status.OTHER if found and not any(map(str.isdecimal, words)) else None


@lru_cache(maxsize=4096)
def is_guess(cell: str) -> bool:
    """Return whether the status of an address says that a tool guessed it: `Extrapolated`."""
    return not columns.GUESSED.isdisjoint(words_of(cell))


@lru_cache(maxsize=4096)
def is_bad_address(cell: str) -> bool:
    """Return whether the state of a lead says that its address does not exist: `Bounced`, but not `Dead`."""
    folded = fold_title(cell)
    return any(stem in folded for stem in statuses.ADDRESS_STEMS) and status_of("", cell) is Status.BOUNCED


def is_date(words: Sequence[str]) -> bool:
    """Return whether words are a date or a time: `4 May 2026`, `2026-05-04T10:00Z`."""
    from guessmail.data.opt_outs import DATE_WORDS

    numbers = [word for word in words if forms.NUMBER.fullmatch(word)]
    others = [fold_title(word) for word in words if word not in numbers]
    digits = sum(len(re.findall(r"\d+", number)) for number in numbers)
    is_known = bool(others) or digits > 2 or any(re.fullmatch(r"(?:19|20)\d\d", each) for each in numbers)
    return bool(numbers) and is_known and DATE_WORDS.issuperset(filter(None, others))
