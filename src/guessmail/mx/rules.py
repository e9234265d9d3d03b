"""What the answers of DNS prove: pure rules that ask questions, are told answers, and come to a verdict.

The rule above all others: `no_mail` needs positive proof from a resolver that works. Everything else that is
not `accepts` is `unknown`, with its reason.
"""

import re
from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple, TypeAlias, TypeVar

from guessmail.data.mail_providers import MAIL_PROVIDERS
from guessmail.domains import registrable
from guessmail.mx.message import AAAA, CNAME, MX, SOA, TYPE_NAMES, A, Answer, Question, Record
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

__all__ = ["EXISTS", "Ask", "Facts", "Ruling", "decide", "is_global", "judge", "mail_provider"]

EXISTS = "com"
"""A name that no resolver of the Internet can deny; one that does serves a closed network, and proves nothing."""
Facts = Mapping[Question, Answer]
"""What has been asked so far, and what was answered."""

_T = TypeVar("_T")
_Asking: TypeAlias = Generator[Question, Answer, _T]

_FOLLOWED = 10  # MX hosts
_LINKS = 16  # of a CNAME chain; the large resolvers follow between 8 and 17
_HOUR, _DAY = 3600, 86400

_RCODES = {1: Reason.FORMERR, 2: Reason.SERVFAIL, 4: Reason.NOTIMP, 5: Reason.REFUSED}
_NXDOMAIN = 3
_FILTER_ERRORS = frozenset(
    (4, 15, 16, 17, 18)
)  # forged, blocked, censored, filtered, prohibited (RFC 8914 4)
_BOGUS_ERRORS = frozenset(range(6, 13))  # all that RFC 8914 4 knows of signatures that do not hold

_CACHED_FAILURES = frozenset(
    (
        Reason.SERVFAIL,
        Reason.REFUSED,
        Reason.NOTIMP,
        Reason.FORMERR,
        Reason.OTHER_RCODE,
        Reason.DNSSEC_BOGUS,
        Reason.LAME,
        Reason.CNAME_LOOP,
    )
)
"""Failures of the domain, which last; those of the way to it may be gone in the next run."""

_SHOWN = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_NUMERIC_TLD = re.compile(r"(?:.*\.)?\d+")  # an IP literal: no top-level domain is all digits (RFC 3696 2)


class Ask(NamedTuple):
    """No verdict yet: this must be asked first."""

    question: Question


class Ruling(NamedTuple):
    """A verdict, and for how many seconds later runs may take it from a cache; 0 for not at all."""

    verdict: MailVerdict
    lifetime: int


class _Kind(Enum):
    RECORDS = auto()
    NODATA = auto()
    UNPROVEN = auto()
    NXDOMAIN = auto()
    FAILED = auto()


class _Found(NamedTuple):
    """What is known of one name and type, aliases followed."""

    kind: _Kind
    records: Sequence[Record] = ()
    reason: Reason | None = None
    is_alias: bool = False


class _Address(NamedTuple):
    """What is known of the addresses of a name; by default, that it has none."""

    is_global: bool = False
    doubt: Reason | None = None
    """Why it is not proven that there is none."""
    is_alias: bool = False


def judge(
    domain: str,
    *,
    canaries: Mapping[str, str] | None = None,
    sibling: str = "",
    explain: bool = False,
) -> Generator[Question, Answer, Ruling]:
    """Come to the verdict on a domain (A-labels, lower case): yields questions, is sent their answers.

    `canaries` holds for each resolver a random name that must not exist (RFC 6761 6.4). `sibling`, a random
    name beside the domain, is asked to find wildcards. `explain` fills in the transcript.
    """
    case = _Case(domain, canaries or {}, sibling)
    verdict = yield from case.verdict()
    lifetime = _lifetime(verdict, case.used)
    return Ruling(replace(verdict, transcript=_transcript(case.used)) if explain else verdict, lifetime)


def decide(
    domain: str,
    facts: Facts,
    *,
    canaries: Mapping[str, str] | None = None,
    sibling: str = "",
    explain: bool = False,
) -> Ruling | Ask:
    """Return the verdict that the facts prove, as `judge` does, or the first question they leave open."""
    rules = judge(domain, canaries=canaries, sibling=sibling, explain=explain)
    try:
        question = next(rules)
        while question in facts:
            question = rules.send(facts[question])
    except StopIteration as done:
        ruling: Ruling = done.value
        return ruling
    return Ask(question)


