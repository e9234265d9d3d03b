"""Every fault that is known, over real sockets: what guessmail says, and what plain dnspython makes of it."""

from collections.abc import Callable

import dns.message
import dns.rcode
import pytest

from dns_faults import (
    answers_everything,
    cut_short,
    forged_then,
    garbage,
    marked,
    referral,
    truncated,
    with_id,
    with_question,
)
from dns_rows import (
    ACCEPTS,
    ADDRESS,
    BRIEF,
    HOSTS,
    NEITHER,
    NO_MAIL,
    PLAIN,
    SHORT,
    UNKNOWN,
    Row,
    assert_verdict,
    chain,
    mx,
)
from dns_server import Handler, Reply, Zone, first, only, rcode, silent
from guessmail.dns import Reason


def bare_alias(records: str, *, has_soa: bool) -> Handler:
    """Answer with the first alias alone, not with what it leads to."""
    zone = Zone(records)
    alone = Zone("acme.test CNAME other.test")

    def handler(query: dns.message.Message, transport: str) -> Reply:
        response = zone(query, transport)
        if response.question[0].name.to_text() == "acme.test.":
            response = alone(query, transport)
            response.set_rcode(dns.rcode.NOERROR)
            if not has_soa:
                response.authority.clear()
        return response

    return handler


def filtered_by(code: int) -> Callable[[], Handler]:
    return lambda: marked(Zone(), code)


