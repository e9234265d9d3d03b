"""What answers prove: `no_mail` on positive proof alone, and always with it."""

import random
from collections.abc import Iterable, Iterator

import pytest
from guessmail.mx.message import (
    AAAA,
    CNAME,
    MX,
    SOA,
    A,
    Answer,
    Question,
    Record,
    failed,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from guessmail.mx.rules import Ask, Ruling, decide, is_global, mail_provider
from guessmail.mx.verdict import Reason, Verdict

D, HOST, CANARY, SERVER = "acme.test", "mx.test", "canary.invalid", "192.0.2.53"
GLOBAL, PRIVATE = bytes((1, 2, 3, 4)), bytes((10, 0, 0, 1))
MX_QUESTION = Question(D, MX)


def mx(*records: tuple[int, str], ttl: int = 3600) -> Answer:
    return Answer(MX_QUESTION, records=tuple(Record(D, MX, ttl, host, n) for n, host in records))


def address(name: str, data: bytes, rtype: int = A, ttl: int = 3600) -> Answer:
    return Answer(Question(name, rtype), records=(Record(name, rtype, ttl, data),))


def absent(name: str, rtype: int, *, rcode: int = 0, soa: str = "test", ttl: int = 900) -> Answer:
    return Answer(Question(name, rtype), rcode, soa_owner=soa, negative_ttl=ttl)


def known(*answers: Answer) -> dict[Question, Answer]:
    return {answer.question: answer._replace(server=SERVER) for answer in (*answers, *HONEST)}


COM = Question("com", SOA, SERVER)
HONEST = (
    *(Answer(Question(CANARY, rtype, SERVER), 3, soa_owner=".", negative_ttl=900) for rtype in (A, MX)),
    Answer(COM, 0),
)


def judged(*answers: Answer) -> Ruling | Ask:
    return decide(D, known(*answers), canaries={SERVER: CANARY})


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ((), MX_QUESTION),
        ((mx((10, HOST)),), Question(HOST, A)),
        ((mx((20, "b.test"), (10, HOST)),), Question(HOST, A)),
        ((mx((10, HOST)), absent(HOST, A)), Question(HOST, AAAA)),
        ((mx((10, HOST), (20, "b.test")), absent(HOST, A), absent(HOST, AAAA)), Question("b.test", A)),
        ((absent(D, MX),), Question(D, A)),
        ((Answer(MX_QUESTION, records=(Record(D, CNAME, 60, "b.test"),)),), Question("b.test", MX)),
        ((Answer(MX_QUESTION, 3, (Record(D, CNAME, 60, "b.test"),)),), Question("b.test", MX)),
        ((Answer(MX_QUESTION, 3, (Record(D, CNAME, 60, "b.example"),), "test"),), Question("b.example", MX)),
    ],
)
def test_asks(answers: tuple[Answer, ...], asked: Question) -> None:
    assert judged(*answers) == Ask(asked)


def test_asks_the_canary_of_the_resolver_that_denied() -> None:
    facts = {MX_QUESTION: absent(D, MX, rcode=3)._replace(server=SERVER)}
    assert decide(D, facts, canaries={SERVER: CANARY}) == Ask(Question(CANARY, A, SERVER))


HOUR, DAY = 3600, 86400


