"""Verdicts on domains: whether DNS says that a domain takes mail.

Imports `domains` and the packages before it. Only this package uses dnspython, and imports it when the first query is
asked. dnspython's package is `dns`, this one is `guessmail.dns`: imports here are absolute, which keeps them apart.

This module has verdicts and their reasons. `checker` gives verdicts. `ask` applies the `rules` to many domains in threads,
and asks each query once. `lookup` follows aliases. `exchange` sends a query to resolvers at a pace that they bear.
`messages` writes queries and reads responses. `cache` keeps verdicts on disk.
"""

from enum import StrEnum
from typing import NamedTuple, Protocol


class Verdict(StrEnum):
    """Whether a domain takes mail. `NO_MAIL` needs positive proof (RFC 5321 5.1, RFC 7505)."""

    ACCEPTS = "accepts"
    NO_MAIL = "no_mail"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """The reason of a verdict. The codes are frozen, since scripts compare them; docs/dns.md lists them with these texts."""

    # fmt: off
    MX = "mx", Verdict.ACCEPTS, "It has mail servers (MX records)."
    IMPLICIT_MX = "implicit_mx", Verdict.ACCEPTS, "It has no MX record but an address, which gets the mail (RFC 5321, 5.1)."

    NULL_MX = "null_mx", Verdict.NO_MAIL, "It says that it accepts no mail (RFC 7505).", "it says so itself"
    NO_SUCH_DOMAIN = "no_such_domain", Verdict.NO_MAIL, "It does not exist: neither MX records nor addresses, with the SOA record that proves it.", "the domain does not exist"
    NO_MX_NO_ADDRESS = "no_mx_no_address", Verdict.NO_MAIL, "It has neither an MX record nor an address.", "it has no mail server"
    MX_UNUSABLE = "mx_unusable", Verdict.NO_MAIL, "All its MX records lead nowhere: to localhost, IP addresses or names that do not exist.", "none of its mail servers exists"

    NO_RESOLVER = "no_resolver", Verdict.UNKNOWN, "No DNS resolver is configured.", "no DNS server is configured"
    RESOLVER_DOWN = "resolver_down", Verdict.UNKNOWN, "The resolver did not answer for 30 seconds; guessmail says so once and asks no more.", "your DNS server does not answer"
    RESOLVER_INTERCEPTS = "resolver_intercepts", Verdict.UNKNOWN, "The resolver answers for names that cannot exist, or with addresses that no registry has, as captive portals and some providers do.", "your DNS server invents answers, as hotel and airport networks do"
    RESOLVER_ISOLATED = "resolver_isolated", Verdict.UNKNOWN, "The resolver denies even that com exists: it serves a closed network.", "your DNS server seems cut off from the internet"
    TIMEOUT = "timeout", Verdict.UNKNOWN, "No answer within `--dns-timeout`.", "your DNS server did not answer in time"
    MALFORMED = "malformed", Verdict.UNKNOWN, "The answer is no DNS message, or holds records that do not belong there."
    TRUNCATED = "truncated", Verdict.UNKNOWN, "The answer was cut short, and TCP did not bring the whole of it."
    SERVFAIL = "servfail", Verdict.UNKNOWN, "The resolver failed (SERVFAIL).", "your DNS server could not find out"
    REFUSED = "refused", Verdict.UNKNOWN, "The resolver refused to answer.", "your DNS server refused to answer"
    NOTIMP = "notimp", Verdict.UNKNOWN, "The resolver does not support this kind of query (NOTIMP)."
    FORMERR = "formerr", Verdict.UNKNOWN, "The resolver could not read the query (FORMERR)."
    OTHER_RCODE = "other_rcode", Verdict.UNKNOWN, "The resolver answered with another error."
    DNSSEC_BOGUS = "dnssec_bogus", Verdict.UNKNOWN, "The answer failed DNSSEC validation."
    FILTERED = "filtered", Verdict.UNKNOWN, "The resolver filters or blocks the domain: it says so, or the SOA record of its answer shows it.", "your DNS server blocks this domain"
    UNPROVEN = "unproven", Verdict.UNKNOWN, "The denial came without proof: no SOA record, stale, or from a resolver that was cut off."
    LAME = "lame", Verdict.UNKNOWN, "The resolver only referred to other servers."
    NON_GLOBAL_ADDRESS = "non_global_address", Verdict.UNKNOWN, "The addresses are private, as in a VPN, or of kinds that the internet cannot reach (6to4, site-local)."
    CNAME_LOOP = "cname_loop", Verdict.UNKNOWN, "Aliases form a loop, or there are too many."
    CONTRADICTION = "contradiction", Verdict.UNKNOWN, "Answers contradict each other: one says that the name exists, another that it does not, or one name has several aliases."
    # fmt: on

    verdict: Verdict
    description: str
    notice: str
    """The same for the person who asked for a guess; empty if only operators of DNS servers can act on it."""

    def __new__(
        cls, value: str, verdict: Verdict = Verdict.UNKNOWN, description: str = "", notice: str = ""
    ) -> "Reason":
        """Make a member from its code, its verdict and its texts."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.verdict, member.description, member.notice = verdict, description, notice
        return member


class MailVerdict(NamedTuple):
    """The verdict on one domain, with its details."""

    domain: str
    reason: Reason
    provider: str = ""
    """The mail provider, by a parent domain of the best MX host; empty if it is not in the table."""
    hosts: tuple[str, ...] = ()
    """MX hosts by preference, in A-label form: only names fit to be shown, and at most ten."""
    mx_count: int = 0
    warnings: tuple[str, ...] = ()
    """Codes: the provider's service if it holds no mailboxes (`gateway`, `forwarder`, `application`), and `parked`,
    `mx_is_cname`, `null_mx_beside_others`, `odd_mx_name`, `wildcard`, `mx_records=N` (N > 10)."""
    transcript: tuple[str, ...] = ()
    """Queries and responses, a line each, for `--explain`."""
    lifetime: int = 0
    """Seconds for which a cache may keep it; 0 for not at all, and in the verdicts of a checker."""

    @property
    def verdict(self) -> Verdict:
        """Whether the domain takes mail, which the reason implies."""
        return self.reason.verdict


class ResolverAddress(NamedTuple):
    """The address at which a resolver listens."""

    host: str
    """An IPv4 or IPv6 address."""
    port: int = 53

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.host if self.port == 53 else f"{host}:{self.port}"


class DomainChecker(Protocol):
    """A source of verdicts on domains (A-labels, lower case, no trailing dot), as `dns.checker` is over DNS."""

    def submit(self, domain: str) -> None:
        """Start asking about a domain, ahead of `result`."""

    def result(self, domain: str) -> MailVerdict:
        """Return the verdict on a domain when it is there; each domain is asked once."""
