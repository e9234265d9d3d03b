"""How long a verdict may be kept, in seconds (RFC 2308 5, RFC 2181 8, RFC 9520 3.2)."""

from collections.abc import Sequence

from dns.rcode import NXDOMAIN

from guessmail.mx.answer import Answer
from guessmail.mx.lookup import failure
from guessmail.mx.verdict import MailVerdict, Reason, Verdict

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_LONGEST, _LONGEST_DENIAL, _SHORTEST, _FAILURE = 7 * _DAY, 3 * _HOUR, _HOUR, 5 * _MINUTE

_LASTING = frozenset(
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
"""Failures of the domain; those of the way to it may be gone in the next run."""


def lifetime_of(verdict: MailVerdict, used: Sequence[Answer]) -> int:
    """Return for how many seconds a verdict may be kept that rests on these answers; 0 for this run only."""
    if verdict.verdict is Verdict.UNKNOWN:
        return _FAILURE if verdict.reason in _LASTING else 0
    lifetime = _LONGEST
    for answer in used:
        if answer.question.server or failure(answer) is not None:  # canaries say nothing of the domain
            continue
        if not answer.records or answer.rcode == NXDOMAIN or answer.soa_owner:
            lifetime = min(lifetime, _LONGEST_DENIAL, _seconds(answer.negative_ttl))
        for record in answer.records:
            ttl = _seconds(record.ttl)
            lifetime = min(lifetime, max(ttl, _SHORTEST) if ttl else 0)
    return lifetime


def _seconds(ttl: int) -> int:
    return ttl if ttl < 1 << 31 else 0
