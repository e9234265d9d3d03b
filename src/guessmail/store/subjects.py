"""Subjects of the do-not-contact list: their marks within a scope, of which the list keeps keyed hashes.

A domain has one mark, an address has its local part, a person has every pair of names that a namesake could share. The
scope of a domain is the domain; the scope of a person or an address is the company, which is all its related domains.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from guessmail.data.letters import NORDIC_DIGRAPH, UMLAUT_DIGRAPH
from guessmail.domains import registrable
from guessmail.model.pool import SHORTEST_LABEL, label_of
from guessmail.names import Name, name_from_parts, read_name
from guessmail.names.namesakes import asked_marks, found_marks, kept_marks
from guessmail.store.files import Key
from guessmail.text import fold, split_address


class SubjectKind(StrEnum):
    """Kinds of entries of the list."""

    ADDRESS = "address"
    PERSON = "person"
    DOMAIN = "domain"


class Subject(NamedTuple):
    """A person, an address or a domain (in A-labels and lower case) on the list."""

    kind: SubjectKind
    domain: str
    marks: frozenset[str]
    own: frozenset[str]
    """The marks by which it is found again, to remove it from the list."""

    @property
    def scope(self) -> str:
        """The domain, or the company, in which it counts."""
        return self.domain if self.kind is SubjectKind.DOMAIN else company_scope(self.domain)

    def hashes(self, key: Key) -> list[bytes]:
        """Return the hashes of its entry in the list."""
        return [key.of_mark(self.scope, mark) for mark in self.marks] + self._place(key)

    def own_hashes(self, key: Key) -> tuple[list[bytes], list[bytes]]:
        """Return two lists of hashes; each of its entries has a hash of both. Older entries have the domain as their scope."""
        before = [key.of_mark(self.domain, mark) for mark in self.own]
        return [key.of_mark(self.scope, mark) for mark in self.own] + before, self._place(key) + before

    def is_of(self, address: str, name: str) -> bool:
        """Return whether an address at its domain is, or may be, the subject's; `name` is the owner's, or empty."""
        return self.kind is SubjectKind.DOMAIN or not self.marks.isdisjoint(marks_of(address, name))

    def _place(self, key: Key) -> list[bytes]:
        """Return the hash of its domain: entries of one company are added and removed separately."""
        return [] if self.kind is SubjectKind.DOMAIN else [key.of_mark(self.domain, "at")]


def domain_subject(domain: str) -> Subject:
    """Return the subject of a domain and its subdomains."""
    marks = frozenset({"domain"})
    return Subject(SubjectKind.DOMAIN, domain, marks, marks)


def address_subject(address: str, *, names: Iterable[Name] = ()) -> Subject:
    """Return the subject of an address at all related domains, and of the people (`names`) who are known to have it."""
    local, domain = split_address(address.lower())
    own = frozenset(local_marks(local))
    return Subject(SubjectKind.ADDRESS, domain, own.union(*(kept_marks(name) for name in names)), own)


def person_subject(name: Name, domain: str) -> Subject:
    """Return the subject of a person at a domain and all related ones."""
    return Subject(SubjectKind.PERSON, domain, kept_marks(name), found_marks(name))


def company_scope(domain: str) -> str:
    """Return the scope of a domain's company, the same for all related domains (`model.pool`)."""
    label = label_of(domain)
    return f"company {label if len(label) >= SHORTEST_LABEL else registrable(domain)}"


def marks_of(address: str, name: str) -> set[str]:
    """Return the marks of an address and of its owner; `name` is the owner's, or empty."""
    return local_marks(split_address(address)[0]).union(*map(asked_marks, _owners_of(address, name)))


def _owners_of(address: str, name: str) -> Iterator[Name]:
    """Yield the owner whom `name` names, else all names that the local part may have: J Doe, Jd Oe, Jdo E for `jdoe`."""
    if isinstance(named := read_name(name), Name):
        yield named
        return
    base = split_address(address)[0].lower().partition("+")[0].strip("0123456789._-")
    words = re.split(r"[._]+" if re.search(r"[._]", base) else "-+", base)
    parts = [(words[0], words[-1], " ".join(words[1:-1]))]
    if len(words) == 1:
        parts = [(base[:cut], base[cut:], "") for cut in range(1, len(base))]
    names = [read_name(base), *(name_from_parts(*each) for each in parts)]
    yield from (each for each in names if isinstance(each, Name))


def local_marks(local_part: str) -> set[str]:
    """Return the marks of a local part: as written, without its subaddress (RFC 5233), and both in ASCII letters."""
    local = local_part.lower()
    texts = {local, local.partition("+")[0]}
    if not local.isascii():
        words = [re.split(r"([._+-]+)", text) for text in texts]
        for letters in ({}, UMLAUT_DIGRAPH, NORDIC_DIGRAPH):
            for each in words:
                texts.add("".join(word if word.strip("._+-") == "" else fold(word, letters) for word in each))
    return {f"local {text}" for text in texts}
