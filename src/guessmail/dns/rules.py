"""The verdict that the answers of DNS prove about a domain: pure rules, which get answers from a function.

`no_mail` needs positive proof from a resolver that works. Everything else except `accepts` is `unknown`, with its reason.
"""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from dns.rcode import NXDOMAIN
from dns.rdatatype import CNAME, MX, SOA, TXT, A

from guessmail.data.mail_providers import MAIL_PROVIDERS, PARKING, SERVICES
from guessmail.data.suffixes import RESERVED
from guessmail.dns import MailVerdict, Reason, Verdict
from guessmail.dns.lookup import Addresses, Ask, LookupResult, Presence, failure, find_addresses, look
from guessmail.dns.messages import SHOWN, Answer, Query, Record
from guessmail.domains import has_known_suffix, is_public_suffix


def mail_provider(host: str) -> str:
    """Return the provider of an MX host by the longest of its parent domains in the table; empty for other hosts."""
    return next((MAIL_PROVIDERS[name] for name in _upwards(host) if name in MAIL_PROVIDERS), "")


def is_parking(host: str) -> bool:
    """Return whether a name server, mail server or alias belongs to a service that parks domains."""
    return any(name in PARKING for name in _upwards(host))


def _upwards(host: str) -> Iterator[str]:
    while host:
        yield host
        host = host.partition(".")[2]


_MAX_HOSTS = 10  # MX hosts that are looked up
_HOUR = 3600
_LASTING = frozenset("servfail refused notimp formerr other_rcode dnssec_bogus lame cname_loop".split())
"""Failures of the domain, which are cached; failures of the network may be gone in the next run."""
_NOWHERE = re.compile(r"(?:.*\.)?(?:localhost|\d+)")
"""Names that are never hosts: localhost (RFC 6761 6.3) and IP literals (no top-level domain is all digits, RFC 3696 2)."""
_SENDS_NOTHING = re.compile(r"v=spf1\s+-all\s*", re.IGNORECASE)  # RFC 7208: no host may send for the domain


EXISTS = "com"
"""A name that exists: a resolver that denies it serves a closed network, and proves nothing."""


def random_label() -> str:
    """Return a random label of 16 digits, which is surely not registered."""
    return os.urandom(8).hex()


def judge(
    domain: str, ask: Ask, *, canaries: Sequence[str] = (), sibling: str = "", explain: bool = False
) -> MailVerdict:
    """Return the verdict on a domain; `canaries` cannot exist, a random `sibling` shows wildcards, `explain` asks for a transcript."""
    used: list[Answer] = []

    def noted(query: Query) -> Answer:
        used.append(ask(query))
        return used[-1]

    verdict = _Case(domain, noted, canaries, sibling, used).verdict()
    transcript = tuple(dict.fromkeys(map(str, used))) if explain else ()
    return verdict._replace(transcript=transcript, lifetime=_lifetime(verdict, used))


def _lifetime(verdict: MailVerdict, used: Sequence[Answer]) -> int:
    """Return the seconds for which a verdict may be kept (RFC 2308 5, RFC 2181 8, RFC 9520 3.2); 0 for this run only."""
    if verdict.verdict is Verdict.UNKNOWN:
        return 300 if verdict.reason in _LASTING else 0
    lifetime = 7 * 24 * _HOUR
    for answer in used:
        if answer.query.server or failure(answer) is not None:  # canaries tell nothing about the domain
            continue
        if not answer.records or answer.rcode == NXDOMAIN or answer.soa_owner:
            lifetime = min(lifetime, 3 * _HOUR, answer.negative_ttl)
        for record in answer.records:
            lifetime = min(lifetime, max(record.ttl, _HOUR) if record.ttl else 0)
    return lifetime


