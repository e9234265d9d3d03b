"""Who can be on the do-not-contact list, as marks within a scope, of which the list keeps keyed hashes.

A domain has one mark, an address its local part, and a person every pair of names that a namesake could share. The scope
of a domain is itself; that of a person or an address is the company: all domains that are taken for related.
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
from guessmail.store.keys import Key
from guessmail.text import fold, split_address

_PLACE_MARK = "at"
"""The mark of the domain that an entry was added for, within the company: each is added and removed by itself."""


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
    """Its marks within its scope."""
    own: frozenset[str]
    """The marks by which it is found again, to remove it from the list."""

    @property
    def scope(self) -> str:
        """Where it counts."""
        return self.domain if self.kind is SubjectKind.DOMAIN else company_scope(self.domain)

    def hashes(self, key: Key) -> list[bytes]:
        """Return its hashes in the list."""
        return [mark_hash(key, self.scope, mark) for mark in self.marks] + self._place(key)

    def own_hashes(self, key: Key) -> tuple[list[bytes], list[bytes]]:
        """Return two lists: an entry is its own that has one of each. Entries of before had the domain as their scope."""
        before = [mark_hash(key, self.domain, mark) for mark in self.own]
        return [mark_hash(key, self.scope, mark) for mark in self.own] + before, self._place(key) + before

    def is_of(self, address: str, name: str) -> bool:
        """Return whether an address at its domain is, or may be, of this person, address or domain."""
        marks = local_marks(split_address(address)[0]).union(*map(asked_marks, owners_of(address, name)))
        return self.kind is SubjectKind.DOMAIN or not self.marks.isdisjoint(marks)

    def _place(self, key: Key) -> list[bytes]:
        return [] if self.kind is SubjectKind.DOMAIN else [mark_hash(key, self.domain, _PLACE_MARK)]


def domain_subject(domain: str) -> Subject:
    """Return a whole domain, and all domains below it."""
    marks = frozenset({"domain"})
    return Subject(SubjectKind.DOMAIN, domain, marks, marks)


def address_subject(address: str, *, names: Iterable[Name] = ()) -> Subject:
    """Return an address at all related domains, and with it the people (`names`) who are known to have it."""
    local, domain = split_address(address.lower())
    own = frozenset(local_marks(local))
    return Subject(SubjectKind.ADDRESS, domain, own.union(*(kept_marks(name) for name in names)), own)


def person_subject(name: Name, domain: str) -> Subject:
    """Return a person at a domain and all related ones."""
    return Subject(SubjectKind.PERSON, domain, kept_marks(name), found_marks(name))


def company_scope(domain: str) -> str:
    """Return a scope, the same for all domains that are taken for one company's (`model.pool`)."""
    label = label_of(domain)
    return f"company {label if len(label) >= SHORTEST_LABEL else registrable(domain)}"


def scopes_of(domain: str) -> list[str]:
    """Return the scopes of all entries that can count at a domain: itself, those above, and its company's."""
    labels = domain.split(".")
    return [*(".".join(labels[start:]) for start in range(len(labels))), company_scope(domain)]


def owners_of(address: str, name: str) -> Iterator[Name]:
    """Yield who has an address: its named owner, else everybody who may by the words in it, as Jane Doe and J. Doe `jdoe`."""
    named = read_name(name) if name else None
    if isinstance(named, Name):
        yield named
        return
    base = split_address(address)[0].lower().partition("+")[0].strip("0123456789._-")
    words = re.split(r"[._]+" if re.search(r"[._]", base) else "-+", base)
    parts = [(words[0], words[-1], " ".join(words[1:-1]))]
    if len(words) == 1:
        parts = [(base[:cut], base[cut:], "") for cut in range(1, len(base))]
    names = [read_name(base), *(name_from_parts(*each) for each in parts)]
    yield from (each for each in names if isinstance(each, Name))


def mark_hash(key: Key, scope: str, mark: str) -> bytes:
    """Return the hash of a mark in the list."""
    return key.hash("suppression", scope, mark)


def local_marks(local_part: str) -> set[str]:
    """Return the marks of a local part: its own, that without a subaddress (RFC 5233), and those in ASCII letters."""
    local = local_part.lower()
    texts = {local, local.partition("+")[0]}
    if not local.isascii():
        words = [re.split(r"([._+-]+)", text) for text in texts]
        for letters in ({}, UMLAUT_DIGRAPH, NORDIC_DIGRAPH):
            texts |= {
                "".join(word if word.strip("._+-") == "" else fold(word, letters) for word in each)
                for each in words
            }
    return {f"local {text}" for text in texts}
