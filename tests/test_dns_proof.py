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
    with_options,
)
from dns_rows import (
    ACCEPTS,
    ADDRESS,
    BRIEF,
    HOSTS,
    NEITHER,
    NO_MAIL,
    PLAIN,
    UNKNOWN,
    Row,
    assert_verdict,
    mx,
)
from dns_server import DnsServer, Handler, Zone, first, only, rcode, silent
from guessmail.dns import Reason
from guessmail.dns.checker import Checker

TWO_ALIASES = ("acme.test. CNAME b.test.", "acme.test. CNAME c.test.")


def beside_an_alias(records: str) -> Handler:
    return only("MX", Zone(HOSTS), with_answers(Zone(records), "acme.test. CNAME b.test."))


def denied_with(code: int) -> Callable[[], Handler]:
    return lambda: marked(Zone(), code)


def mail_host_at(address: str) -> Callable[[], Handler]:
    return lambda: Zone(mx("in.test") + f"in.test AAAA {address}")


def liar_about_com(truth: Handler, rtype: str = "A", data: str = "5.6.7.8") -> Handler:
    return answers_missing_names(truth, "com", rtype=rtype, data=data)


def only_mx(records: str, line: str, section: str = "answer") -> Callable[[], Handler]:
    """Put a record into the answer for MX alone."""
    zone = Zone(records.strip() + "\n" + HOSTS.strip() if "mx.test A" not in records else records)
    return lambda: only("MX", zone, with_answers(zone, line, section=section))


def null_mx_with(code: int) -> Callable[[], Handler]:
    return lambda: only("MX", Zone(), marked(Zone("acme.test MX 0 ."), code))


def with_odd_options(zone: Zone, options: bytes) -> Callable[[], Handler]:
    return lambda: with_options(zone, options)


SOA = "a.nic.test. h.nic.test. 1 2 3 4 60"
SIGNED = "8 2 3600 20300101000000 20200101000000 1 test. AAAA"
SHORT_EDE = bytes.fromhex("000f 0001 00")
BLOCKED = bytes.fromhex("000f 0002 000f")
NOT_UTF8 = bytes.fromhex("000f 0004 000f ff80")
ENDLESS = bytes.fromhex("0003 ffff 6161")

IMPLICIT, INTERCEPTS, PRIVATE = Reason.IMPLICIT_MX, Reason.RESOLVER_INTERCEPTS, Reason.NON_GLOBAL_ADDRESS
NO_SUCH, AT_ODDS = Reason.NO_SUCH_DOMAIN, Reason.CONTRADICTION

