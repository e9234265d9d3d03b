"""What answers prove: `no_mail` on positive proof alone, and always with it."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pytest
from dns.rdatatype import AAAA, CNAME, MX, SOA, TXT, A
from hypothesis import given, settings
from hypothesis import strategies as st

from guessmail.data.mail_providers import MAIL_PROVIDERS, PARKING, SERVICES
from guessmail.dns import MailVerdict, Reason, Verdict
from guessmail.dns.lookup import is_global
from guessmail.dns.messages import Answer, Query, Record
from guessmail.dns.rules import is_parking, judge, mail_provider

D, HOST, SERVER = "acme.test", "mx.test", "192.0.2.53"
CANARIES = ("canary.invalid", "canary.com")
GLOBAL, PRIVATE = "1.2.3.4", "10.0.0.1"
MX_QUERY = Query(D, MX)


def mx(*records: tuple[int, str], ttl: int = 3600) -> Answer:
    return Answer(MX_QUERY, records=tuple(Record(D, MX, ttl, host, n) for n, host in records))


def address(name: str, data: str, rtype: int = A, ttl: int = 3600) -> Answer:
    return Answer(Query(name, rtype), records=(Record(name, rtype, ttl, data),))


def absent(name: str, rtype: int, *, rcode: int = 0, soa: str = "test", ttl: int = 900) -> Answer:
    return Answer(Query(name, rtype), rcode, soa_owner=soa, negative_ttl=ttl)


def known(*answers: Answer) -> dict[Query, Answer]:
    return {answer.query: answer._replace(server=SERVER) for answer in (*answers, *HONEST)}


COM = Query("com", SOA, SERVER)
HONEST = (
    *(
        Answer(Query(name, rtype, SERVER), 3, soa_owner=".", negative_ttl=900)
        for name in CANARIES
        for rtype in (A, MX)
    ),
    Answer(COM, 0),
)


def gone(*, soa: str = "test", ttl: int = 900) -> tuple[Answer, ...]:
    return tuple(absent(D, rtype, rcode=3, soa=soa, ttl=ttl) for rtype in (MX, A, AAAA))


class Ask(NamedTuple):
    """What is asked first that is not known."""

    query: Query


def decide(
    domain: str,
    facts: Mapping[Query, Answer],
    *,
    canaries: Sequence[str] = (),
    sibling: str = "",
    explain: bool = False,
) -> MailVerdict | Ask:
    try:
        return judge(domain, facts.__getitem__, canaries=canaries, sibling=sibling, explain=explain)
    except KeyError as error:
        return Ask(error.args[0])


def judged(*answers: Answer) -> MailVerdict | Ask:
    return decide(D, known(*answers), canaries=CANARIES)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ((), MX_QUERY),
        ((mx((10, HOST)),), Query(HOST, A)),
        ((mx((20, "b.test"), (10, HOST)),), Query(HOST, A)),
        ((mx((10, HOST)), absent(HOST, A)), Query(HOST, AAAA)),
        ((mx((10, HOST), (20, "b.test")), absent(HOST, A), absent(HOST, AAAA)), Query("b.test", A)),
        ((absent(D, MX),), Query(D, A)),
        ((absent(D, MX, rcode=3),), Query(D, A)),
        ((absent(D, MX), address(D, GLOBAL)), Query(D, TXT)),
        ((Answer(MX_QUERY, records=(Record(D, CNAME, 60, "b.test"),)),), Query("b.test", MX)),
        ((Answer(MX_QUERY, 3, (Record(D, CNAME, 60, "b.test"),)),), Query("b.test", MX)),
        ((Answer(MX_QUERY, 3, (Record(D, CNAME, 60, "b.example"),), "test"),), Query("b.example", MX)),
    ],
)
def test_asks(answers: tuple[Answer, ...], asked: Query) -> None:
    assert judged(*answers) == Ask(asked)


def test_asks_the_canaries_of_the_resolver_that_denied() -> None:
    facts = {answer.query: answer._replace(server=SERVER) for answer in gone()}
    for canary in HONEST:
        assert decide(D, facts, canaries=CANARIES) == Ask(canary.query)
        facts[canary.query] = canary
    assert isinstance(decide(D, facts, canaries=CANARIES), MailVerdict)


HOUR, DAY = 3600, 86400


@pytest.mark.parametrize(
    ("answers", "reason", "lifetime"),
    [
        ((mx((10, HOST)), address(HOST, GLOBAL)), Reason.MX, HOUR),
        ((mx((10, HOST), ttl=60), address(HOST, GLOBAL)), Reason.MX, HOUR),
        ((mx((10, HOST), ttl=2**31 - 1), address(HOST, GLOBAL, ttl=2**31 - 1)), Reason.MX, 7 * DAY),
        ((mx((10, HOST), ttl=0), address(HOST, GLOBAL)), Reason.MX, 0),
        ((mx((10, HOST)), address(HOST, GLOBAL, ttl=0)), Reason.MX, 0),
        ((mx((0, "."), ttl=2 * DAY),), Reason.NULL_MX, 2 * DAY),
        (gone(), Reason.NO_SUCH_DOMAIN, 900),
        (gone(ttl=2**31 - 1), Reason.NO_SUCH_DOMAIN, 3 * HOUR),
        (gone(ttl=0), Reason.NO_SUCH_DOMAIN, 0),
        (gone(soa="", ttl=0), Reason.UNPROVEN, 0),
        ((absent(D, MX), absent(D, A), absent(D, AAAA, ttl=5)), Reason.NO_MX_NO_ADDRESS, 5),
        ((absent(D, MX), address(D, GLOBAL), absent(D, TXT)), Reason.IMPLICIT_MX, 900),
        ((absent(D, MX, soa="", ttl=0), address(D, GLOBAL), absent(D, TXT)), Reason.IMPLICIT_MX, 0),
        ((mx((10, HOST)), absent(HOST, A, rcode=3), absent(HOST, AAAA, rcode=3)), Reason.MX_UNUSABLE, 900),
        ((Answer(MX_QUERY, 2),), Reason.SERVFAIL, 300),
        ((Answer(MX_QUERY, fault=Reason.TIMEOUT),), Reason.TIMEOUT, 0),
        ((Answer(MX_QUERY, fault=Reason.RESOLVER_DOWN),), Reason.RESOLVER_DOWN, 0),
        ((absent(D, MX), address(D, PRIVATE), absent(D, AAAA)), Reason.NON_GLOBAL_ADDRESS, 0),
        ((absent(D, MX, soa="filter.example"),), Reason.FILTERED, 0),
        ((Answer(MX_QUERY, 3, (Record(D, MX, 60, HOST, 10),)),), Reason.MALFORMED, 0),
    ],
)
def test_rules_and_how_long_that_holds(answers: tuple[Answer, ...], reason: Reason, lifetime: int) -> None:
    verdict = judged(*answers)
    assert isinstance(verdict, MailVerdict), verdict
    assert (verdict.reason, verdict.lifetime) == (reason, lifetime)


def many(count: int) -> tuple[Answer, ...]:
    """Return so many MX hosts, of which none has an address."""
    hosts = [f"mx{n:02}.test" for n in range(count)]
    lacking = (absent(host, rtype) for host in hosts for rtype in (A, AAAA))
    return mx(*((n, host) for n, host in enumerate(hosts))), *lacking


SPF = Answer(Query(D, TXT), records=(Record(D, TXT, 60, "v=spf1 -all"),))
NO_SPF = absent(D, TXT)
GOOGLE, MAILGUN, PARKED = "aspmx.l.google.com", "mxa.mailgun.org", "ns1.sedoparking.com"


@pytest.mark.parametrize(
    ("answers", "verdict", "reason", "provider", "hosts", "count", "warnings"),
    [
        ((mx((10, GOOGLE)), address(GOOGLE, GLOBAL)), "accepts", "mx", "google", (GOOGLE,), 1, ()),
        ((mx((10, MAILGUN), (20, HOST)), address(MAILGUN, GLOBAL)), "accepts", "mx", "mailgun", (MAILGUN, HOST), 2, ("application",)),
        ((mx((10, PARKED)), address(PARKED, GLOBAL)), "accepts", "mx", "", (PARKED,), 1, ("parked",)),
        ((mx((10, HOST), (20, ".")), address(HOST, GLOBAL)), "accepts", "mx", "", (HOST,), 2, ("null_mx_beside_others",)),
        ((mx((10, HOST), (20, "a\x1bb.test")), address(HOST, GLOBAL)), "accepts", "mx", "", (HOST,), 2, ("odd_mx_name",)),
        ((mx((10, HOST)), Answer(Query(HOST, A), records=(Record(HOST, CNAME, 60, "b.test"), Record("b.test", A, 60, GLOBAL)))),
            "accepts", "mx", "", (HOST,), 1, ("mx_is_cname",)),
        (many(10), "no_mail", "mx_unusable", "", tuple(f"mx{n:02}.test" for n in range(10)), 10, ()),
        (many(11), "unknown", "unproven", "", tuple(f"mx{n:02}.test" for n in range(10)), 11, ("mx_records=11",)),
        ((mx((10, "mail.localhost")),), "no_mail", "mx_unusable", "", ("mail.localhost",), 1, ()),
        ((mx((0, "."), (5, ".")),), "no_mail", "null_mx", "", (), 2, ()),
        ((mx((5, ".")),), "no_mail", "mx_unusable", "", (), 1, ()),
        ((absent(D, MX), address(D, GLOBAL), NO_SPF), "accepts", "implicit_mx", "", (), 0, ()),
        ((absent(D, MX), address(D, GLOBAL), SPF), "accepts", "implicit_mx", "", (), 0, ("parked",)),
        (gone(), "no_mail", "no_such_domain", "", (), 0, ()),
        ((Answer(MX_QUERY, 2),), "unknown", "servfail", "", (), 0, ()),
    ],
)  # fmt: skip
def test_what_is_said_beside(
    answers: tuple[Answer, ...], verdict: str, reason: str, provider: str, hosts: tuple[str, ...], count: int,
    warnings: tuple[str, ...],
) -> None:  # fmt: skip
    said = judged(*answers)
    assert isinstance(said, MailVerdict), said
    assert said.domain == D
    assert (str(said.verdict), str(said.reason), said.provider) == (verdict, reason, provider)
    assert (said.hosts, said.mx_count, said.warnings) == (hosts, count, warnings)


def test_wildcard_is_noted() -> None:
    sibling = Query("x1.test", MX)
    facts = known(mx((10, HOST)), address(HOST, GLOBAL))
    assert decide(D, facts, sibling="x1.test") == Ask(sibling)
    facts[sibling] = Answer(sibling, records=(Record("x1.test", MX, 60, HOST, 10),))
    verdict = decide(D, facts, sibling="x1.test")
    assert isinstance(verdict, MailVerdict)
    assert verdict.warnings == ("wildcard",)
    facts[sibling] = Answer(sibling, fault=Reason.TIMEOUT)
    verdict = decide(D, facts, sibling="x1.test")
    assert isinstance(verdict, MailVerdict)
    assert (verdict.verdict, verdict.warnings) == (Verdict.ACCEPTS, ())


# Every transcript that can be thought of: answers of every kind, whole or mangled, to every query.

NAMES = [D, HOST, "b.test", "localhost", "1.2.3.4", "."]
REAL = [D, HOST, "b.test"]


def records_for(dice: random.Random, query: Query) -> Iterator[Record]:
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 3))):
        owner = dice.choice((query.name, query.name, *REAL))
        if dice.random() < 0.3:
            yield Record(owner, CNAME, 60, dice.choice(REAL))
        else:
            value = dice.choice(NAMES if query.rtype == MX else (GLOBAL, PRIVATE, "5.6.7.8"))
            yield Record(owner, query.rtype, dice.choice((0, 60, 2**31)), value, dice.choice((0, 10)))


def answer_to(dice: random.Random, query: Query, mood: int | None) -> Answer:
    if mood is not None and dice.random() < 0.93:  # else hardly anything would ever be proven
        return Answer(query, mood, (), dice.choice(("test", ".")), negative_ttl=900, server=SERVER)
    return Answer(
        query,
        dice.choice((0, 0, 0, 3, 3, 2, 5, 1, 16)),
        tuple(records_for(dice, query)),
        dice.choice(("", "test", ".", "test", "filter.example", query.name, "x." + query.name)),
        negative_ttl=dice.choice((0, 900)),
        has_referral=dice.random() < 0.2,
        has_misplaced=dice.random() < 0.05,
        has_added_soa=dice.random() < 0.1,
        extended_errors=dice.choice(((), (), (), (), (3,), (4,), (6,), (15,), (17,), (18,), (19,), (23,))),
        fault=dice.choice((*[None] * 12, Reason.TIMEOUT, Reason.MALFORMED, Reason.TRUNCATED)),
        server=SERVER,
    )


QUESTIONS = [
    *(Query(name, rtype) for name in REAL for rtype in (MX, A, AAAA, TXT)),
    *(Query(name, rtype, SERVER) for name in CANARIES for rtype in (A, MX, AAAA)),
    COM,
]


def is_clean(answer: Answer) -> bool:
    is_filtered = answer.has_added_soa or {4, 15, 16, 17, 18} & set(answer.extended_errors)
    return answer.fault is None and not is_filtered


def chase(facts: dict[Query, Answer], name: str, rtype: int) -> tuple[str, list[Record]]:
    """Say plainly what is proven of a name: `records`, `odd records`, `nodata`, `nxdomain`, or `nothing`."""
    names, is_odd = [name], False
    while True:
        asked = names[-1]
        answer = facts[Query(asked, rtype)]
        found = [record for record in answer.records if record.rtype == rtype]
        if not is_clean(answer) or answer.rcode not in {0, 3} or (answer.rcode == 3 and found):
            return "nothing", []
        is_odd |= answer.has_misplaced or bool({3, 6, 19, 23} & set(answer.extended_errors))
        unread = [asked]
        while unread:
            owner = unread.pop(0)
            aliases = sorted({r.value for r in answer.records if r.rtype == CNAME and r.owner == owner})
            if set(aliases) & set(names):
                return "nothing", []
            is_odd = is_odd or len(aliases) > 1 or bool(aliases and [r for r in found if r.owner == owner])
            names += aliases
            unread += aliases
        # Here the answers have no other types: the signatures and DNAMEs of aliases have rows of their own.
        is_odd = is_odd or any(record.owner not in names for record in answer.records)
        found = [record for record in found if record.owner in names]
        if found:
            return "odd records" if is_odd else "records", found
        last, owner = names[-1], answer.soa_owner
        is_above = owner == "." or last.endswith(f".{owner}")
        if owner and (is_above or (answer.rcode == 0 and owner == last)):
            return "nothing" if is_odd else ("nxdomain" if answer.rcode == 3 else "nodata"), []
        if last == asked:
            return "nothing", []


def denials(facts: dict[Query, Answer], name: str) -> set[str]:
    return {chase(facts, name, rtype)[0] for rtype in (A, AAAA)}


def has_no_address(facts: dict[Query, Answer], name: str) -> bool:
    return name in {"localhost", "1.2.3.4", "."} or denials(facts, name) in ({"nodata"}, {"nxdomain"})


def is_proven(facts: dict[Query, Answer]) -> bool:
    """Tell whether it is proven that the domain takes no mail."""

    def is_honest(*types: int) -> bool:
        canaries = [facts[Query(name, rtype, SERVER)] for name in CANARIES for rtype in types]
        has_com = facts[COM].fault is not None or facts[COM].rcode != 3
        return has_com and all(is_clean(a) and a.rcode == 3 and not a.records for a in canaries)

    kind, records = chase(facts, D, MX)
    if kind in {"nothing", "odd records"}:
        return False
    if kind != "records":
        return denials(facts, D) == {kind} and is_honest(A, MX)
    if all(record.value == "." for record in records):
        return is_honest(MX) if any(r.preference == 0 for r in records) else is_honest(A, MX)
    return all(has_no_address(facts, r.value) for r in records) and is_honest(A, MX)


def facts_by(dice: random.Random) -> dict[Query, Answer]:
    mood = dice.choice((None, None, 0, 3))
    return {query: answer_to(dice, query, mood) for query in QUESTIONS}


def test_no_mail_means_proof_and_proof_means_no_mail() -> None:
    """Thousands of transcripts, each made from a number, so that one that fails can be made again."""
    proven = 0
    for seed in range(5_000):
        dice = random.Random(seed)
        facts = facts_by(dice)
        if dice.random() < 0.7:
            facts |= {answer.query: answer._replace(server=SERVER) for answer in HONEST}
        verdict = decide(D, facts, canaries=CANARIES)
        assert isinstance(verdict, MailVerdict), seed
        assert (verdict.verdict is Verdict.NO_MAIL) == is_proven(facts), seed
        assert 0 <= verdict.lifetime <= 7 * DAY
        proven += is_proven(facts)
    assert proven > 125


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False))
def test_no_mail_means_proof_whatever_is_thought_of(dice: random.Random) -> None:
    facts = facts_by(dice)
    verdict = decide(D, facts, canaries=CANARIES, explain=True)
    assert isinstance(verdict, MailVerdict), verdict
    assert (verdict.verdict is Verdict.NO_MAIL) == is_proven(facts), verdict
    assert all(line.isprintable() for line in verdict.transcript)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (GLOBAL, True),
        (PRIVATE, False),
        ("127.0.0.1", False),
        ("0.1.2.3", False),
        ("169.254.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("198.18.0.1", False),
        ("192.88.99.1", False),
        ("3fff::1", False),
        ("2a00::1", True),
        ("::1", False),
        ("::1.2.3.4", False),
        ("fc00::", False),
        ("fe80::", False),
        ("fec0::1", False),
        ("ff0e::1", False),
        ("2001:db8::1", False),
        ("2001:0:102:304::1", False),
        ("2002:102:304::1", False),
        ("2002:a00:1::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b::1.2.3.4", True),
        ("64:ff9b:1::1", False),
    ],
)
def test_is_global(data: str, wanted: bool) -> None:
    assert is_global(data) is wanted


@pytest.mark.parametrize(
    ("host", "provider"),
    [
        ("aspmx.l.google.com", "google"),
        ("mx.google.com.evil.test", ""),
        ("notgoogle.com", ""),
        ("acme-com.mail.protection.outlook.com", "microsoft365"),
        ("eur.olc.protection.outlook.com", "outlook"),
        ("acme-com.a-v1.mx.microsoft", "microsoft365"),
        ("mx1.acme.iphmx.com", "cisco"),
        ("mxa-001.gslb.pphosted.com", "proofpoint"),
        ("inbound-smtp.eu-west-1.amazonaws.com", "amazon_ses"),
        ("ec2-1-2-3-4.compute-1.amazonaws.com", ""),
        ("mx.acme.test", ""),
        ("localhost", ""),
    ],
)
def test_provider(host: str, provider: str) -> None:
    assert mail_provider(host) == provider


@pytest.mark.parametrize(
    ("host", "service"),
    [
        ("aspmx.l.google.com", "mailbox"),
        ("mxa-001.gslb.pphosted.com", "gateway"),
        ("route1.mx.cloudflare.net", "forwarder"),
        ("mxa.mailgun.org", "application"),
        ("mx.acme.test", ""),
    ],
)
def test_service(host: str, service: str) -> None:
    assert SERVICES.get(mail_provider(host), "") == service


def test_every_provider_has_one_service() -> None:
    assert set(MAIL_PROVIDERS.values()) == set(SERVICES)
    assert not PARKING & set(MAIL_PROVIDERS)


@pytest.mark.parametrize(
    ("host", "wanted"),
    [("ns1.sedoparking.com", True), ("sedoparking.com", True), ("notsedoparking.com", False), ("", False)],
)
def test_parking(host: str, wanted: bool) -> None:
    assert is_parking(host) is wanted


def test_transcript() -> None:
    mx_line = "acme.test MX: NOERROR 10 mx.test (2 tries, from 192.0.2.53)"
    assert str(mx((10, HOST))._replace(notes=("2 tries",), server=SERVER)) == mx_line
    assert str(address(HOST, GLOBAL)) == "mx.test A: NOERROR 1.2.3.4"
    assert str(absent(D, MX, rcode=3)) == "acme.test MX: NXDOMAIN, SOA of test"
    assert str(mx((0, "."))) == "acme.test MX: NOERROR 0 ."
    odd = Answer(MX_QUERY, 16, has_added_soa=True, extended_errors=(15,))
    assert str(odd) == "acme.test MX: BADVERS, SOA in the additional section, extended error 15"


def test_a_transcript_has_each_answer_once() -> None:
    hosts = (HOST, "b.test")
    facts = known(mx((10, HOST), (20, "b.test")), *(address(host, GLOBAL) for host in hosts))
    for name in CANARIES:
        asked = Query(name, A, SERVER)
        facts[asked] = Answer(asked, records=(Record(name, A, 60, GLOBAL),), server=SERVER)
    verdict = decide(D, facts, canaries=CANARIES, explain=True)
    assert isinstance(verdict, MailVerdict)
    lines = [line.partition(":")[0] for line in verdict.transcript]
    canaries = [f"{name} {rtype}" for rtype in ("MX", "A") for name in CANARIES]
    assert lines == ["acme.test MX", "mx.test A", *canaries, "b.test A"]