ROWS = [
    Row("mx", lambda: Zone(PLAIN), ACCEPTS, Reason.MX, "answer"),
    Row("nxdomain", Zone, NO_MAIL, Reason.NO_SUCH_DOMAIN, "NXDOMAIN"),
    Row("nxdomain-without-soa", lambda: Zone(has_soa=False), UNKNOWN, Reason.UNPROVEN, "NXDOMAIN"),
    Row("implicit-a", lambda: Zone(ADDRESS), ACCEPTS, Reason.IMPLICIT_MX, "NoAnswer"),
    Row("implicit-aaaa", lambda: Zone("acme.test AAAA 2a00::1"), ACCEPTS, Reason.IMPLICIT_MX, "NoAnswer"),
    Row("nodata", lambda: Zone(NEITHER), NO_MAIL, Reason.NO_MX_NO_ADDRESS, "NoAnswer"),
    Row("nodata-without-soa", lambda: Zone(NEITHER, has_soa=False), UNKNOWN, Reason.UNPROVEN, "NoAnswer"),
    Row(
        "nodata-without-soa-for-mx-alone",
        lambda: only("MX", Zone(NEITHER), only("acme.test", Zone(), Zone(NEITHER, has_soa=False))),
        UNKNOWN,
        Reason.UNPROVEN,
        "NoAnswer",
    ),
    Row(
        "nodata-without-soa-but-address",
        lambda: Zone(ADDRESS, has_soa=False),
        ACCEPTS,
        Reason.IMPLICIT_MX,
        "NoAnswer",
    ),
    Row(
        "address-fails",
        lambda: only("A AAAA", Zone(NEITHER), rcode("SERVFAIL")),
        UNKNOWN,
        Reason.SERVFAIL,
        "NoAnswer",
    ),
    Row(
        "alias-alone",
        lambda: bare_alias("acme.test CNAME other.test\nother.test MX 10 mx.test\n" + HOSTS, has_soa=False),
        ACCEPTS,
        Reason.MX,
        "NoAnswer",
    ),
    Row(
        "alias",
        lambda: Zone("acme.test CNAME other.test\nother.test MX 10 mx.test\n" + HOSTS),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "alias-to-nothing",
        lambda: Zone("acme.test CNAME gone.test"),
        NO_MAIL,
        Reason.NO_SUCH_DOMAIN,
        "NXDOMAIN",
    ),
    Row(
        "servfail",
        lambda: only("MX", Zone(ADDRESS), rcode("SERVFAIL")),
        UNKNOWN,
        Reason.SERVFAIL,
        "NoNameservers",
    ),
    Row(
        "refused",
        lambda: only("MX", Zone(ADDRESS), rcode("REFUSED")),
        UNKNOWN,
        Reason.REFUSED,
        "NoNameservers",
    ),
    Row(
        "notimp", lambda: only("MX", Zone(ADDRESS), rcode("NOTIMP")), UNKNOWN, Reason.NOTIMP, "NoNameservers"
    ),
    Row(
        "formerr",
        lambda: only("MX", Zone(ADDRESS), rcode("FORMERR")),
        UNKNOWN,
        Reason.FORMERR,
        "NoNameservers",
    ),
    Row(
        "yxdomain",
        lambda: only("MX", Zone(ADDRESS), rcode("YXRRSET")),
        UNKNOWN,
        Reason.OTHER_RCODE,
        "NoNameservers",
    ),
    Row(
        "formerr-to-edns",
        lambda: rcode("FORMERR", plain_truth=Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "NoNameservers",
    ),
    Row(
        "notimp-to-edns",
        lambda: rcode("NOTIMP", plain_truth=Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "NoNameservers",
    ),
    Row("badvers", lambda: rcode("BADVERS", plain_truth=Zone(PLAIN)), ACCEPTS, Reason.MX, "NoNameservers"),
    Row("forged", lambda: marked(Zone(PLAIN), 4), UNKNOWN, Reason.FILTERED, "answer"),
    *(
        Row(f"extended-{code}", filtered_by(code), UNKNOWN, Reason.FILTERED, "NXDOMAIN")
        for code in (15, 16, 17, 18)
    ),
    Row("stale-is-no-filter", lambda: marked(Zone(PLAIN), 3), ACCEPTS, Reason.MX, "answer"),
    Row("foreign-soa-nxdomain", lambda: Zone(soa="rpz.filter.test"), UNKNOWN, Reason.FILTERED, "NXDOMAIN"),
    Row(
        "foreign-soa-nodata",
        lambda: Zone(NEITHER, soa="rpz.filter.test"),
        UNKNOWN,
        Reason.FILTERED,
        "NoAnswer",
    ),
    Row("soa-below-the-name", lambda: Zone(NEITHER, soa="x.acme.test"), UNKNOWN, Reason.FILTERED, "NoAnswer"),
    Row("root-soa", lambda: Zone(soa=""), NO_MAIL, Reason.NO_SUCH_DOMAIN, "NXDOMAIN"),
    Row(
        "dnssec-bogus",
        lambda: only("MX", Zone(), rcode("SERVFAIL", 6)),
        UNKNOWN,
        Reason.DNSSEC_BOGUS,
        "NoNameservers",
    ),
    Row(
        "silence",
        lambda: only("acme.test", Zone(), silent),
        UNKNOWN,
        Reason.TIMEOUT,
        "LifetimeTimeout",
        budget=SHORT,
    ),
    Row("wrong-id", lambda: with_id(Zone()), UNKNOWN, Reason.TIMEOUT, "LifetimeTimeout", budget=SHORT),
    Row(
        "wrong-question",
        lambda: with_question(Zone(), "other.test"),
        UNKNOWN,
        Reason.MALFORMED,
        "LifetimeTimeout",
        budget=BRIEF,
    ),
    Row("garbage", lambda: garbage, UNKNOWN, Reason.MALFORMED, "LifetimeTimeout", budget=BRIEF),
    Row(
        "cut-short",
        lambda: cut_short(Zone(PLAIN)),
        UNKNOWN,
        Reason.MALFORMED,
        "LifetimeTimeout",
        budget=BRIEF,
    ),
    Row("forged-first", lambda: forged_then(Zone(), Zone(PLAIN)), ACCEPTS, Reason.MX, "answer"),
    Row("lost-once", lambda: first(1, silent, Zone(PLAIN)), ACCEPTS, Reason.MX, "LifetimeTimeout"),
    Row("truncated", lambda: truncated(Zone(PLAIN)), ACCEPTS, Reason.MX, "answer"),
    Row("truncated-denial", lambda: truncated(Zone()), NO_MAIL, Reason.NO_SUCH_DOMAIN, "NXDOMAIN"),
    Row(
        "truncated-tcp-silent",
        lambda: truncated(Zone(), tcp=silent),
        UNKNOWN,
        Reason.TRUNCATED,
        "NoNameservers",
    ),
    Row(
        "truncated-tcp-garbage",
        lambda: truncated(Zone(), tcp=garbage),
        UNKNOWN,
        Reason.TRUNCATED,
        "NoNameservers",
    ),
    Row("upward-referral", lambda: referral("."), UNKNOWN, Reason.LAME, "NoAnswer"),
    Row("referral", lambda: referral("test."), UNKNOWN, Reason.LAME, "NoAnswer"),
    Row("null-mx", lambda: Zone("acme.test MX 0 .\n" + ADDRESS), NO_MAIL, Reason.NULL_MX, "answer"),
    Row(
        "null-mx-beside-others",
        lambda: Zone("acme.test MX 0 .\n" + PLAIN),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("null_mx_beside_others",),
    ),
    Row("root-as-host", lambda: Zone("acme.test MX 10 .\n" + ADDRESS), NO_MAIL, Reason.MX_UNUSABLE, "answer"),
    Row(
        "implicit-private",
        lambda: Zone("acme.test A 10.1.2.3"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "NoAnswer",
    ),
    Row(
        "implicit-loopback",
        lambda: Zone("acme.test A 127.0.0.1"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "NoAnswer",
    ),
    Row(
        "implicit-collision",
        lambda: Zone("acme.test A 127.0.53.53"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "NoAnswer",
    ),
    Row(
        "mx-private",
        lambda: Zone(mx("in.test") + "in.test A 192.168.1.1"),
        UNKNOWN,
        Reason.NON_GLOBAL_ADDRESS,
        "answer",
    ),
    Row(
        "mx-private-and-global",
        lambda: Zone(mx("in.test") + "in.test A 192.168.1.1\nin.test AAAA 2a00::1"),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "mx-localhost",
        lambda: Zone(mx("localhost") + "localhost A 127.0.0.1"),
        NO_MAIL,
        Reason.MX_UNUSABLE,
        "answer",
    ),
    Row("mx-literal", lambda: Zone(mx("1.2.3.4")), NO_MAIL, Reason.MX_UNUSABLE, "answer"),
    Row("mx-missing", lambda: Zone(mx("gone.test")), NO_MAIL, Reason.MX_UNUSABLE, "answer"),
    Row(
        "mx-no-address",
        lambda: Zone(mx("bare.test") + "bare.test TXT x"),
        NO_MAIL,
        Reason.MX_UNUSABLE,
        "answer",
    ),
    Row(
        "mx-second-good",
        lambda: Zone(mx("gone.test", "localhost", "1.2.3.4", "mx.test")),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "mx-one-unknown",
        lambda: only("sick.test", Zone(mx("gone.test", "sick.test")), rcode("SERVFAIL")),
        UNKNOWN,
        Reason.SERVFAIL,
        "answer",
    ),
    Row(
        "mx-silent",
        lambda: only("mx.test", Zone(PLAIN), silent),
        UNKNOWN,
        Reason.TIMEOUT,
        "answer",
        budget=SHORT,
    ),
    Row(
        "mx-alias",
        lambda: Zone("acme.test MX 10 alias.test\nalias.test CNAME mx.test\n" + HOSTS),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("mx_is_cname",),
    ),
    Row("chain-of-15", lambda: Zone(chain(15) + HOSTS), ACCEPTS, Reason.MX, "answer"),
    Row("chain-of-17", lambda: Zone(chain(17) + HOSTS), UNKNOWN, Reason.CNAME_LOOP, "NoNameservers"),
    Row(
        "loop",
        lambda: Zone("acme.test CNAME b.test\nb.test CNAME acme.test"),
        UNKNOWN,
        Reason.CNAME_LOOP,
        "NoNameservers",
    ),
    Row(
        "400-mx",
        lambda: Zone(mx(*(f"m{n}.test" for n in range(400))) + "m9.test A 1.2.3.4"),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("mx_records=400",),
    ),
    Row(
        "400-mx-the-tenth-bad",
        lambda: Zone(mx(*(f"m{n}.test" for n in range(400))) + "m10.test A 1.2.3.4"),
        UNKNOWN,
        Reason.UNPROVEN,
        "answer",
        ("mx_records=400",),
    ),
    Row(
        "odd-mx-name",
        lambda: Zone(mx(r"\027[31m.test") + r"\027[31m.test A 1.2.3.4"),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("odd_mx_name",),
    ),
    Row(
        "underscore-in-mx", lambda: Zone(mx("_mx.test") + "_mx.test A 1.2.3.4"), ACCEPTS, Reason.MX, "answer"
    ),
    Row(
        "captive-portal",
        lambda: answers_everything("1.2.3.4"),
        UNKNOWN,
        Reason.RESOLVER_INTERCEPTS,
        "NoAnswer",
    ),
    Row(
        "captive-portal-null-mx",
        lambda: answers_everything("1.2.3.4", mx="0 ."),
        UNKNOWN,
        Reason.RESOLVER_INTERCEPTS,
        "answer",
    ),
    Row(
        "resolver-of-a-closed-network",
        lambda: rcode("NXDOMAIN"),
        UNKNOWN,
        Reason.RESOLVER_ISOLATED,
        "NXDOMAIN",
    ),
    Row(
        "nxdomain-of-a-liar",
        lambda: only("acme.test", answers_everything("1.2.3.4"), Zone()),
        UNKNOWN,
        Reason.RESOLVER_INTERCEPTS,
        "NXDOMAIN",
    ),
    Row(
        "mx-from-a-liar",
        lambda: only("acme.test mx.test", answers_everything("5.6.7.8"), Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    Row(
        "canary-silent",
        lambda: only("acme.test", silent, Zone()),
        UNKNOWN,
        Reason.TIMEOUT,
        "NXDOMAIN",
        budget=SHORT,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.case for row in ROWS])
def test_fault(row: Row) -> None:
    assert_verdict(row)
