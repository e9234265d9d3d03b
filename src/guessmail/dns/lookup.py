"""Look-ups of a name's records, through aliases, and of its addresses: pure rules, which get answers from a function."""

from collections.abc import Callable, Sequence
from enum import Enum
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from itertools import islice
from typing import NamedTuple, TypeAlias

from dns.rcode import FORMERR, NOERROR, NOTIMP, NXDOMAIN, REFUSED, SERVFAIL
from dns.rdatatype import AAAA, CNAME, DNAME, RRSIG, A

from guessmail.dns import Reason
from guessmail.dns.messages import BOGUS, FILTERED, PROHIBITED, STALE_OR_CUT_OFF, Answer, Query, Record

Ask: TypeAlias = Callable[[Query], Answer]
"""Returns the answer to a query."""

_MAX_LINKS = 16  # of a CNAME chain; the large resolvers follow between 8 and 17
_BLOCKS = frozenset((".", r"\042"))  # aliases by which response policy zones deny a name and its records
_RCODES = {int(code): Reason[code.name] for code in (FORMERR, SERVFAIL, NOTIMP, REFUSED)}

Presence = Enum("Presence", "RECORDS NODATA NXDOMAIN UNPROVEN FAILED")
"""Whether a name has records of a type; `UNPROVEN` is a denial without the SOA that would prove it (RFC 2308 2)."""


class LookupResult(NamedTuple):
    """The result of looking up one name and type."""

    kind: Presence
    records: Sequence[Record] = ()
    reason: Reason | None = None
    """Why the look-up proves nothing, if the kind is `FAILED` or `UNPROVEN`."""
    is_alias: bool = False
    doubt: Reason | None = None
    """Why there may be further records: several aliases, or an alias beside records, at one name (RFC 2181 10.1); misplaced
    records; an answer that is bogus, stale or cut off (RFC 8914)."""
    zone: str = ""
    """The owner of the SOA that proves a denial."""


def failure(answer: Answer) -> Reason | None:
    """Return why an answer proves nothing about its name; None if it can."""
    if answer.fault is not None:
        return answer.fault
    is_filtered = not FILTERED.isdisjoint(answer.extended_errors) or answer.has_added_soa
    if is_filtered or (PROHIBITED in answer.extended_errors and answer.rcode != REFUSED):
        return Reason.FILTERED
    if answer.rcode == SERVFAIL and not BOGUS.isdisjoint(answer.extended_errors):
        return Reason.DNSSEC_BOGUS
    if answer.rcode not in {NOERROR, NXDOMAIN}:
        return _RCODES.get(answer.rcode, Reason.OTHER_RCODE)
    has_records = any(record.rtype == answer.query.rtype != CNAME for record in answer.records)
    # More than aliases on the way to the name (RFC 2308 2.1).
    return Reason.MALFORMED if answer.rcode == NXDOMAIN and has_records else None


def look(ask: Ask, name: str, rtype: int) -> LookupResult:
    """Look up a name, following aliases through and across answers (RFC 1034 3.6.2)."""
    names: list[str] = [name]
    doubt: Reason | None = None
    distrust: Reason | None = None  # since an answer may be forged or out of date
    while True:
        answer = ask(Query(names[-1], rtype))
        if reason := failure(answer):
            return LookupResult(Presence.FAILED, reason=reason)
        holders = {record.owner for record in answer.records if record.rtype == rtype}
        for owner in islice(names, len(names) - 1, None):  # includes the aliases that are added
            targets = {r.value for r in answer.records if r.rtype == CNAME and r.owner == owner}
            if not targets.isdisjoint(_BLOCKS):
                return LookupResult(Presence.FAILED, reason=Reason.FILTERED)
            if not targets.isdisjoint(names) or len(names) + len(targets) > _MAX_LINKS + 1:
                return LookupResult(Presence.FAILED, reason=Reason.CNAME_LOOP)
            if len(targets) > 1 or (targets and owner in holders):
                doubt = Reason.CONTRADICTION
            names += sorted(targets)
        if doubt is None and (answer.has_misplaced or not _belong(answer.records, names, rtype)):
            doubt = Reason.MALFORMED
        if distrust is None and not BOGUS.isdisjoint(answer.extended_errors):
            distrust = Reason.DNSSEC_BOGUS
        elif distrust is None and not STALE_OR_CUT_OFF.isdisjoint(answer.extended_errors):
            distrust = Reason.UNPROVEN
        if not holders.isdisjoint(names):
            records = [r for r in answer.records if r.rtype == rtype and r.owner in names]
            return LookupResult(Presence.RECORDS, records, is_alias=len(names) > 1, doubt=doubt or distrust)
        found = _denied(answer, names[-1])
        if found is not None:
            doubt = doubt or (distrust if found.zone else None)
            return LookupResult(Presence.FAILED, reason=doubt) if doubt else found


