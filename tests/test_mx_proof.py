"""What proves that a domain takes no mail, and what does not; what is asked again; and what more there is to see."""

from collections.abc import Callable

import pytest

from dns_faults import (
    answers_everything,
    answers_missing_names,
    marked,
    truncated,
    truncated_in_the_middle,
    with_added_soa,
    with_answers,
    with_id,
)
from dns_rows import (
    ACCEPTS,
    ADDRESS,
    HOSTS,
    NEITHER,
    PLAIN,
    UNKNOWN,
    Row,
    assert_verdict,
    mx,
)
from dns_server import Handler, Zone, first, only, rcode, silent
from guessmail.mx.verdict import Reason

TWO_ALIASES = ("acme.test. CNAME b.test.", "acme.test. CNAME c.test.")


def beside_an_alias(records: str) -> Handler:
    return only("MX", Zone(HOSTS), with_answers(Zone(records), "acme.test. CNAME b.test."))


def denied_with(code: int) -> Callable[[], Handler]:
    return lambda: marked(Zone(), code)


def mail_host_at(address: str) -> Callable[[], Handler]:
    return lambda: Zone(mx("in.test") + f"in.test AAAA {address}")


def liar_about_com(truth: Handler, rtype: str = "A", data: str = "5.6.7.8") -> Handler:
    return answers_missing_names(truth, "com", rtype=rtype, data=data)


IMPLICIT, INTERCEPTS, PRIVATE = Reason.IMPLICIT_MX, Reason.RESOLVER_INTERCEPTS, Reason.NON_GLOBAL_ADDRESS
NO_SUCH, AT_ODDS = Reason.NO_SUCH_DOMAIN, Reason.CONTRADICTION

