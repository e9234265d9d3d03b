"""The verdict on a domain, always with its reason. Imports no DNS library."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

__all__ = ["DomainChecker", "MailVerdict", "Reason", "Verdict"]


class Verdict(StrEnum):
    """Whether a domain takes mail. `NO_MAIL` is said on positive proof alone (RFC 5321 5.1, RFC 7505)."""

    ACCEPTS = "accepts"
    NO_MAIL = "no_mail"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a verdict is what it is; frozen, since scripts compare them."""

    MX = "mx"
    IMPLICIT_MX = "implicit_mx"

    NULL_MX = "null_mx"
    NO_SUCH_DOMAIN = "no_such_domain"
    NO_MX_NO_ADDRESS = "no_mx_no_address"
    MX_UNUSABLE = "mx_unusable"

    NO_RESOLVER = "no_resolver"
    RESOLVER_DOWN = "resolver_down"
    RESOLVER_INTERCEPTS = "resolver_intercepts"
    RESOLVER_ISOLATED = "resolver_isolated"
    TIMEOUT = "timeout"
    MALFORMED = "malformed"
    TRUNCATED = "truncated"
    SERVFAIL = "servfail"
    REFUSED = "refused"
    NOTIMP = "notimp"
    FORMERR = "formerr"
    OTHER_RCODE = "other_rcode"
    DNSSEC_BOGUS = "dnssec_bogus"
    FILTERED = "filtered"
    UNPROVEN = "unproven"
    LAME = "lame"
    NON_GLOBAL_ADDRESS = "non_global_address"
    CNAME_LOOP = "cname_loop"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True)
class MailVerdict:
    """What DNS says of one domain."""

    domain: str
    verdict: Verdict
    reason: Reason
    provider: str = ""
    """The mail provider, by the registrable domain of the best MX host; empty when not in the table."""
    hosts: tuple[str, ...] = ()
    """MX hosts by preference, in A-label form: only names fit to be shown, and at most ten."""
    mx_count: int = 0
    """How many MX records there were."""
    warnings: tuple[str, ...] = ()
    """Codes: what the provider is if it holds no mailboxes (`gateway`, `forwarder`, `application`), and `parked`,
    `mx_is_cname`, `null_mx_beside_others`, `odd_mx_name`, `wildcard`, `mx_records=N` (N > 10)."""
    transcript: tuple[str, ...] = ()
    """What was asked and answered, a line each, for `--explain`."""


class DomainChecker(Protocol):
    """Whatever can tell verdicts on domains (A-labels, lower case, no trailing dot); `mx.resolver` does over DNS."""

    def submit(self, domain: str) -> None:
        """Have a domain asked ahead of time."""
        ...

    def result(self, domain: str) -> MailVerdict:
        """Return the verdict on a domain as soon as it is there; each is asked once."""
        ...