class _Case(NamedTuple):
    """A domain, and the answers so far."""

    domain: str
    ask: Ask
    canaries: Sequence[str]
    sibling: str
    used: list[Answer]

    @property
    def servers(self) -> dict[str, None]:
        """The resolvers that answered, in their order, if there are canaries to ask them about."""
        return dict.fromkeys(answer.server for answer in self.used if answer.server and self.canaries)

    def verdict(self) -> MailVerdict:
        """Follow RFC 5321 5.1: MX records, or else the addresses of the domain itself."""
        found = look(self.ask, self.domain, MX)
        if found.kind is Presence.RECORDS:
            return self._by_hosts(found)
        if found.kind is Presence.FAILED:
            return MailVerdict(self.domain, found.reason or Reason.MALFORMED)
        addresses = find_addresses(self.ask, self.domain)
        if addresses.values:
            is_known_top = self.domain.rpartition(".")[2] not in RESERVED and has_known_suffix(self.domain)
            if is_known_top and found.zone and is_public_suffix(found.zone.rstrip(".")):
                # The registry's SOA denies the name: its address is invented.
                return MailVerdict(self.domain, Reason.RESOLVER_INTERCEPTS)
            return self._implicit()
        doubt = addresses.doubt or found.reason
        if doubt is None and addresses.denials != {found.kind}:
            doubt = Reason.CONTRADICTION
        if doubt is not None and doubt is not Reason.UNPROVEN:
            return MailVerdict(self.domain, doubt)
        reason = Reason.NO_SUCH_DOMAIN if found.kind is Presence.NXDOMAIN else Reason.NO_MX_NO_ADDRESS
        return MailVerdict(self.domain, self._why_not_believed(A, MX) or doubt or reason)

    def _implicit(self) -> MailVerdict:
        """Return the verdict on a domain that has only addresses; it is parked if a parking service serves it, or if it sends no mail."""
        if reason := self._why_not_believed(A, MX):
            return MailVerdict(self.domain, reason)
        warnings = self._wildcard(A)
        hosts = {record.value for answer in self.used for record in answer.records if record.rtype == CNAME}
        is_parked = any(map(is_parking, hosts | {answer.soa_server for answer in self.used})) or any(
            _SENDS_NOTHING.fullmatch(record.value) for record in look(self.ask, self.domain, TXT).records
        )
        return MailVerdict(self.domain, Reason.IMPLICIT_MX, warnings=warnings + ("parked",) * is_parked)

    def _by_hosts(self, found: LookupResult) -> MailVerdict:
        """Return the verdict on MX records by their hosts, the preferred first, until one has a genuine address."""
        records = found.records
        ranked = sorted((record.preference, record.value) for record in records)
        hosts = list(dict.fromkeys(host for _, host in ranked if host != "."))
        if not hosts and found.doubt:
            return MailVerdict(self.domain, found.doubt)
        if not hosts:
            is_null = any(record.preference == 0 for record in records)  # RFC 7505 3
            reason, types = (Reason.NULL_MX, [MX]) if is_null else (Reason.MX_UNUSABLE, [A, MX])
            reason = self._why_not_believed(*types) or reason
            return MailVerdict(self.domain, reason, mx_count=len(records))
        by_records = self._by_records(records, hosts)
        doubt: Reason | None = None
        for host in hosts[:_MAX_HOSTS]:
            addresses = Addresses() if _NOWHERE.fullmatch(host) else find_addresses(self.ask, host)
            if not addresses.values:
                doubt = doubt or addresses.doubt
            elif self._forged_values(MX):
                return by_records._replace(reason=Reason.RESOLVER_INTERCEPTS)
            elif self._is_genuine(addresses):
                alias = ("mx_is_cname",) if addresses.is_alias else ()  # RFC 2181 10.3
                warnings = by_records.warnings + alias + self._wildcard(MX)
                return by_records._replace(reason=Reason.MX, warnings=warnings)
            else:
                doubt = doubt or Reason.RESOLVER_INTERCEPTS
        left_out = Reason.UNPROVEN if len(hosts) > _MAX_HOSTS else None
        doubt = doubt or found.doubt or left_out or self._why_not_believed(A, MX)
        return by_records._replace(reason=doubt or Reason.MX_UNUSABLE)

    def _by_records(self, records: Sequence[Record], hosts: list[str]) -> MailVerdict:
        """Return a verdict with provider, hosts and warnings of the MX records, and without proof so far."""
        followed = hosts[:_MAX_HOSTS]
        shown = tuple(host for host in followed if SHOWN.fullmatch(host))
        provider = mail_provider(hosts[0])
        service = SERVICES.get(provider, "mailbox")
        noted = {
            "null_mx_beside_others": any(record.value == "." for record in records),
            "odd_mx_name": len(shown) < len(followed),
            f"mx_records={len(records)}": len(records) > _MAX_HOSTS,
            service: service != "mailbox",
            "parked": is_parking(hosts[0]),
        }
        warnings = tuple(code for code, holds in noted.items() if holds)
        return MailVerdict(self.domain, Reason.UNPROVEN, provider, shown, len(records), warnings)

    def _wildcard(self, rtype: int) -> tuple[str, ...]:
        is_wild = self.sibling and look(self.ask, self.sibling, rtype).kind is Presence.RECORDS
        return ("wildcard",) if is_wild else ()

    def _why_not_believed(self, *types: int) -> Reason | None:
        """Return why the resolvers' denials of some types prove nothing; None if they are proof."""
        for server in self.servers:
            for name, rtype in product(self.canaries, types):
                answer = self.ask(Query(name, rtype, server))
                if reason := failure(answer):
                    return reason
                if answer.rcode != NXDOMAIN or answer.records:
                    return Reason.RESOLVER_INTERCEPTS
            if self.ask(Query(EXISTS, SOA, server)).rcode == NXDOMAIN:
                return Reason.RESOLVER_ISOLATED
        return None

    def _forged_values(self, rtype: int) -> list[frozenset[str]]:
        """Return the records' values that resolvers invent for names that cannot exist, a set for each such answer."""
        canaries = (Query(name, rtype, server) for server in self.servers for name in self.canaries)
        records = (self.ask(query).records for query in canaries)
        values = (frozenset(record.value for record in found if record.rtype == rtype) for found in records)
        return list(filter(None, values))

    def _is_genuine(self, addresses: Addresses) -> bool:
        """Return whether some address is not among those that resolvers invent for names that cannot exist."""
        forged = self._forged_values(addresses.rtype)
        if len(set(forged)) > 1:  # invented anew for each name, so they look like true ones
            return False
        return not addresses.values <= frozenset().union(*forged)