ROWS = [
    # Denials
    *(
        Row(f"extended-error-{code}", denied_with(code), UNKNOWN, reason, "NXDOMAIN")
        for code, reason in {
            3: Reason.UNPROVEN,
            4: Reason.FILTERED,
            6: Reason.DNSSEC_BOGUS,
            9: Reason.DNSSEC_BOGUS,
            19: Reason.UNPROVEN,
            22: Reason.UNPROVEN,
            23: Reason.UNPROVEN,
        }.items()
    ),
    Row(
        "mail-host-denied-stale",
        lambda: only("gone.test", Zone(mx("gone.test")), marked(Zone(), 3)),
        UNKNOWN,
        Reason.UNPROVEN,
        "answer",
    ),
    Row(
        "mail-host-denied-without-soa",
        lambda: only("gone.test", Zone(mx("gone.test")), Zone(has_soa=False)),
        UNKNOWN,
        Reason.UNPROVEN,
        "answer",
    ),
    Row("soa-of-the-very-name", lambda: Zone(soa="acme.test"), UNKNOWN, Reason.FILTERED, "NXDOMAIN"),
    Row("added-soa", lambda: with_added_soa(Zone()), UNKNOWN, Reason.FILTERED, "NXDOMAIN"),
    Row("added-soa-nodata", lambda: with_added_soa(Zone(NEITHER)), UNKNOWN, Reason.FILTERED, "NoAnswer"),
    Row(
        "added-soa-answer",
        lambda: only("MX", Zone(HOSTS), with_added_soa(Zone("acme.test MX 0 ."))),
        UNKNOWN,
        Reason.FILTERED,
        "answer",
    ),
    Row(
        "mail-host-whose-dot-is-no-end-of-a-label",
        lambda: only(r"gone\.filter", Zone(mx(r"gone\.filter")), Zone(soa="filter")),
        UNKNOWN,
        Reason.FILTERED,
        "answer",
        ("odd_mx_name",),
    ),
    Row("no-mx-but-a", lambda: only("MX", Zone(ADDRESS), Zone()), ACCEPTS, IMPLICIT, "NXDOMAIN"),
    Row(
        "no-mx-but-aaaa",
        lambda: only("MX", Zone("acme.test AAAA 2a00::1"), Zone()),
        ACCEPTS,
        IMPLICIT,
        "NXDOMAIN",
    ),
    Row(
        "no-mx-no-a-but-aaaa",
        lambda: only("MX A", Zone("acme.test AAAA 2a00::1"), Zone()),
        ACCEPTS,
        IMPLICIT,
        "NXDOMAIN",
    ),
    Row(
        "no-mx-but-private",
        lambda: only("MX", Zone("acme.test A 10.0.0.1"), Zone()),
        UNKNOWN,
        PRIVATE,
        "NXDOMAIN",
    ),
    Row(
        "no-mx-address-fails",
        lambda: only("MX", only("acme.test", Zone(), rcode("SERVFAIL")), Zone()),
        UNKNOWN,
        Reason.SERVFAIL,
        "NXDOMAIN",
    ),
    Row("no-mx-address-empty", lambda: only("MX", Zone(NEITHER), Zone()), UNKNOWN, AT_ODDS, "NXDOMAIN"),
    Row("empty-mx-no-address", lambda: only("A AAAA", Zone(NEITHER), Zone()), UNKNOWN, AT_ODDS, "NoAnswer"),
    Row("empty-a-no-aaaa", lambda: only("AAAA", Zone(NEITHER), Zone()), UNKNOWN, AT_ODDS, "NoAnswer"),
    Row(
        "mail-host-empty-a-no-aaaa",
        lambda: only("AAAA", Zone(mx("bare.test") + "bare.test TXT x"), Zone()),
        UNKNOWN,
        AT_ODDS,
        "answer",
    ),
    Row("two-aliases-to-nothing", lambda: with_answers(Zone(), *TWO_ALIASES), UNKNOWN, AT_ODDS, "NXDOMAIN"),
    Row(
        "two-aliases-one-good",
        lambda: only(
            "MX", Zone(HOSTS), with_answers(Zone("acme.test TXT x"), *TWO_ALIASES, "b.test. MX 10 mx.test.")
        ),
        ACCEPTS,
        Reason.MX,
        "NoAnswer",
    ),
    Row("null-mx-beside-alias", lambda: beside_an_alias("acme.test MX 0 ."), UNKNOWN, AT_ODDS, "answer"),
    Row("dead-mx-beside-alias", lambda: beside_an_alias(mx("gone.test")), UNKNOWN, AT_ODDS, "answer"),
    Row("good-mx-beside-alias", lambda: beside_an_alias(PLAIN), ACCEPTS, Reason.MX, "answer"),
    # Asked again
    Row(
        "servfail-once",
        lambda: only("acme.test", Zone(HOSTS), first(1, rcode("SERVFAIL"), Zone(PLAIN))),
        ACCEPTS,
        Reason.MX,
        "NoNameservers",
    ),
    Row(
        "refused-once",
        lambda: only("acme.test", Zone(HOSTS), first(1, rcode("REFUSED"), Zone(PLAIN))),
        ACCEPTS,
        Reason.MX,
        "NoNameservers",
    ),
    Row(
        "refused-to-this-client",
        lambda: only("MX", Zone(ADDRESS), rcode("REFUSED", 18)),
        UNKNOWN,
        Reason.REFUSED,
        "NoNameservers",
    ),
    Row(
        "truncated-in-the-middle", lambda: truncated_in_the_middle(Zone(PLAIN)), ACCEPTS, Reason.MX, "answer"
    ),
    Row(
        "truncated-tcp-wrong-id",
        lambda: truncated(Zone(), tcp=with_id(Zone(PLAIN))),
        UNKNOWN,
        Reason.TRUNCATED,
        "NoNameservers",
    ),
    Row(
        "truncated-over-tcp-too",
        lambda: truncated(Zone(), tcp=lambda query, _: truncated(Zone())(query, "udp")),
        UNKNOWN,
        Reason.TRUNCATED,
        "NoAnswer",
    ),
    # Addresses that the Internet cannot reach
    *(
        Row(case, mail_host_at(host), UNKNOWN, PRIVATE, "answer")
        for case, host in {
            "6to4": "2002:a00:1::1",
            "site-local": "fec0::1",
            "mapped": "::ffff:10.0.0.1",
            "translated": "64:ff9b::10.0.0.1",
            "translated-locally": "64:ff9b:1::1",
            "unique-local": "fd00::1",
        }.items()
    ),
    # Resolvers that answer for what cannot exist
    Row(
        "portal-with-mx",
        lambda: answers_everything("1.2.3.4", mx="10 mx.portal.test."),
        UNKNOWN,
        INTERCEPTS,
        "answer",
    ),
    Row(
        "com-with-mx",
        lambda: liar_about_com(Zone(PLAIN), "MX", "10 mx.portal.test."),
        UNKNOWN,
        INTERCEPTS,
        "answer",
    ),
    Row("com-denial", lambda: liar_about_com(Zone()), UNKNOWN, INTERCEPTS, "NXDOMAIN"),
    Row("com-implicit", lambda: liar_about_com(Zone(ADDRESS)), UNKNOWN, INTERCEPTS, "NoAnswer"),
    Row("com-host-is-true", lambda: liar_about_com(Zone(PLAIN)), ACCEPTS, Reason.MX, "answer"),
    Row(
        "com-host-is-made-up", lambda: liar_about_com(Zone(mx("mx.gone.com"))), UNKNOWN, INTERCEPTS, "answer"
    ),
    Row(
        "made-up-each-time",
        lambda: answers_missing_names(Zone(mx("mx.gone.com")), "com", "invalid", data="5.6.7.*"),
        UNKNOWN,
        INTERCEPTS,
        "answer",
    ),
    Row(
        "canaries-silent",
        lambda: only("acme.test mx.test", silent, Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "answer",
        budget=2.0,
    ),
    Row(
        "canaries-fail",
        lambda: only("acme.test mx.test", rcode("SERVFAIL"), Zone(PLAIN)),
        ACCEPTS,
        Reason.MX,
        "answer",
    ),
    # What more there is to see
    Row(
        "parked-by-spf",
        lambda: Zone(ADDRESS + 'acme.test TXT "V=spf1  -all "\nacme.test TXT "x"'),
        ACCEPTS,
        IMPLICIT,
        "NoAnswer",
        ("parked",),
    ),
    Row(
        "spf-with-senders",
        lambda: Zone(ADDRESS + 'acme.test TXT "v=spf1 mx -all"'),
        ACCEPTS,
        IMPLICIT,
        "NoAnswer",
    ),
    Row("spf-unknown", lambda: only("TXT", Zone(ADDRESS), rcode("SERVFAIL")), ACCEPTS, IMPLICIT, "NoAnswer"),
    Row(
        "parked-by-alias",
        lambda: Zone("acme.test CNAME x.sedoparking.com\nx.sedoparking.com A 1.2.3.4"),
        ACCEPTS,
        IMPLICIT,
        "NoAnswer",
        ("parked",),
    ),
    Row(
        "parked-by-name-server",
        lambda: Zone(ADDRESS, server="ns1.bodis.com"),
        ACCEPTS,
        IMPLICIT,
        "NoAnswer",
        ("parked",),
    ),
    Row(
        "parked-by-mail-host",
        lambda: Zone("acme.test MX 10 park-mx.above.com\npark-mx.above.com A 1.2.3.4"),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("parked",),
    ),
    Row(
        "gateway",
        lambda: Zone("acme.test MX 10 mx1.acme.iphmx.com\nmx1.acme.iphmx.com A 1.2.3.4"),
        ACCEPTS,
        Reason.MX,
        "answer",
        ("gateway",),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.case for row in ROWS])
def test_verdict(row: Row) -> None:
    assert_verdict(row)