class _Case:
    """One domain, and what was answered so far."""

    def __init__(self, domain: str, canaries: Mapping[str, str], sibling: str) -> None:
        self.domain = domain
        self.canaries = canaries
        self.sibling = sibling
        self.used: list[Answer] = []

    def verdict(self) -> _Asking[MailVerdict]:
        """Follow RFC 5321 5.1: MX records, or else the addresses of the domain itself."""
        found = yield from self._look(self.domain, MX)
        if found.kind is _Kind.RECORDS:
            return (yield from self._by_hosts(found.records))
        if found.kind is _Kind.FAILED:
            return self._unknown(found.reason)
        if found.kind is _Kind.NXDOMAIN:
            return (yield from self._proven(Verdict.NO_MAIL, Reason.NO_SUCH_DOMAIN))
        address = yield from self._address(self.domain)
        if address.is_global:
            warnings = yield from self._wildcard(A)
            return (yield from self._proven(Verdict.ACCEPTS, Reason.IMPLICIT_MX, warnings=warnings))
        if address.doubt is not None or found.kind is _Kind.UNPROVEN:
            return self._unknown(address.doubt or Reason.UNPROVEN)
        return (yield from self._proven(Verdict.NO_MAIL, Reason.NO_MX_NO_ADDRESS))

    def _by_hosts(self, records: Sequence[Record]) -> _Asking[MailVerdict]:
        """Judge MX records by their hosts, the preferred first, until one is good."""
        ranked = dict.fromkeys(host for _, host in sorted((r.preference, str(r.value)) for r in records))
        hosts = [host for host in ranked if host != "."]
        if not hosts:
            is_null = any(record.preference == 0 for record in records)  # RFC 7505 3
            reason, types = (Reason.NULL_MX, (MX,)) if is_null else (Reason.MX_UNUSABLE, (A, MX))
            return (yield from self._proven(Verdict.NO_MAIL, reason, types=types, mx_count=len(records)))
        shown = tuple(host for host in hosts[:_FOLLOWED] if _SHOWN.fullmatch(host))
        warnings = []
        if len(hosts) < len(ranked):
            warnings.append("null_mx_beside_others")
        if len(shown) < len(hosts[:_FOLLOWED]):
            warnings.append("odd_mx_name")
        if len(records) > _FOLLOWED:
            warnings.append(f"mx_records={len(records)}")
        provider = mail_provider(hosts[0])
        said = MailVerdict(
            self.domain, Verdict.UNKNOWN, Reason.MX_UNUSABLE, provider, shown, len(records), tuple(warnings)
        )
        doubt: Reason | None = None
        for host in hosts[:_FOLLOWED]:
            address = yield from self._host(host)
            if address.is_global:
                if address.is_alias:
                    warnings.append("mx_is_cname")  # RFC 2181 10.3
                warnings += yield from self._wildcard(MX)
                return replace(said, verdict=Verdict.ACCEPTS, reason=Reason.MX, warnings=tuple(warnings))
            doubt = doubt or address.doubt
        if doubt is None and len(hosts) > _FOLLOWED:
            doubt = Reason.UNPROVEN
        doubt = doubt or (yield from self._distrust((A, MX)))
        return replace(said, reason=doubt) if doubt else replace(said, verdict=Verdict.NO_MAIL)

    def _host(self, host: str) -> _Asking[_Address]:
        """Find the addresses of an MX host; what can never be one is not asked for (RFC 6761 6.3)."""
        if host == "localhost" or host.endswith(".localhost") or _NUMERIC_TLD.fullmatch(host):
            return _Address()
        return (yield from self._address(host))

    def _address(self, name: str) -> _Asking[_Address]:
        """Find a global address of a name, IPv4 first."""
        doubt: Reason | None = None
        is_private = False
        for rtype in (A, AAAA):
            found = yield from self._look(name, rtype)
            if found.kind is _Kind.RECORDS:
                if any(is_global(record.value) for record in found.records):
                    return _Address(is_global=True, is_alias=found.is_alias)
                is_private = True
            elif found.kind is _Kind.FAILED:
                doubt = doubt or found.reason
            elif found.kind is _Kind.UNPROVEN:
                doubt = doubt or Reason.UNPROVEN
        return _Address(doubt=Reason.NON_GLOBAL_ADDRESS if is_private else doubt)

    def _look(self, name: str, rtype: int) -> _Asking[_Found]:
        """Look up a name, following aliases through and across answers (RFC 1034 3.6.2)."""
        seen = {name}
        question = Question(name, rtype)
        while True:
            answer = yield from self._ask(question)
            failure = _failure(answer)
            if failure is not None:
                return _Found(_Kind.FAILED, reason=failure)
            aliases = {r.owner: str(r.value) for r in answer.records if r.rtype == CNAME}
            while name in aliases:
                name = aliases[name]
                if name in seen or len(seen) > _LINKS:
                    return _Found(_Kind.FAILED, reason=Reason.CNAME_LOOP)
                seen.add(name)
            found = _conclude(answer, name, rtype)
            if found is not None:
                return found._replace(is_alias=len(seen) > 1)
            question = Question(name, rtype)

    def _ask(self, question: Question) -> _Asking[Answer]:
        answer = yield question
        self.used.append(answer)
        return answer

    def _distrust(self, types: tuple[int, ...]) -> _Asking[Reason | None]:
        """Return why the resolvers that answered cannot be believed that something does not exist."""
        for server in dict.fromkeys(answer.server for answer in self.used):
            canary = self.canaries.get(server)
            for rtype in types if canary else ():
                answer = yield from self._ask(Question(str(canary), rtype, server))
                failure = _failure(answer)
                if failure is not None:
                    return failure
                if answer.rcode != _NXDOMAIN or answer.records:
                    return Reason.RESOLVER_INTERCEPTS
            if canary:
                answer = yield from self._ask(Question(EXISTS, SOA, server))
                if answer.fault is None and answer.rcode == _NXDOMAIN:
                    return Reason.RESOLVER_ISOLATED
        return None

    def _wildcard(self, rtype: int) -> _Asking[tuple[str, ...]]:
        if not self.sibling:
            return ()
        found = yield from self._look(self.sibling, rtype)
        return ("wildcard",) if found.kind is _Kind.RECORDS else ()

    def _unknown(self, reason: Reason | None) -> MailVerdict:
        return MailVerdict(self.domain, Verdict.UNKNOWN, reason or Reason.MALFORMED)

    def _proven(
        self,
        verdict: Verdict,
        reason: Reason,
        *,
        types: tuple[int, ...] = (A, MX),
        mx_count: int = 0,
        warnings: tuple[str, ...] = (),
    ) -> _Asking[MailVerdict]:
        """Give a verdict that a lying resolver could feign."""
        doubt = yield from self._distrust(types)
        if doubt is not None:
            return self._unknown(doubt)
        return MailVerdict(self.domain, verdict, reason, mx_count=mx_count, warnings=warnings)