def _belong(records: Sequence[Record], names: Sequence[str], rtype: int) -> bool:
    """Return whether an answer section has only aliases, the records at their end, and the signatures of both."""
    signed = {(record.owner, str(int(record.rtype))) for record in records}
    for owner, kind, _, value, _ in records:
        if kind == DNAME:  # an alias of all names below it, which stand there as aliases, too (RFC 6672 3.1)
            belongs = any(n.endswith(f".{owner}") and n.removesuffix(owner) + value in names for n in names)
        else:
            belongs = (owner, value) in signed if kind == RRSIG else owner in names and kind in {CNAME, rtype}
        if not belongs:
            return False
    return True


def _denied(answer: Answer, name: str) -> LookupResult | None:
    """Return the result for the last name in an answer without its records; None if that name must be asked itself."""
    is_missing = answer.rcode == NXDOMAIN
    owner = answer.soa_owner
    if owner and (owner == "." or name.endswith("." + owner) or (owner == name and not is_missing)):
        return LookupResult(Presence.NXDOMAIN if is_missing else Presence.NODATA, zone=owner)
    if name != answer.query.name:
        return None
    if owner:
        return LookupResult(Presence.FAILED, reason=Reason.FILTERED)
    if answer.has_referral and not is_missing:
        return LookupResult(Presence.FAILED, reason=Reason.LAME)
    return LookupResult(Presence.UNPROVEN, reason=Reason.UNPROVEN)


class Addresses(NamedTuple):
    """The global addresses of a name; by default, it has none."""

    rtype: int = 0
    """The type of the global addresses; 0 if there are none."""
    values: frozenset[str] = frozenset()
    """The global addresses of that type."""
    doubt: Reason | None = None
    """Why a global address may exist although none was found."""
    denials: frozenset[Presence] = frozenset()
    """How DNS denied the addresses."""
    is_alias: bool = False


def find_addresses(ask: Ask, name: str) -> Addresses:
    """Return the global addresses of a name: those of IPv4, else those of IPv6."""
    doubts: list[Reason] = []
    denials: set[Presence] = set()
    for rtype in (A, AAAA):
        found = look(ask, name, rtype)
        if found.kind is Presence.RECORDS:
            if values := frozenset(record.value for record in found.records if is_global(record.value)):
                return Addresses(rtype, values, is_alias=found.is_alias)
            doubts.insert(0, Reason.NON_GLOBAL_ADDRESS)
        elif found.reason:
            doubts.append(found.reason)
        else:
            denials.add(found.kind)
    if len(denials) > 1:  # one says that the name exists, the other that it does not (RFC 4074 4.2)
        doubts.append(Reason.CONTRADICTION)
    return Addresses(doubt=next(iter(doubts), None), denials=frozenset(denials))


_NOT_GLOBAL = (IPv4Network("192.88.99.0/24"), IPv6Network("3fff::/20"))
"""Networks that the standard library takes for global (RFC 7526, RFC 9637)."""
_UNICAST = IPv6Network("2000::/3")  # all assigned unicast addresses (RFC 4291 2.4, IANA)
_SIX_TO_FOUR = IPv6Network("2002::/16")  # its relays are gone (RFC 7526)
_TRANSLATED = IPv6Network("64:ff9b::/96")  # synthesised from an IPv4 address (RFC 6052 2.1)


def is_global(address: str) -> bool:
    """Return whether an address, as text, can be reached from the whole Internet."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        if ip in _TRANSLATED:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
        elif ip not in _UNICAST or ip in _SIX_TO_FOUR:
            return False
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in _NOT_GLOBAL)