@pytest.mark.parametrize(
    ("answers", "reason", "lifetime"),
    [
        ((mx((10, HOST)), address(HOST, GLOBAL)), Reason.MX, HOUR),
        ((mx((10, HOST), ttl=60), address(HOST, GLOBAL)), Reason.MX, HOUR),
        ((mx((10, HOST), ttl=2**31 - 1), address(HOST, GLOBAL, ttl=2**31 - 1)), Reason.MX, 7 * DAY),
        ((mx((10, HOST), ttl=2**31), address(HOST, GLOBAL)), Reason.MX, 0),
        ((mx((10, HOST), ttl=0), address(HOST, GLOBAL)), Reason.MX, 0),
        ((mx((10, HOST)), address(HOST, GLOBAL, ttl=0)), Reason.MX, 0),
        ((mx((0, "."), ttl=2 * DAY),), Reason.NULL_MX, 2 * DAY),
        ((absent(D, MX, rcode=3),), Reason.NO_SUCH_DOMAIN, 900),
        ((absent(D, MX, rcode=3, ttl=2**31 - 1),), Reason.NO_SUCH_DOMAIN, 3 * HOUR),
        ((absent(D, MX, rcode=3, ttl=0),), Reason.NO_SUCH_DOMAIN, 0),
        ((absent(D, MX, rcode=3, soa="", ttl=0),), Reason.NO_SUCH_DOMAIN, 0),
        ((absent(D, MX), absent(D, A), absent(D, AAAA, ttl=5)), Reason.NO_MX_NO_ADDRESS, 5),
        ((absent(D, MX), address(D, GLOBAL)), Reason.IMPLICIT_MX, 900),
        ((absent(D, MX, soa="", ttl=0), address(D, GLOBAL)), Reason.IMPLICIT_MX, 0),
        ((mx((10, HOST)), absent(HOST, A, rcode=3), absent(HOST, AAAA, rcode=3)), Reason.MX_UNUSABLE, 900),
        ((Answer(MX_QUESTION, 2),), Reason.SERVFAIL, 300),
        ((failed(MX_QUESTION, Reason.TIMEOUT),), Reason.TIMEOUT, 0),
        ((failed(MX_QUESTION, Reason.RESOLVER_DOWN),), Reason.RESOLVER_DOWN, 0),
        ((absent(D, MX), address(D, PRIVATE), absent(D, AAAA)), Reason.NON_GLOBAL_ADDRESS, 0),
        ((absent(D, MX, soa="filter.example"),), Reason.FILTERED, 0),
        ((Answer(MX_QUESTION, 3, (Record(D, MX, 60, HOST, 10),)),), Reason.MALFORMED, 0),
    ],
)
def test_rules_and_how_long_that_holds(answers: tuple[Answer, ...], reason: Reason, lifetime: int) -> None:
    ruling = judged(*answers)
    assert isinstance(ruling, Ruling), ruling
    assert (ruling.verdict.reason, ruling.lifetime) == (reason, lifetime)


def test_wildcard_is_noted() -> None:
    sibling = Question("x1.test", MX)
    facts = known(mx((10, HOST)), address(HOST, GLOBAL))
    assert decide(D, facts, sibling="x1.test") == Ask(sibling)
    facts[sibling] = Answer(sibling, records=(Record("x1.test", MX, 60, HOST, 10),))
    ruling = decide(D, facts, sibling="x1.test")
    assert isinstance(ruling, Ruling)
    assert ruling.verdict.warnings == ("wildcard",)
    facts[sibling] = failed(sibling, Reason.TIMEOUT)
    ruling = decide(D, facts, sibling="x1.test")
    assert isinstance(ruling, Ruling)
    assert (ruling.verdict.verdict, ruling.verdict.warnings) == (Verdict.ACCEPTS, ())


# Every transcript that can be thought of: answers of every kind, whole or mangled, to every question.

NAMES = [D, HOST, "b.test", "localhost", "1.2.3.4", "."]
REAL = [D, HOST, "b.test"]


def records_for(dice: random.Random, question: Question) -> Iterator[Record]:
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 3))):
        owner = dice.choice((question.name, question.name, *REAL))
        if dice.random() < 0.3:
            yield Record(owner, CNAME, 60, dice.choice(REAL))
        else:
            value = dice.choice(NAMES) if question.rtype == MX else dice.choice((GLOBAL, PRIVATE))
            yield Record(owner, question.rtype, dice.choice((0, 60, 2**31)), value, dice.choice((0, 10)))


def answer_to(dice: random.Random, question: Question) -> Answer:
    return Answer(
        question,
        dice.choice((0, 0, 0, 3, 3, 2, 5, 1, 16)),
        tuple(records_for(dice, question)),
        dice.choice(("", "test", ".", "test", "filter.example", "x." + question.name)),
        dice.choice((0, 900)),
        dice.random() < 0.2,
        dice.choice(((), (), (), (), (3,), (4,), (6,), (15,), (17,))),
        fault=dice.choice((*[None] * 12, Reason.TIMEOUT, Reason.MALFORMED, Reason.TRUNCATED)),
        server=SERVER,
    )


QUESTIONS = [
    *(Question(name, rtype) for name in REAL for rtype in (MX, A, AAAA)),
    *(Question(CANARY, rtype, SERVER) for rtype in (A, MX)),
    COM,
]


def is_clean(answer: Answer) -> bool:
    return answer.fault is None and not {4, 15, 16, 17, 18} & set(answer.extended_errors)


def chase(facts: dict[Question, Answer], name: str, rtype: int) -> tuple[str, list[Record]]:
    """Say plainly what is proven of a name: `records`, `nodata`, `nxdomain`, or `nothing`."""
    asked, links, seen = name, 0, {name}
    while True:
        answer = facts[Question(asked, rtype)]
        if not is_clean(answer) or answer.rcode not in {0, 3}:
            return "nothing", []
        if answer.rcode == 3 and any(record.rtype == rtype for record in answer.records):
            return "nothing", []
        while alias := [r.value for r in answer.records if r.rtype == CNAME and r.owner == name][-1:]:
            name, links = str(alias[0]), links + 1
            if name in seen or links > 16:
                return "nothing", []
            seen.add(name)
        found = [r for r in answer.records if r.rtype == rtype and r.owner == name]
        if found:
            return "records", found
        is_ancestor = answer.soa_owner in {".", name} or name.endswith("." + (answer.soa_owner or "?"))
        denied = "nxdomain" if answer.rcode == 3 else "nodata"
        if answer.soa_owner and is_ancestor:
            return denied, []
        if name == asked:
            return (denied, []) if answer.rcode == 3 and not answer.soa_owner else ("nothing", [])
        asked = name


