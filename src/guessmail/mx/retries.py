"""Whether an answer that is none is taken, or whom to ask next: pure rules."""

from collections.abc import Sequence

from guessmail.mx.answer import NOERROR, NXDOMAIN, Answer
from guessmail.mx.query import Query
from guessmail.mx.upstream import Upstream

_FORMERR, _SERVFAIL, _NOTIMP, _REFUSED, _BADVERS = 1, 2, 4, 5, 16
WORKS = frozenset((NOERROR, NXDOMAIN))
"""Response codes of a resolver that works."""
RETRY_PLAIN = frozenset((_FORMERR, _NOTIMP, _BADVERS))
"""Response codes to a query with EDNS after which it is sent without (RFC 6891 7)."""

_ASKED_TWICE = frozenset((_SERVFAIL, _REFUSED))
_NOT_FOR_YOU = 18  # RFC 8914 4.19
_FINAL = frozenset(
    (4, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17)
)  # extended errors that another resolver only hides


def is_final(answer: Answer) -> bool:
    """Tell whether an answer is taken though another resolver may hide what it says: filtered, bogus."""
    return not _FINAL.isdisjoint(answer.extended_errors)


def is_for_others(answer: Answer) -> bool:
    """Tell whether a resolver says that it works, but not for this client."""
    return answer.rcode == _REFUSED and _NOT_FOR_YOU in answer.extended_errors


def may_ask_twice(query: Query, upstream: Upstream, answer: Answer) -> bool:
    """Tell whether the resolver that failed is asked once more."""
    may_change = answer.rcode in _ASKED_TWICE and not is_for_others(answer)
    return may_change and query.turned_down[upstream.label] < 2


def other_than(upstream: Upstream, query: Query, upstreams: Sequence[Upstream]) -> Upstream | None:
    """Return a resolver that has not yet failed at the query."""
    if query.question.server:
        return None
    for other in upstreams:
        has_failed = query.turned_down[other.label] or other.label in query.tcp_failures
        if other is not upstream and not other.is_down and not has_failed:
            return other
    return None


def best_for(query: Query, upstreams: Sequence[Upstream], now: float) -> Upstream | None:
    """Return the resolver for the next try: at first the best, then the others in turn; None where none is up."""
    if query.question.server:
        pinned = next(up for up in upstreams if up.label == query.question.server)
        return pinned if query.is_probe or not pinned.is_down else None
    if len(upstreams) == 1:
        return upstreams[0]
    alive = [up for up in upstreams if not up.is_down]
    if query.upstream is not None:
        after = upstreams.index(query.upstream) + 1
        return next((up for up in (*upstreams[after:], *upstreams[:after]) if up in alive), None)
    trusted = [up for up in alive if up.failures < 2] or alive
    return next((up for up in trusted if up.is_free(now)), next(iter(trusted), None))


def noted(query: Query, answer: Answer) -> Answer:
    """Return an answer with notes on how it was had."""
    notes = answer.notes
    if query.tries > 1:
        notes += (f"{query.tries} tries",)
    if query.is_over_tcp:
        notes += ("over TCP",)
    if not query.edns:
        notes += ("without EDNS",)
    return answer._replace(notes=notes) if notes else answer