def _failure(answer: Answer) -> Reason | None:
    """Return why an answer says nothing about the name; None when it does."""
    if answer.fault is not None:
        return answer.fault
    if not _FILTER_ERRORS.isdisjoint(answer.extended_errors):
        return Reason.FILTERED
    if answer.rcode == 0 or (answer.rcode == _NXDOMAIN and _is_sound_denial(answer)):
        return None
    if answer.rcode == _NXDOMAIN:
        return Reason.MALFORMED
    if answer.rcode == 2 and not _BOGUS_ERRORS.isdisjoint(answer.extended_errors):
        return Reason.DNSSEC_BOGUS
    return _RCODES.get(answer.rcode, Reason.OTHER_RCODE)


def _is_sound_denial(answer: Answer) -> bool:
    """Tell whether an NXDOMAIN holds nothing but aliases on the way to the missing name (RFC 2308 2.1)."""
    return all(record.rtype != answer.question.rtype or record.rtype == CNAME for record in answer.records)


def _conclude(answer: Answer, name: str, rtype: int) -> _Found | None:
    """Say what an answer proves of the name at the end of its aliases; None when that must be asked."""
    records = [r for r in answer.records if r.rtype == rtype and r.owner == name]
    if records:
        return _Found(_Kind.RECORDS, records)
    is_elsewhere = name != answer.question.name
    kind = _Kind.NXDOMAIN if answer.rcode == _NXDOMAIN else _Kind.NODATA
    if answer.soa_owner:
        if _is_ancestor(answer.soa_owner, name):
            return _Found(kind)
        return None if is_elsewhere else _Found(_Kind.FAILED, reason=Reason.FILTERED)
    if is_elsewhere:
        return None
    if kind is _Kind.NXDOMAIN:
        return _Found(kind)
    if answer.has_referral:
        return _Found(_Kind.FAILED, reason=Reason.LAME)
    return _Found(_Kind.UNPROVEN)