ROWS = [
    # Denials
    *(
        Row(f"extended-error-{code}", denied_with(code), UNKNOWN, reason, "NXDOMAIN")
        for code, reason in {
            3: Reason.UNPROVEN,
            4: Reason.FILTERED,
            5: Reason.UNPROVEN,
            6: Reason.DNSSEC_BOGUS,
            9: Reason.DNSSEC_BOGUS,
            14: Reason.UNPROVEN,
            19: Reason.UNPROVEN,
            20: Reason.UNPROVEN,
            22: Reason.UNPROVEN,
            23: Reason.UNPROVEN,
            24: Reason.UNPROVEN,
            25: Reason.DNSSEC_BOGUS,
            28: Reason.UNPROVEN,
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
    # Records that do not belong there
    *(
        Row(f"beside-nothing: {line}", only_mx(NEITHER, line), UNKNOWN, Reason.MALFORMED, says)
        for line, says in {
            "other.test. MX 10 mx.test.": "NoAnswer",
            "test. MX 10 mx.test.": "NoAnswer",
            "acme.test. TXT x": "NoAnswer",
            "acme.test. A 1.2.3.4": "NoAnswer",
            f"acme.test. SOA {SOA}": "NoAnswer",
            f"test. SOA {SOA}": "NoAnswer",
            "other.test. CNAME acme.test.": "NoAnswer",
            "test. DNAME other.": "NoAnswer",
            "acme.test. DNAME other.test.": "NoAnswer",
            f"acme.test. RRSIG MX {SIGNED}": "NoAnswer",
            "acme.test. CH MX 10 mx.test.": "NoAnswer",
        }.items()
    ),
    *(
        Row(f"beside-null-mx: {line}", only_mx("acme.test MX 0 .", line), verdict, reason, "answer")
        for line, verdict, reason in (
            ("other.test. MX 10 mx.test.", UNKNOWN, Reason.MALFORMED),
            ("acme.test. TXT x", UNKNOWN, Reason.MALFORMED),
            ("acme.test. CH MX 10 mx.test.", UNKNOWN, Reason.MALFORMED),
            (f"acme.test. RRSIG MX {SIGNED}", NO_MAIL, Reason.NULL_MX),
        )
    ),
    *(
        Row(f"beside-mx: {line}", only_mx(PLAIN, line), ACCEPTS, Reason.MX, "answer")
        for line in ("other.test. MX 10 mx2.test.", "acme.test. TXT x", f"acme.test. RRSIG MX {SIGNED}")
    ),
    *(
        Row(
            f"null-mx-with-extended-error-{code}",
            null_mx_with(code),
            UNKNOWN,
            reason,
            "answer",
        )
        for code, reason in {3: Reason.UNPROVEN, 6: Reason.DNSSEC_BOGUS, 15: Reason.FILTERED}.items()
    ),
    *(
        Row(
            f"alias-to-{target}",
            only_mx("x.test TXT x", f"acme.test. CNAME {target}"),
            UNKNOWN,
            Reason.FILTERED,
            says,
        )
        for target, says in {".": "NXDOMAIN", "*.": "NXDOMAIN"}.items()
    ),
    Row(
        "alias-of-all-names-below",
        lambda: with_answers(Zone("acme.test CNAME acme.other"), "test. DNAME other."),
        NO_MAIL,
        NO_SUCH,
        "NXDOMAIN",
    ),
    Row(
        "alias-of-all-names-below-that-leads-elsewhere",
        lambda: with_answers(Zone("acme.test CNAME acme.other"), "test. DNAME elsewhere."),
        UNKNOWN,
        Reason.MALFORMED,
        "NXDOMAIN",
    ),
    *(
        Row(f"in-{section}: {line}", only_mx(records, line, section), UNKNOWN, Reason.MALFORMED, says)
        for section, records, line, says in (
            ("authority", NEITHER, "acme.test. MX 10 mx.test.", "NoAnswer"),
            ("additional", NEITHER, "acme.test. MX 10 mx.test.", "NoAnswer"),
            ("authority", "x.test TXT x", "acme.test. MX 10 mx.test.", "NXDOMAIN"),
            ("authority", NEITHER, "acme.test. CNAME b.test.", "NoAnswer"),
            ("authority", NEITHER, "other.test. A 1.2.3.4", "NoAnswer"),
            ("authority", NEITHER, f"test. CH SOA {SOA}", "NoAnswer"),
            ("authority", NEITHER, f"filter.example. SOA {SOA}", "NoAnswer"),
        )
    ),
    Row(
        "glue-is-not-misplaced",
        only_mx(NEITHER, "acme.test. A 1.2.3.4", "additional"),
        NO_MAIL,
        Reason.NO_MX_NO_ADDRESS,
        "NoAnswer",
    ),
    # EDNS options that cannot be read
    *(
        Row(f"{case}, {options.hex()}", with_odd_options(zone, options), verdict, reason, says, budget=BRIEF)
        for case, zone, options, verdict, reason, says in (
            ("good", Zone(PLAIN), SHORT_EDE, ACCEPTS, Reason.MX, "answer"),
            ("good", Zone(PLAIN), ENDLESS, UNKNOWN, Reason.MALFORMED, "LifetimeTimeout"),
            ("good", Zone(PLAIN), b"\0", UNKNOWN, Reason.MALFORMED, "LifetimeTimeout"),
            ("denied", Zone(), SHORT_EDE, NO_MAIL, NO_SUCH, "NXDOMAIN"),
            ("denied", Zone(), ENDLESS, UNKNOWN, Reason.MALFORMED, "LifetimeTimeout"),
            ("denied", Zone(), NOT_UTF8, UNKNOWN, Reason.FILTERED, "NXDOMAIN"),
            ("denied", Zone(), BLOCKED + ENDLESS, UNKNOWN, Reason.MALFORMED, "LifetimeTimeout"),
            ("denied", Zone(), SHORT_EDE + BLOCKED, UNKNOWN, Reason.FILTERED, "NXDOMAIN"),
        )
    ),
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


@pytest.mark.parametrize(
    ("records", "zone", "reason"),
    [
        pytest.param("acme.com A 1.2.3.4", "acme.com", IMPLICIT, id="the domain's own zone"),
        pytest.param("acme.com A 1.2.3.4", "com", INTERCEPTS, id="the registry's zone"),
        pytest.param("acme.com AAAA 2a00::1", "com", INTERCEPTS, id="the registry's zone, IPv6"),
        pytest.param("acme.com A 1.2.3.4", "", INTERCEPTS, id="the root"),
        pytest.param("acme.com TXT x", "com", Reason.NO_MX_NO_ADDRESS, id="the registry's zone, no address"),
        pytest.param("acme.com MX 10 mx.com\nmx.com A 1.2.3.4", "com", Reason.MX, id="mail servers"),
        pytest.param("acme.test A 1.2.3.4", "test", IMPLICIT, id="no registry"),
        pytest.param("acme.github.io A 1.2.3.4", "github.io", IMPLICIT, id="a zone of somebody's customers"),
        pytest.param("acme.co.uk A 1.2.3.4", "co.uk", INTERCEPTS, id="a registry's zone of two labels"),
    ],
)
def test_a_registry_has_no_addresses(records: str, zone: str, reason: Reason) -> None:
    domain = records.partition(" ")[0]
    with (
        DnsServer(only(domain, Zone(records), Zone(records, soa=zone))) as server,
        Checker([server.address], timeout=60, explain=True) as checker,
    ):
        verdict = checker.result(domain)
    assert verdict.reason is reason, verdict.transcript
