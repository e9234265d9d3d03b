"""Known addresses: samples, with or without the name of their owner; few runs need the readers of their sources."""

import re
from collections.abc import Iterable
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple

from guessmail.data.roles import ROLES
from guessmail.domains import read_domain
from guessmail.errors import Problem, UsageError
from guessmail.text import split_address

_LONGEST = 1000
"""Characters of a sample as it is written: a name of 300 and an address of 254 (RFC 5321 4.5.3.1.3), with room."""

# Compiled on first use, not at every start.
_ADDRESS = r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[^@\s]+\.[^@\s.]+$"


class OutcomeKind(StrEnum):
    """Whether mail to an address was delivered or bounced."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"


class Sample(NamedTuple):
    """A known address."""

    address: str
    """`local@domain`, as it was found, trimmed; the domain in A-labels and lower case."""
    name: str = ""
    """The owner's name as written; empty for a bare address."""
    source: str = ""
    """Its source, in words fit for its owner: `people.csv, line 12`."""
    date: str = ""
    """The date on which it was recorded, ISO 8601; empty if it is not known."""
    weight: float = 1.0
    """Its weight as evidence: 1 if it was seen, more if mail was delivered to it."""

    @property
    def local_part(self) -> str:
        """The local part in lower case; a company's mail system ignores case."""
        return split_address(self.address)[0].lower()

    @property
    def domain(self) -> str:
        """The domain in lower case."""
        return split_address(self.address)[1].lower()

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


class Bounce(NamedTuple):
    """An address from which mail came back."""

    local_part: str
    """In lower case."""
    name: str = ""
    """The owner's name; empty if it is not known."""
    pattern: str = ""
    """The pattern by which it was offered, in the notation of `patterns`; empty if unknown."""
    was_seen: bool = False
    """Whether a source has it: it existed once, so its bounce is no evidence against its pattern."""


class RejectedSample(NamedTuple):
    """A sample that is no evidence, with the reason."""

    sample: Sample
    reason: str
    """A few words in the plural, for counting: `role addresses`."""
    detail: str = ""
    """Details of this sample."""


def parse_sample(text: str, source: str = "") -> Sample:
    """Read `Bob Jones <bjones@acme.com>` or a bare address; `UsageError` for anything else."""
    written = text.strip()
    name, _, address = written[:-1].rpartition("<") if written.endswith(">") else ("", "", written)
    address = address.strip()
    if len(text) > _LONGEST or not re.match(_ADDRESS, address):
        shown = repr(text) if len(text) <= _LONGEST else f"{text[:60]!r}…"
        raise UsageError(f'The sample {shown} is not an address; write it as "Bob Jones <bjones@acme.com>".')
    local, typed = split_address(address)
    domain = typed if typed.isascii() else read_domain(typed)
    if isinstance(domain, Problem):
        raise UsageError(domain.message)
    return Sample(f"{local}@{domain.lower()}", name.strip().strip('"').strip(), source)


def parse_samples(text: str, source: str = "") -> list[Sample]:
    """Read one known address, or several as mail programs write them: `A <a@x>; "B, C" <b@x>`. Errors as in `parse_sample`."""
    if text.count("@") == 1:
        with suppress(UsageError):
            return [parse_sample(text, source)]
    from guessmail.mailboxes import mailboxes  # one plain address does not need it

    found = [parse_sample(mailbox.address, source)._replace(name=mailbox.name) for mailbox in mailboxes(text)]
    return found or [parse_sample(text, source)]


def split_usable(samples: Iterable[Sample]) -> tuple[list[Sample], list[RejectedSample]]:
    """Return the samples that are evidence, sorted, and the rejected ones; of equal names and addresses the heaviest counts."""
    kept: dict[tuple[str, str], Sample] = {}
    rejected: list[RejectedSample] = []
    for sample in samples:
        key = (sample.local_part, " ".join(sample.name.casefold().split()))
        if sample.local_part in ROLES:
            rejected.append(RejectedSample(sample, "role addresses"))
        elif key not in kept:
            kept[key] = sample
        else:
            lighter, heavier = sorted((sample, kept[key]), key=lambda same: (same.weight, str(same)))
            kept[key] = heavier
            rejected.append(RejectedSample(lighter, "duplicates"))
    return [kept[key] for key in sorted(kept)], rejected