def _is_ancestor(owner: str, name: str) -> bool:
    return owner in {".", name} or name.endswith("." + owner)


@lru_cache(maxsize=4096)
def is_global(address: str | bytes) -> bool:
    """Tell whether an address (4 or 16 bytes) can be reached from the whole Internet."""
    from ipaddress import IPv4Address, IPv6Address  # noqa: PLC0415 - takes 6 ms; verdicts from the cache need none

    raw = bytes(address, "ascii") if isinstance(address, str) else address
    if raw.startswith(b"\0\x64\xff\x9b" + bytes(8)):  # synthesised from an IPv4 address (RFC 6052 2.1)
        raw = raw[12:]
    ip = IPv4Address(raw) if len(raw) == 4 else IPv6Address(raw)
    return ip.is_global and not ip.is_multicast


@lru_cache(maxsize=4096)
def mail_provider(host: str) -> str:
    """Return the provider of an MX host, by its registrable domain or a longer row; or nothing."""
    own = registrable(host)
    while len(host) >= len(own) and "." in host:
        if host in MAIL_PROVIDERS:
            return MAIL_PROVIDERS[host]
        host = host.partition(".")[2]
    return ""


def _lifetime(verdict: MailVerdict, used: Sequence[Answer]) -> int:
    """Return how long a verdict may be kept, in seconds (RFC 2308 5, RFC 2181 8, RFC 9520 3.2)."""
    if verdict.verdict is Verdict.UNKNOWN:
        return 300 if verdict.reason in _CACHED_FAILURES else 0
    lifetime = 7 * _DAY
    for answer in used:
        if answer.question.server or _failure(answer) is not None:  # canaries say nothing of the domain
            continue
        if not answer.records or answer.rcode == _NXDOMAIN or answer.soa_owner:
            lifetime = min(lifetime, 3 * _HOUR, _seconds(answer.negative_ttl))
        for record in answer.records:
            ttl = _seconds(record.ttl)
            lifetime = min(lifetime, max(ttl, _HOUR) if ttl else 0)
    return lifetime


def _seconds(ttl: int) -> int:
    return ttl if ttl < 1 << 31 else 0


_RCODE_NAMES = {
    0: "NOERROR",
    1: "FORMERR",
    2: "SERVFAIL",
    3: "NXDOMAIN",
    4: "NOTIMP",
    5: "REFUSED",
    16: "BADVERS",
}


def _transcript(used: Sequence[Answer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_line(answer) for answer in used))


def _line(answer: Answer) -> str:
    """Tell one question and its answer."""
    if answer.fault is not None:
        said = str(answer.fault)
    else:
        said = _RCODE_NAMES.get(answer.rcode, f"RCODE {answer.rcode}")
        shown = [_value(record) for record in answer.records[:_FOLLOWED]]
        if len(answer.records) > _FOLLOWED:
            shown.append(f"and {len(answer.records) - _FOLLOWED} more")
        if shown:
            said += " " + ", ".join(shown)
        if answer.soa_owner:
            said += f", SOA of {_shown(answer.soa_owner)}"
        if answer.extended_errors:
            said += ", extended error " + " ".join(map(str, answer.extended_errors))
    beside = ", ".join((*answer.notes, *((f"from {answer.server}",) if answer.server else ())))
    return f"{answer.question}: {said}" + (f" ({beside})" if beside else "")


def _value(record: Record) -> str:
    if record.rtype == MX:
        return f"{record.preference} {_shown(str(record.value))}"
    if record.rtype == CNAME:
        return f"alias of {_shown(str(record.value))}"
    if isinstance(record.value, bytes) and record.rtype in {A, AAAA}:
        from ipaddress import ip_address  # noqa: PLC0415 - as in is_global

        return str(ip_address(record.value))
    return f"a record of type {TYPE_NAMES.get(record.rtype, record.rtype)}"


def _shown(name: str) -> str:
    return name if name == "." or _SHOWN.fullmatch(name) else "(a name not fit to be shown)"