def has_no_address(facts: dict[Question, Answer], name: str) -> bool:
    if name in {"localhost", "1.2.3.4", "."}:
        return True
    return all(chase(facts, name, rtype)[0] in {"nodata", "nxdomain"} for rtype in (A, AAAA))


def is_proven(facts: dict[Question, Answer]) -> bool:
    """Tell whether it is proven that the domain takes no mail."""

    def is_honest(*types: int) -> bool:
        if facts[COM].fault is None and facts[COM].rcode == 3:
            return False
        return all(
            is_clean(a) and a.rcode == 3 and not a.records
            for a in (facts[Question(CANARY, rtype, SERVER)] for rtype in types)
        )

    kind, records = chase(facts, D, MX)
    if kind == "nxdomain":
        return is_honest(A, MX)
    if kind == "nodata":
        return has_no_address(facts, D) and is_honest(A, MX)
    if kind == "nothing":
        return False
    if all(record.value == "." for record in records):
        return is_honest(MX) if any(r.preference == 0 for r in records) else is_honest(A, MX)
    return all(has_no_address(facts, str(r.value)) for r in records) and is_honest(A, MX)


def test_no_mail_means_proof_and_proof_means_no_mail() -> None:
    """Thousands of transcripts, each made from a number, so that one that fails can be made again."""
    proven = 0
    for seed in range(10_000):
        dice = random.Random(seed)
        facts = {question: answer_to(dice, question) for question in QUESTIONS}
        if dice.random() < 0.7:
            facts |= {answer.question: answer._replace(server=SERVER) for answer in HONEST}
        ruling = decide(D, facts, canaries={SERVER: CANARY})
        assert isinstance(ruling, Ruling), seed
        assert (ruling.verdict.verdict is Verdict.NO_MAIL) == is_proven(facts), seed
        assert 0 <= ruling.lifetime <= 7 * DAY
        proven += is_proven(facts)
    assert proven > 250


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False))
def test_no_mail_means_proof_whatever_is_thought_of(dice: random.Random) -> None:
    facts = {question: answer_to(dice, question) for question in QUESTIONS}
    ruling = decide(D, facts, canaries={SERVER: CANARY}, explain=True)
    assert isinstance(ruling, Ruling), ruling
    assert (ruling.verdict.verdict is Verdict.NO_MAIL) == is_proven(facts), ruling
    assert all(line.isprintable() for line in ruling.verdict.transcript)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (GLOBAL, True),
        (PRIVATE, False),
        (bytes((127, 0, 0, 1)), False),
        (bytes((0, 0, 0, 0)), False),
        (bytes((169, 254, 1, 1)), False),
        (bytes((100, 64, 0, 1)), False),
        (bytes((224, 0, 0, 1)), False),
        (bytes.fromhex("2a00") + bytes(13) + b"\1", True),
        (bytes(15) + b"\1", False),
        (bytes.fromhex("fc00") + bytes(14), False),
        (bytes.fromhex("fe80") + bytes(14), False),
        (bytes(10) + b"\xff\xff" + PRIVATE, False),
        (bytes.fromhex("0064ff9b") + bytes(8) + PRIVATE, False),
        (bytes.fromhex("0064ff9b") + bytes(8) + GLOBAL, True),
    ],
)
def test_is_global(data: bytes, wanted: bool) -> None:
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


def transcript_of(answers: Iterable[Answer]) -> tuple[str, ...]:
    ruling = decide(D, {a.question: a for a in answers}, explain=True)
    assert isinstance(ruling, Ruling)
    return ruling.verdict.transcript


def test_transcript() -> None:
    assert transcript_of(
        [mx((10, HOST))._replace(notes=("2 tries",), server=SERVER), address(HOST, GLOBAL)]
    ) == (
        "acme.test MX: NOERROR 10 mx.test (2 tries, from 192.0.2.53)",
        "mx.test A: NOERROR 1.2.3.4",
    )
    assert transcript_of([absent(D, MX, rcode=3)]) == ("acme.test MX: NXDOMAIN, SOA of test",)
    assert transcript_of([mx((0, ".")), address("x", b"")])[0] == "acme.test MX: NOERROR 0 ."
